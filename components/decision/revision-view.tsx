'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useToday } from '@/components/debt/use-today';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { useAddress } from '@/components/query/use-address';
import { PageFrame } from '@/components/shell/page-frame';
import { Button, ButtonLink } from '@/components/ui/button';
import { NothingHere } from '@/components/ui/empty-state';
import { DateInput } from '@/components/ui/input';
import { PageHeader } from '@/components/ui/page-header';
import { Select } from '@/components/ui/select';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import { dateToDay, isDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import type { RevisionRow } from '@/server/modules/decision-revision/contract';
import { decisionCrumbs } from './decision-crumbs';
import { decisionAtPath, decisionPath } from './decision-path';
import { DecisionView } from './decision-view';
import { DifferenceView } from './difference-view';
import { type Compared, comparedOf } from './revision-choice';
import { ReadDialog, RestoreDialog } from './revision-dialogs';
import { RevisionList } from './revision-list';
import { RevisionSkeleton } from './revision-skeleton';

type RevisionViewProps = { workspace: string; register: string; id: string };

/** The revisions of a decision, in whatever condition it is. */
export function RevisionView({ workspace, register, id }: RevisionViewProps) {
  const trpc = useTRPC();
  const decision = useQuery(trpc.decision.get.queryOptions({ workspace, id })).data;
  const revisions = useQuery(trpc.decisionRevision.list.queryOptions({ workspace, decision: id })).data;
  // What is deleted, unknown or could not be read is said by the page of the record itself.
  if (!decision || decision.deletedAt)
    return <DecisionView workspace={workspace} register={register} id={id} at={null} />;
  if (!revisions) {
    return (
      <PageFrame
        crumbs={decisionCrumbs(workspace, decision, 'Revisions')}
        backHref={decisionPath(workspace, register, id)}
        width="record"
      >
        <RevisionSkeleton />
      </PageFrame>
    );
  }
  return <Revisions workspace={workspace} decision={decision} revisions={revisions} />;
}

type RevisionsProps = { workspace: string; decision: DecisionRecord; revisions: RevisionRow[] };

function Revisions({ workspace, decision, revisions }: RevisionsProps) {
  const { query, go } = useAddress();
  const [shown, setShown] = useState<{ what: 'read' | 'restore'; revision: RevisionRow } | null>(null);
  const compared = comparedOf(query, revisions);
  const compare = (from: number, to: number) => go(`from=${from}&to=${to}`, 'push');
  const path = decisionPath(workspace, decision.register.slug, decision.id);
  const close = () => setShown(null);
  return (
    <PageFrame
      crumbs={decisionCrumbs(workspace, decision, 'Revisions')}
      backHref={path}
      width="record"
      actions={
        <ButtonLink href={path} variant="ghost" icon={ArrowLeft} className="max-sm:hidden">
          Back to the decision
        </ButtonLink>
      }
      rail={
        <RevisionList
          revisions={revisions}
          compared={compared}
          canRestore={decision.abilities.edit}
          onCompare={compare}
          onRead={(revision) => setShown({ what: 'read', revision })}
          onRestore={(revision) => setShown({ what: 'restore', revision })}
        />
      }
    >
      <PageHeader title="Revisions" summary={decision.title} />
      <div className="mt-4 mb-5 flex flex-wrap items-center gap-x-6 gap-y-3">
        {compared ? <CompareBar revisions={revisions} compared={compared} onCompare={compare} /> : null}
        <OnDay workspace={workspace} decision={decision} />
      </div>
      {compared ? (
        <Difference workspace={workspace} decision={decision} compared={compared} />
      ) : (
        <NothingHere title="One revision so far">
          {decision.status === 'draft'
            ? 'While it is a draft it is rewritten in place; every save after it was proposed becomes a revision.'
            : 'Every save from now on becomes a revision, and what lies between two of them is shown here.'}
        </NothingHere>
      )}
      {shown?.what === 'read' ? (
        <ReadDialog workspace={workspace} decision={decision} revision={shown.revision} onClose={close} />
      ) : null}
      {shown?.what === 'restore' ? (
        <RestoreDialog workspace={workspace} decision={decision} revision={shown.revision} onClose={close} />
      ) : null}
    </PageFrame>
  );
}

type CompareProps = {
  revisions: readonly RevisionRow[];
  compared: Compared;
  onCompare: (from: number, to: number) => void;
};

function CompareBar({ revisions, compared, onCompare }: CompareProps) {
  const options = revisions.map((revision) => ({
    value: String(revision.number),
    label: `revision ${revision.number}`,
    description: `${dayText(dateToDay(revision.createdAt))}${revision.author ? `, ${revision.author}` : ''}`,
  }));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-ink-2">From</span>
      <Select
        aria-label="From"
        size="md"
        className="w-34"
        options={options}
        value={String(compared.from)}
        onChange={(from) => onCompare(Number(from), compared.to)}
      />
      <span className="text-ink-2">to</span>
      <Select
        aria-label="To"
        size="md"
        className="w-34"
        options={options}
        value={String(compared.to)}
        onChange={(to) => onCompare(compared.from, Number(to))}
      />
    </div>
  );
}

function OnDay({ workspace, decision }: { workspace: string; decision: DecisionRecord }) {
  const router = useRouter();
  const today = useToday();
  const [day, setDay] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isDay(day)) router.push(decisionAtPath(workspace, decision.register.slug, decision.id, day));
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-center gap-2">
      <span className="text-ink-2">As it stood on</span>
      <DateInput
        aria-label="As it stood on"
        size="md"
        className="w-38"
        max={today}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <Button type="submit" disabled={!isDay(day)}>
        Read
      </Button>
    </form>
  );
}

function Difference({
  workspace,
  decision,
  compared,
}: {
  workspace: string;
  decision: DecisionRecord;
  compared: Compared;
}) {
  const trpc = useTRPC();
  const { data, error, isPlaceholderData } = useQuery(
    trpc.decisionRevision.difference.queryOptions(
      { workspace, decision: decision.id, ...compared },
      { placeholderData: (old) => old },
    ),
  );
  if (error) return <NothingHere title="The revisions could not be compared">{messageOf(error)}</NothingHere>;
  if (!data) {
    return (
      <SkeletonGroup label="Comparing" className="flex max-w-[680px] flex-col gap-3">
        <Skeleton className="h-5 w-32" />
        <Skeleton />
        <Skeleton className="w-3/5" />
      </SkeletonGroup>
    );
  }
  if (data.sections.every((section) => section.state === 'same')) {
    return <NothingHere title="Nothing changed">The two revisions read the same.</NothingHere>;
  }
  return (
    <div aria-busy={isPlaceholderData} className={isPlaceholderData ? 'opacity-60' : undefined}>
      <DifferenceView key={`${data.from} ${data.to}`} sections={data.sections} />
    </div>
  );
}
