'use client';

import { useQuery } from '@tanstack/react-query';
import { ArchiveRestore, ArrowLeft, Check, Eye, FileX2, Layers, Package, Users } from 'lucide-react';
import { useTRPC } from '@/components/query/trpc';
import { ErrorView } from '@/components/shell/error-view';
import { PageFrame } from '@/components/shell/page-frame';
import { Avatar } from '@/components/ui/avatar';
import { Button, ButtonLink } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { LedgerLine, LedgerLines, LedgerRow } from '@/components/ui/ledger';
import { LocalTime } from '@/components/ui/local-time';
import { TextLink } from '@/components/ui/text-link';
import { agoText } from '@/server/domain/debt/age';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { scoreText } from '@/server/domain/scoring/score';
import { stateLabels } from '@/server/domain/scoring/state';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { debtPath } from './debt-path';
import { StateChip } from './state-chip';
import { useRestoreDebt } from './use-delete-debt';
import { useToday } from './use-today';

type TombstoneProps = { workspace: string; debt: DebtRecord };

/** What is left under the key of a deleted debt: who took it out, what it said, and the way back. */
export function TombstoneView({
  workspace,
  debt,
  deletedAt,
  onRead,
}: TombstoneProps & { deletedAt: Date; onRead: () => void }) {
  const today = useToday();
  const { restore, pending } = useRestoreDebt(workspace);
  const backlog = `/w/${workspace}/backlog`;
  const by = debt.deletedBy ?? 'Somebody';
  return (
    <PageFrame
      crumbs={[
        { label: 'Backlog', href: backlog },
        { label: debt.key, isKey: true },
      ]}
      backHref={backlog}
      width="column"
      actions={
        <ButtonLink href={backlog} variant="ghost" icon={ArrowLeft} className="max-sm:hidden">
          Back to the backlog
        </ButtonLink>
      }
    >
      <ErrorView
        icon={FileX2}
        kicker={`${debt.key} is not in the backlog any more`}
        title={debt.title}
        summary={
          <>
            {by} deleted this debt on <LocalTime at={deletedAt} form="weekday" /> at{' '}
            <LocalTime at={deletedAt} form="time" />. Nothing of it is lost, and its key is not used again.
          </>
        }
        actions={
          <>
            {debt.abilities.restore ? (
              <Button
                variant="primary"
                size="form"
                icon={ArchiveRestore}
                pending={pending}
                onClick={() => void restore(debt.key)}
              >
                Restore {debt.key}
              </Button>
            ) : null}
            <Button size="form" icon={Eye} onClick={onRead}>
              Read it as it was
            </Button>
          </>
        }
        footnote={
          <>
            You asked for <code className="font-mono">{debtPath(workspace, debt.key)}</code>. Editors can restore,
            everyone can read.
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
              lead={<Avatar name={debt.createdBy ?? 'Import'} decorative />}
              title={debt.createdBy ? `Written down by ${debt.createdBy}` : 'Written down'}
              detail={debt.reportedBy ? `reported by ${debt.reportedBy}` : undefined}
              aside={<LocalTime at={debt.createdAt} form="day-time" />}
            />
          </LedgerLines>
        </LedgerRow>
        <WhatItSaid workspace={workspace} debt={debt} />
        <WhatIsKept workspace={workspace} debt={debt} />
        <CloseToIt workspace={workspace} debt={debt} />
      </ErrorView>
    </PageFrame>
  );
}

function WhatItSaid({ debt }: TombstoneProps) {
  const figures = [
    debt.scoreThirds === null || debt.severityThirds === null
      ? 'not scored'
      : `score ${scoreText(debt.scoreThirds)}, severity ${scoreText(debt.severityThirds)}`,
    debt.effortDays === null ? 'effort not set' : `effort ${debt.effortDays} d`,
  ];
  return (
    <LedgerRow title="What it said" note={debt.deletedAt ? `on ${dayText(dateToDay(debt.deletedAt))}` : undefined}>
      <p className="font-serif text-product text-ink-2 italic [overflow-wrap:anywhere]">
        {debt.productSentence || debt.description.slice(0, 400) || 'No sentence was written about it.'}
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-1.5 text-label text-ink-2 tabular-nums">
        <StateChip state={debt.state} />
        {debt.services.map((service) => (
          <Chip key={service.key} icon={Package}>
            {service.name}
          </Chip>
        ))}
        {debt.team ? <Chip icon={Users}>{debt.team.name}</Chip> : null}
        <span className="ml-1.5">{figures.join(', ')}</span>
      </p>
    </LedgerRow>
  );
}

function WhatIsKept({ workspace, debt }: TombstoneProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.debt.scores.queryOptions({ workspace, key: debt.key }));
  const first = data?.at(-1);
  const last = data?.[0];
  const day = (entry: { scoredAt: Date }) => dayText(dateToDay(entry.scoredAt));
  const span =
    first && last
      ? first === last
        ? `on ${day(first)}`
        : `the first on ${day(first)}, the last on ${day(last)}`
      : undefined;
  const tick = <Check aria-hidden className="size-4 text-ok" />;
  return (
    <LedgerRow title="What is kept" note="and comes back with it">
      <LedgerLines>
        <LedgerLine
          lead={tick}
          title={
            data && data.length > 0
              ? `Wording and ${data.length === 1 ? '1 score' : `${data.length} scores`}`
              : 'Its wording'
          }
          detail={span}
        />
        {debt.sources.map((source) => (
          <LedgerLine
            key={`${source.system} ${source.key}`}
            lead={tick}
            title={`${source.key} in ${source.system}`}
            detail="the original row"
          />
        ))}
      </LedgerLines>
    </LedgerRow>
  );
}

function CloseToIt({ workspace, debt }: TombstoneProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.debt.similar.queryOptions({ workspace, title: debt.title }));
  if (!data || data.length === 0) return null;
  return (
    <LedgerRow title="Close to it" note="in the backlog now">
      <LedgerLines>
        {data.map((row) => (
          <LedgerLine
            key={row.key}
            lead={<Layers aria-hidden className="size-4" />}
            title={
              <TextLink look="title" href={debtPath(workspace, row.key)}>
                {row.title}
              </TextLink>
            }
            detail={[
              row.key,
              ...row.services.map((service) => service.name),
              stateLabels[row.state].toLowerCase(),
            ].join(', ')}
            aside={
              <span className="text-product font-medium text-ink">
                {row.score === null ? 'not scored' : row.score.toFixed(1)}
              </span>
            }
          />
        ))}
      </LedgerLines>
    </LedgerRow>
  );
}
