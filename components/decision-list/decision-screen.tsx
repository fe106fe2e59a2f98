'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { decisionPath } from '@/components/decision/decision-path';
import { codeOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { RegisterDialog } from '@/components/register/register-dialog';
import { RegisterHeader } from '@/components/register/register-header';
import { RegisterMissing } from '@/components/register/register-missing';
import { PageFrame } from '@/components/shell/page-frame';
import { PageHeader } from '@/components/ui/page-header';
import { useConnectionNotice } from '@/components/workspace/connection';
import type { DecisionRow } from '@/server/modules/decision/contract';
import { DecisionPeek } from './decision-peek';
import { DecisionTable } from './decision-table';
import { listPath } from './decision-view';
import { DueBar } from './due-bar';
import { FacetColumn } from './facet-column';
import { FirstRegister } from './first-register';
import { ListActions } from './list-actions';
import { ListSkeleton } from './list-skeleton';
import { ListSummary } from './list-summary';
import { ListToolbar } from './list-toolbar';
import { useDecisionRows } from './use-decision-rows';
import { useDecisionView } from './use-decision-view';
import { useListKeys } from './use-list-keys';
import { useListPalette } from './use-list-palette';

type DecisionScreenProps = {
  workspace: string;
  /** The one register whose page this is; left out, all of them. */
  register?: string;
  /** The day of the server, `YYYY-MM-DD`. */
  today: string;
};

/** The decisions of a workspace or of one register: facets, the list, the peek beside it. */
export function DecisionScreen({ workspace, register, today }: DecisionScreenProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const state = useDecisionView(workspace, register);
  const { view, peek } = state;
  const rows = useDecisionRows(workspace, view);
  const summary = useQuery(trpc.decisionList.summary.queryOptions({ workspace })).data;
  const own = useQuery(
    trpc.register.get.queryOptions({ workspace, slug: register ?? '' }, { enabled: register !== undefined }),
  );
  const one = view.filters.register?.length === 1 ? view.filters.register[0] : undefined;
  const due = useQuery(
    trpc.decisionList.due.queryOptions(
      { workspace, ...(one ? { register: one } : {}) },
      { placeholderData: keepPreviousData },
    ),
  ).data;
  const [isCreating, setIsCreating] = useState(false);
  const [searching, setSearching] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const notice = useConnectionNotice();

  const canCreate = summary?.abilities.create ?? false;
  const write = () => router.push(`${listPath(workspace)}/new${one ? `?register=${one}` : ''}`);
  const open = (decision: DecisionRow) => {
    if (window.innerWidth < 640) router.push(decisionPath(workspace, decision.register.slug, decision.id));
    else state.openPeek(decision.id);
  };
  const toNextDue = () => {
    const next = due?.find((other) => other.id !== peek);
    if (next && due?.some((other) => other.id === peek)) open(next);
  };
  const isEmpty = summary?.registers === 0 && register === undefined;
  useListKeys({
    state,
    rows: rows.rows,
    write: canCreate && !isEmpty ? write : undefined,
    search: () => {
      setSearching(true);
      search.current?.focus();
    },
  });

  useListPalette(workspace, one, summary?.abilities);
  const crumbs = register
    ? [{ label: 'Decisions', href: listPath(workspace) }, { label: own.data?.name ?? register }]
    : [{ label: 'Decisions' }];
  const frame = { crumbs, notice, ...(register ? { backHref: listPath(workspace) } : {}) };
  if (isEmpty) {
    return (
      <PageFrame {...frame}>
        <FirstRegister workspace={workspace} abilities={summary.abilities} onNew={() => setIsCreating(true)} />
        {isCreating ? (
          <RegisterDialog workspace={workspace} register={null} onClose={() => setIsCreating(false)} />
        ) : null}
      </PageFrame>
    );
  }
  // What cannot be the name of a register is none either.
  if (register && ['notFound', 'invalid'].includes(codeOf(own.error) ?? '')) {
    return (
      <PageFrame {...frame}>
        <RegisterMissing
          workspace={workspace}
          slug={register}
          error={own.error}
          onRestored={() => void own.refetch()}
        />
      </PageFrame>
    );
  }
  // Nothing is said of a register before it is known to be there.
  if (register && own.isPending) return <ListSkeleton />;
  const isFolded = peek !== null;
  return (
    <PageFrame
      {...frame}
      actions={
        <ListActions
          workspace={workspace}
          register={one}
          summary={summary}
          onNew={canCreate ? write : undefined}
          onChooseRegister={(slug) => router.push(listPath(workspace, slug))}
        />
      }
      peek={
        peek ? (
          <DecisionPeek
            workspace={workspace}
            decisionId={peek}
            today={today}
            onClose={state.closePeek}
            onReaffirmed={toNextDue}
          />
        ) : null
      }
    >
      {register ? (
        <RegisterHeader workspace={workspace} slug={register} register={own.data} />
      ) : (
        <PageHeader title="Decisions" summary={summary ? <ListSummary summary={summary} /> : null} />
      )}
      <div className="mt-3 flex gap-7">
        {isFolded ? null : (
          <div className="hidden w-43 shrink-0 self-start pt-1 lg:sticky lg:top-5 lg:block lg:max-h-[calc(100dvh-88px)] lg:overflow-y-auto lg:px-1.5 lg:-mx-1.5 lg:[scrollbar-width:thin]">
            <FacetColumn workspace={workspace} state={state} register={register} />
          </div>
        )}
        <div className="min-w-0 flex-1">
          <ListToolbar
            workspace={workspace}
            state={state}
            register={register}
            isFolded={isFolded}
            search={search}
            searching={searching}
            onSearchingChange={setSearching}
          />
          <DueBar
            workspace={workspace}
            due={due ?? []}
            peek={peek}
            onOpen={open}
            onShowAll={() => state.narrow({ due: true })}
          />
          <DecisionTable
            workspace={workspace}
            state={state}
            rows={rows}
            today={today}
            register={register}
            onNew={canCreate ? write : undefined}
          />
        </div>
      </div>
    </PageFrame>
  );
}
