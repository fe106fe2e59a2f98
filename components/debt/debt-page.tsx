'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { MarkdownView } from '@/components/markdown/markdown-view';
import { useTRPC } from '@/components/query/trpc';
import { PageFrame } from '@/components/shell/page-frame';
import { Banner } from '@/components/ui/banner';
import { LedgerRow } from '@/components/ui/ledger';
import { useIsMounted } from '@/components/ui/local-time';
import { TextButton } from '@/components/ui/text-link';
import { durationText } from '@/server/domain/debt/age';
import { dateToDay, daysBetween } from '@/server/domain/field/day';
import type { DebtRecord, ScoreEntry } from '@/server/modules/debt/contract';
import { CostFacts } from './cost-facts';
import { DebtHead } from './debt-head';
import { setEditing } from './debt-path';
import { DebtRail } from './debt-rail';
import { DebtActions, useIsEditing } from './debt-top-bar';
import { EditView } from './edit-view';
import { FloorBar } from './floor-bar';
import { RepaymentFacts } from './repayment-facts';
import { ScoreEditor } from './score-editor';
import { ScoreHistory } from './score-history';
import { Standing } from './standing';
import { useToday } from './use-today';

export type DebtPageProps = {
  workspace: string;
  debt: DebtRecord;
  /** Back to what became of a deleted debt, which is read as it was. */
  onBack?: () => void;
};

/** A debt that is there: read, scored again, or edited in place. */
export function DebtPage({ workspace, debt, onBack }: DebtPageProps) {
  const isEditing = useIsEditing() && debt.abilities.edit;
  const isMounted = useIsMounted();
  const [focusSignal, setFocusSignal] = useState(0);
  const backlog = `/w/${workspace}/backlog`;
  const crumbs = [
    { label: 'Backlog', href: backlog },
    { label: debt.key, isKey: true },
  ];
  const score = () => setFocusSignal((count) => count + 1);
  const edit = () => {
    setFocusSignal(0);
    setEditing(true);
  };
  const editButton = useReturn(isEditing);
  // What is being written lives in this browser only: the server has nothing to draw of it.
  if (isEditing && isMounted) return <EditView workspace={workspace} debt={debt} onDone={() => setEditing(false)} />;
  return (
    <PageFrame
      crumbs={crumbs}
      backHref={backlog}
      width="record"
      actions={<DebtActions workspace={workspace} debt={debt} onScore={score} onEdit={edit} editButton={editButton} />}
      rail={<DebtRail workspace={workspace} debt={debt} />}
    >
      {onBack ? (
        <Banner
          tone="neutral"
          className="mb-4"
          title={`${debt.key} is deleted.`}
          actions={<TextButton onClick={onBack}>What happened</TextButton>}
        >
          This is how it was.
        </Banner>
      ) : null}
      <DebtHead workspace={workspace} debt={debt} />
      {/* On a phone one comes to score: what is read at a desk stands under it. */}
      <div className="flex flex-col">
        <FloorBar workspace={workspace} debt={debt} className="max-sm:order-1 max-sm:mt-1 max-sm:mb-3" />
        <LedgerRow title="What it is" labels={128} className="mt-3 max-sm:order-2 max-sm:mt-0">
          <Description debt={debt} onEdit={debt.abilities.edit ? edit : undefined} />
        </LedgerRow>
        <LedgerRow
          title="Score"
          note="handbook model, v1"
          labels={128}
          className="max-sm:mt-2 max-sm:border-t-0 max-sm:[&>header]:sr-only"
        >
          <ScoreEditor
            workspace={workspace}
            debt={debt}
            variant="row"
            focusSignal={focusSignal}
            standing={<Standing workspace={workspace} debt={debt} />}
          />
        </LedgerRow>
      </div>
      <History workspace={workspace} debt={debt} />
      <LedgerRow title="What it costs" labels={128}>
        <CostFacts debt={debt} />
      </LedgerRow>
      <LedgerRow title="Repayment" labels={128}>
        <RepaymentFacts debt={debt} onEdit={debt.abilities.edit ? edit : undefined} />
      </LedgerRow>
    </PageFrame>
  );
}

/** The button to which the focus goes back when editing ends, however it ends. */
function useReturn(isEditing: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(isEditing);
  useEffect(() => {
    if (was.current && !isEditing) button.current?.focus({ preventScroll: true });
    was.current = isEditing;
  }, [isEditing]);
  return button;
}

function Description({ debt, onEdit }: { debt: DebtRecord; onEdit: (() => void) | undefined }) {
  if (debt.description) {
    return <MarkdownView text={debt.description} topHeading={3} />;
  }
  return (
    <p className="text-ink-3">
      Not described yet. {onEdit ? <TextButton onClick={onEdit}>Write what it is</TextButton> : null}
    </p>
  );
}

function History({ workspace, debt }: DebtPageProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.debt.scores.queryOptions({ workspace, key: debt.key }));
  const today = useToday();
  return (
    <LedgerRow title="How it got here" note={historyNote(data ?? [], today)} labels={128} className="scroll-mt-4">
      <div id="history">{data ? <ScoreHistory of={debt.key} scores={data} /> : null}</div>
    </LedgerRow>
  );
}

function historyNote(scores: readonly ScoreEntry[], today: string): string | undefined {
  const oldest = scores.at(-1);
  if (!oldest) return undefined;
  const count = scores.length === 1 ? '1 score' : `${scores.length} scores`;
  const days = daysBetween(dateToDay(oldest.scoredAt), today);
  return days > 0 ? `${count} in ${durationText(days)}` : count;
}
