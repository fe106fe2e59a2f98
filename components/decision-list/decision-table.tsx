'use client';

import { useMemo } from 'react';
import { decisionPath } from '@/components/decision/decision-path';
import { messageOf } from '@/components/query/request-error';
import type { Sort } from '@/components/table/data-column';
import { DataTable } from '@/components/table/data-table';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { NothingHere } from '@/components/ui/empty-state';
import { decisionColumns } from './decision-column';
import { isNarrowed, sortOf } from './decision-view';
import { decisionName } from './decision-words';
import { PhoneRow } from './phone-row';
import type { DecisionRows, ListedDecision } from './use-decision-rows';
import type { DecisionViewState } from './use-decision-view';

type DecisionTableProps = {
  workspace: string;
  state: DecisionViewState;
  rows: DecisionRows;
  today: string;
  register?: string;
  /** How an empty register begins. */
  onNew?: () => void;
};

const rowId = (row: ListedDecision) => row.id;
const rowLabel = (row: ListedDecision) => `${decisionName(row)}: ${row.title}`;

// The column shows days that have gone by: the latest change is the least of them.
function shownSort(sort: string): Sort {
  const [id, desc] = [sort.replace(/^-/, ''), sort.startsWith('-')];
  return { id, desc: id === 'since' ? !desc : desc };
}

function askedSort({ id, desc }: Sort): string {
  return (id === 'since' ? !desc : desc) ? `-${id}` : id;
}

/** The decisions of the view. */
export function DecisionTable({ workspace, state, rows, today, register, onNew }: DecisionTableProps) {
  const { view, setView, peek } = state;
  const columns = useMemo(() => decisionColumns(today), [today]);
  if (rows.error && rows.rows.length === 0) {
    return (
      <Banner
        tone="danger"
        live
        title="The decisions could not be read."
        actions={<Button onClick={rows.retry}>Try again</Button>}
      >
        {messageOf(rows.error)}
      </Banner>
    );
  }
  const reset = () => setView({ filters: register ? { register: [register] } : {}, sort: null });
  return (
    <DataTable
      label="Decisions"
      rows={rows.rows}
      columns={columns}
      getRowId={rowId}
      rowLabel={rowLabel}
      total={rows.total}
      sort={shownSort(sortOf(view))}
      onSortChange={(sort) => setView({ ...view, sort: askedSort(sort) })}
      activeId={peek}
      onActiveChange={(id) => (id ? state.openPeek(id) : state.closePeek())}
      rowHref={(row) => decisionPath(workspace, row.register.slug, row.id)}
      onRowKey={(key, row) => {
        if (key !== 'ArrowRight') return false;
        state.openPeek(row.id);
        return true;
      }}
      loading={rows.isPending || rows.isLoadingMore}
      refreshing={rows.isOld}
      onEndReached={rows.loadMore}
      renderPhoneRow={(row) => <PhoneRow row={row} today={today} />}
      empty={isNarrowed(view.filters, register) ? <NoMatch onReset={reset} /> : <NothingYet onNew={onNew} />}
      footer={
        peek
          ? 'A number is given on acceptance.'
          : 'Since is the last change of status, threads are open ones. A number is given on acceptance.'
      }
      footerAside={rows.isPending ? null : `${rows.rows.length} of ${rows.total}`}
    />
  );
}

function NoMatch({ onReset }: { onReset: () => void }) {
  return (
    <NothingHere title="No decision matches this view" actions={<Button onClick={onReset}>Show them all</Button>}>
      Take a part out of the sentence above, or search with fewer words.
    </NothingHere>
  );
}

function NothingYet({ onNew }: { onNew?: () => void }) {
  return (
    <NothingHere
      title="No decision is written down here yet"
      actions={
        onNew ? (
          <Button variant="primary" kbd="c" onClick={onNew}>
            New decision
          </Button>
        ) : null
      }
    >
      The first one can be small: what was decided, what else was possible, and when to look again.
    </NothingHere>
  );
}
