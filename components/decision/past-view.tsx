'use client';

import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useToday } from '@/components/debt/use-today';
import { MarkdownView } from '@/components/markdown/markdown-view';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { PageFrame } from '@/components/shell/page-frame';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { NothingHere } from '@/components/ui/empty-state';
import { DateInput } from '@/components/ui/input';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import type { DecisionStatus } from '@/server/domain/decision/status';
import { isDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { decisionCrumbs } from './decision-crumbs';
import { decisionAtPath, decisionPath, revisionsPath } from './decision-path';
import { DecisionStatusChip } from './status-chip';

type PastProps = { workspace: string; decision: DecisionRecord; day: string };

/** A decision as it stood at the end of a day: read only, under a bar that says so. */
export function PastView({ workspace, decision, day }: PastProps) {
  const trpc = useTRPC();
  const isReal = isDay(day);
  const { data: then, error } = useQuery(
    trpc.decisionRevision.asOf.queryOptions({ workspace, decision: decision.id, day }, { enabled: isReal }),
  );
  const path = decisionPath(workspace, decision.register.slug, decision.id);
  return (
    <PageFrame
      crumbs={decisionCrumbs(workspace, decision, isReal ? `on ${dayText(day)}` : 'as it stood')}
      backHref={path}
      width="reading"
      actions={
        <ButtonLink
          href={revisionsPath(workspace, decision.register.slug, decision.id)}
          variant="ghost"
          icon={History}
          className="max-sm:hidden"
        >
          Revisions
        </ButtonLink>
      }
    >
      {!isReal ? (
        <NothingHere title="There is no such day" actions={<ButtonLink href={path}>Read it as it is</ButtonLink>}>
          “{day}” is not a day as YYYY-MM-DD.
        </NothingHere>
      ) : error ? (
        <NothingHere title="It could not be read" actions={<ButtonLink href={path}>Read it as it is</ButtonLink>}>
          {messageOf(error)}
        </NothingHere>
      ) : then === undefined ? (
        <PastSkeleton />
      ) : then === null ? (
        <>
          <PastBar workspace={workspace} decision={decision} day={day} said="It was not there yet." />
          <NothingHere title={`Nothing yet on ${dayText(day)}`}>“{decision.title}” was written down later.</NothingHere>
        </>
      ) : (
        <>
          <PastBar
            workspace={workspace}
            decision={decision}
            day={day}
            said={
              then.revision === decision.revision ? 'The text has not changed since.' : `Revision ${then.revision}.`
            }
            revision={then.revision}
          />
          <PastText workspace={workspace} decision={decision} then={then} />
        </>
      )}
    </PageFrame>
  );
}

function PastBar({ workspace, decision, day, said, revision }: PastProps & { said: string; revision?: number }) {
  const router = useRouter();
  const today = useToday();
  const { register, id } = decision;
  const path = decisionPath(workspace, register.slug, id);
  const go = (next: string) => {
    if (isDay(next) && next !== day) router.push(decisionAtPath(workspace, register.slug, id, next));
  };
  const isOld = revision !== undefined && revision < decision.revision;
  return (
    <Banner
      tone="neutral"
      icon={History}
      className="mb-5"
      title={`As it stood on ${dayText(day)}.`}
      actions={
        <>
          <DateInput
            aria-label="Another day"
            size="md"
            max={today}
            defaultValue={day}
            key={day}
            className="w-38"
            onChange={(event) => go(event.target.value)}
          />
          {isOld ? (
            <TextLink
              look="bare"
              href={revisionsPath(workspace, register.slug, id, { from: revision, to: decision.revision })}
            >
              What changed since
            </TextLink>
          ) : null}
          <ButtonLink size="sm" href={path}>
            Read it as it is
          </ButtonLink>
        </>
      }
    >
      {said}
    </Banner>
  );
}

type TextProps = {
  workspace: string;
  decision: DecisionRecord;
  then: { revision: number; status: DecisionStatus; number: number | null };
};

function PastText({ workspace, decision, then }: TextProps) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.decisionRevision.get.queryOptions({ workspace, decision: decision.id, number: then.revision }),
  );
  if (!data) return <PastSkeleton />;
  return (
    <article className="max-w-[856px]">
      <h1 className="font-serif text-document font-semibold text-balance [overflow-wrap:anywhere]">{data.title}</h1>
      <p className="mt-1.5 flex flex-wrap items-center gap-2 text-ink-2">
        <DecisionStatusChip status={then.status} />
        {decision.register.slug} {then.number ?? ''} · revision {then.revision}
        {data.author ? ` by ${data.author}` : ''}
      </p>
      {data.productSentence ? (
        <p className="mt-1.5 font-serif text-product text-ink-2 italic [overflow-wrap:anywhere]">
          {data.productSentence}
        </p>
      ) : null}
      <div className="mt-5 max-w-[544px]">
        <MarkdownView text={data.body} />
      </div>
    </article>
  );
}

function PastSkeleton() {
  return (
    <SkeletonGroup label="Loading the revision" className="flex max-w-[544px] flex-col gap-3">
      <Skeleton className="h-9" />
      <Skeleton className="h-8 w-4/5" />
      <Skeleton />
      <Skeleton className="w-3/5" />
    </SkeletonGroup>
  );
}
