'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus, Upload } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { debtPath } from '@/components/debt/debt-path';
import { useNewDebt } from '@/components/debt/new-debt-provider';
import { useTRPC } from '@/components/query/trpc';
import { PageFrame } from '@/components/shell/page-frame';
import { Button, ButtonLink } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { PageHeader } from '@/components/ui/page-header';
import { useConnectionNotice } from '@/components/workspace/connection';
import type { Summary } from '@/server/modules/backlog/contract';
import { BacklogSummary } from './backlog-summary';
import { BacklogTable } from './backlog-table';
import { BacklogToolbar } from './backlog-toolbar';
import { BulkBar, type BulkPart } from './bulk-bar';
import { BulkDialog } from './bulk-dialog';
import { DebtPeek } from './debt-peek';
import { DecideBar } from './decide-bar';
import { ExportMenu } from './export-menu';
import { FirstDay } from './first-day';
import { useBacklogActions } from './use-backlog-actions';
import { useBacklogKeys } from './use-backlog-keys';
import { useBacklogRows } from './use-backlog-rows';
import { useBacklogView } from './use-backlog-view';
import { useBulk } from './use-bulk';

const nothing: ReadonlySet<string> = new Set();

function toggledSet(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** The backlog of a workspace: the ranked table, the peek beside it, and everything one does from there. */
export function BacklogScreen({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const state = useBacklogView();
  const { view, viewQuery, peek } = state;
  const rows = useBacklogRows(workspace, view);
  const summary = useQuery(
    trpc.backlog.summary.queryOptions({ workspace, filters: view.filters }, { placeholderData: keepPreviousData }),
  ).data;
  const [selected, setSelected] = useState(nothing);
  const [scoring, setScoring] = useState({ key: '', signal: 0 });
  const [bulkPart, setBulkPart] = useState<BulkPart | null>(null);
  const bulk = useBulk(workspace, () => setSelected(nothing));
  const [searching, setSearching] = useState(false);
  const search = useRef<HTMLInputElement>(null);

  const newDebt = useNewDebt();
  const notice = useConnectionNotice();
  const openPage = (key: string) => router.push(debtPath(workspace, key, viewQuery));
  const canEdit = summary?.abilities.edit ?? false;
  const onRowKey = useBacklogKeys({
    state,
    rows: rows.rows,
    canEdit,
    score: (key) => setScoring((was) => ({ key, signal: was.signal + 1 })),
    assign: (key) => {
      if (selected.size === 0) setSelected(new Set([key]));
      setBulkPart('owner');
    },
    toggle: (key) => setSelected((was) => toggledSet(was, key)),
    search: () => {
      setSearching(true);
      search.current?.focus();
    },
  });

  useBacklogActions({
    workspace,
    viewQuery,
    abilities: summary?.abilities,
    peeked: rows.rows.find((row) => row.key === peek),
    act: onRowKey,
  });
  const crumbs = [{ label: 'Backlog' }];
  if (summary && !summary.hasAny) {
    return (
      <PageFrame crumbs={crumbs} notice={notice}>
        <FirstDay workspace={workspace} abilities={summary.abilities} onNew={newDebt?.open} />
      </PageFrame>
    );
  }
  return (
    <PageFrame
      crumbs={crumbs}
      notice={notice}
      actions={<ScreenActions workspace={workspace} viewQuery={viewQuery} summary={summary} onNew={newDebt?.open} />}
      bottomBar={
        selected.size > 0 ? (
          <BulkBar
            workspace={workspace}
            selected={selected}
            bulk={bulk}
            open={bulkPart}
            onOpenChange={setBulkPart}
            onClear={() => setSelected(nothing)}
          />
        ) : null
      }
      peek={
        peek ? (
          <DebtPeek
            workspace={workspace}
            debtKey={peek}
            viewQuery={viewQuery}
            onClose={state.closePeek}
            scoreSignal={scoring.key === peek ? scoring.signal : 0}
          />
        ) : null
      }
    >
      <PageHeader
        title="Debt backlog"
        summary={summary ? <BacklogSummary summary={summary} filters={view.filters} /> : null}
      />
      <BacklogToolbar
        workspace={workspace}
        state={state}
        search={search}
        searching={searching}
        onSearchingChange={setSearching}
      />
      {summary ? (
        <DecideBar
          floor={summary.floor}
          hrefOf={(key) => debtPath(workspace, key, viewQuery)}
          onOpen={(key) => (window.innerWidth < 640 ? openPage(key) : state.openPeek(key))}
          onShowAll={() => state.narrow({ floor: true })}
        />
      ) : null}
      <BacklogTable
        workspace={workspace}
        state={state}
        rows={rows}
        selected={selected}
        onSelectedChange={canEdit ? setSelected : undefined}
        onRowKey={onRowKey}
      />
      <BulkDialog bulk={bulk} />
    </PageFrame>
  );
}

type ScreenActionsProps = {
  workspace: string;
  viewQuery: string;
  summary: Summary | undefined;
  onNew: (() => void) | undefined;
};

function ScreenActions({ workspace, viewQuery, summary, onNew }: ScreenActionsProps) {
  if (!summary) return null;
  const { abilities, count } = summary;
  return (
    <>
      {abilities.export ? (
        <ExportMenu workspace={workspace} viewQuery={viewQuery} count={count} className="max-sm:hidden" />
      ) : null}
      {abilities.import ? (
        <ButtonLink href={`/w/${workspace}/backlog/import`} icon={Upload} className="max-sm:hidden">
          Import
        </ButtonLink>
      ) : null}
      {abilities.create && onNew ? (
        <>
          <Button variant="primary" icon={Plus} kbd="c" onClick={onNew} className="max-sm:hidden">
            New debt
          </Button>
          <IconButton variant="primary" icon={Plus} label="New debt" onClick={onNew} className="size-9 sm:hidden" />
        </>
      ) : null}
    </>
  );
}
