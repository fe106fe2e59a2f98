'use client';

import { useQuery } from '@tanstack/react-query';
import { ArchiveRestore, ArrowLeft, Box, Check, Eye, FileX2 } from 'lucide-react';
import { useToday } from '@/components/debt/use-today';
import { useTRPC } from '@/components/query/trpc';
import { ErrorView } from '@/components/shell/error-view';
import { PageFrame } from '@/components/shell/page-frame';
import { Avatar } from '@/components/ui/avatar';
import { Button, ButtonLink } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { LedgerLine, LedgerLines, LedgerRow } from '@/components/ui/ledger';
import { LocalTime } from '@/components/ui/local-time';
import { agoText } from '@/server/domain/debt/age';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { decisionCrumbs } from './decision-crumbs';
import { decisionPath } from './decision-path';
import { decisionName } from './decision-words';
import { DecisionStatusChip } from './status-chip';
import { useRestoreDecision } from './use-delete-decision';

type TombstoneProps = { workspace: string; decision: DecisionRecord; deletedAt: Date; onRead: () => void };

/** What is left at the address of a deleted decision: who took it out, what it said, and the way back. */
export function DecisionTombstone({ workspace, decision, deletedAt, onRead }: TombstoneProps) {
  const today = useToday();
  const { restore, pending } = useRestoreDecision(workspace);
  const { register, abilities } = decision;
  const list = `/w/${workspace}/decisions/${register.slug}`;
  const by = decision.deletedBy ?? 'Somebody';
  const name = decision.number === null ? 'This decision' : decisionName(decision);
  return (
    <PageFrame
      crumbs={decisionCrumbs(workspace, decision)}
      backHref={list}
      width="column"
      actions={
        <ButtonLink href={list} variant="ghost" icon={ArrowLeft} className="max-sm:hidden">
          Back to {register.name}
        </ButtonLink>
      }
    >
      <ErrorView
        icon={FileX2}
        kicker={`${name} is not in its register any more`}
        title={decision.title}
        summary={
          <>
            {by} deleted this decision on <LocalTime at={deletedAt} form="weekday" /> at{' '}
            <LocalTime at={deletedAt} form="time" />. Nothing of it is lost
            {decision.number === null ? '.' : ', and its number is not given again.'}
          </>
        }
        actions={
          <>
            {abilities.restore ? (
              <Button
                variant="primary"
                size="form"
                icon={ArchiveRestore}
                pending={pending}
                onClick={() => void restore(decision)}
              >
                Restore it
              </Button>
            ) : null}
            <Button size="form" icon={Eye} onClick={onRead}>
              Read it as it was
            </Button>
          </>
        }
        footnote={
          <>
            You asked for <code className="font-mono">{decisionPath(workspace, register.slug, decision.id)}</code>.
            Editors can restore, everyone can read.
          </>
        }
      >
        <LedgerRow title="What happened" note={agoText(dateToDay(deletedAt), today)}>
          <LedgerLines>
            <LedgerLine
              lead={<Avatar name={by} decorative />}
              title={`Deleted by ${by}`}
              aside={<LocalTime at={deletedAt} form="day-time" />}
            />
            <LedgerLine
              lead={<Avatar name={decision.createdBy ?? 'Import'} decorative />}
              title={decision.createdBy ? `Begun by ${decision.createdBy}` : 'Imported'}
              detail={decision.sourcePath ?? undefined}
              aside={<LocalTime at={decision.createdAt} form="day-time" />}
            />
          </LedgerLines>
        </LedgerRow>
        <LedgerRow title="What it said" note={`on ${dayText(dateToDay(deletedAt))}`}>
          <p className="font-serif text-product text-ink-2 italic [overflow-wrap:anywhere]">
            {decision.productSentence || 'No sentence was written about what users notice.'}
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-1.5">
            <DecisionStatusChip status={decision.status} />
            {decision.services.map((service) => (
              <Chip key={service.key} icon={Box}>
                {service.name}
              </Chip>
            ))}
          </p>
        </LedgerRow>
        <WhatIsKept workspace={workspace} decision={decision} />
      </ErrorView>
    </PageFrame>
  );
}

function counted(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}

function WhatIsKept({ workspace, decision }: { workspace: string; decision: DecisionRecord }) {
  const trpc = useTRPC();
  const subject = { type: 'decision', id: decision.id } as const;
  const revisions = useQuery(trpc.decisionRevision.list.queryOptions({ workspace, decision: decision.id })).data;
  const threads = useQuery(trpc.thread.list.queryOptions({ workspace, subject })).data?.data;
  const { relations, debts, hasOriginal, sourcePath } = decision;
  const lines: [string, string | undefined][] = [
    [revisions ? `Its text and ${counted(revisions.length, 'revision')}` : 'Its text', undefined],
    ...(threads && threads.length > 0
      ? [[counted(threads.length, 'discussion'), undefined] satisfies [string, undefined]]
      : []),
    ...(debts.length > 0
      ? [
          [
            counted(debts.length, 'link to a debt', 'links to debts'),
            debts.map(({ key }) => key).join(', '),
          ] satisfies [string, string],
        ]
      : []),
    ...(relations.length > 0
      ? [
          [
            counted(relations.length, 'relation'),
            relations.map((one) => one.decision?.title ?? one.targetText).join(', '),
          ] satisfies [string, string],
        ]
      : []),
    ...(hasOriginal && sourcePath ? [['The imported file', sourcePath] satisfies [string, string]] : []),
  ];
  return (
    <LedgerRow title="What is kept" note="and comes back with it">
      <LedgerLines>
        {lines.map(([title, detail]) => (
          <LedgerLine
            key={title}
            lead={<Check aria-hidden className="size-4 text-ok" />}
            title={title}
            {...(detail === undefined ? {} : { detail })}
          />
        ))}
      </LedgerLines>
    </LedgerRow>
  );
}
