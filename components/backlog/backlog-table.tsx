'use client';

import { useMemo } from 'react';
import { debtPath } from '@/components/debt/debt-path';
import { messageOf } from '@/components/query/request-error';
import { DataTable } from '@/components/table/data-table';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { NothingHere } from '@/components/ui/empty-state';
import type { RankedRow } from '@/server/modules/backlog/contract';
import { backlogColumns } from './backlog-column';
import { hiddenColumns } from './column-choice';
import { headings } from './group-heading';
import { PhoneRow } from './phone-row';
import type { BacklogRows } from './use-backlog-rows';
import type { BacklogViewState } from './use-backlog-view';
import { defaultView } from './view-query';

export type BacklogTableProps = {
  workspace: string;
  state: BacklogViewState;
  rows: BacklogRows;
  selected: ReadonlySet<string>;
  onSelectedChange?: (selected: ReadonlySet<string>) => void;
  onRowKey: (key: string, row: RankedRow) => boolean;
};

const rowId = (row: RankedRow) => row.key;
const rowLabel = (row: RankedRow) => `${row.key} ${row.title}`;

/** The debts of the view, ranked. */
export function BacklogTable(props: BacklogTableProps) {
  const { workspace, state, rows } = props;
  const { view, viewQuery, setView, peek } = state;
  const { today } = rows;
  const columns = useMemo(() => backlogColumns({ today }), [today]);
  if (rows.error && rows.rows.length === 0) return <ListError error={rows.error} onRetry={rows.retry} />;
  const field = view.sort.replace(/^-/, '');
  return (
    <DataTable
      label="Debts"
      rows={rows.rows}
      columns={columns}
      getRowId={rowId}
      rowLabel={rowLabel}
      total={rows.total}
      key={view.group ?? 'flat'}
      headingOf={view.group && !rows.isOld ? headings[view.group] : undefined}
      sort={{ id: field, desc: view.sort.startsWith('-') }}
      onSortChange={({ id, desc }) => setView({ ...view, sort: desc ? `-${id}` : id })}
      hidden={hiddenColumns(columns, view.columns)}
      activeId={peek}
      onActiveChange={(key) => (key ? state.openPeek(key) : state.closePeek())}
      rowHref={(row) => debtPath(workspace, row.key, viewQuery)}
      selected={props.selected}
      onSelectedChange={props.onSelectedChange}
      onRowKey={props.onRowKey}
      loading={rows.isPending || rows.isLoadingMore}
      refreshing={rows.isOld}
      onEndReached={rows.loadMore}
      renderPhoneRow={(row) => <PhoneRow row={row} today={today} />}
      empty={<NoMatch onReset={() => setView({ ...defaultView, columns: view.columns })} />}
      footer="= tied score. Severity is the mean of impact, likelihood and velocity tax."
      footerAside={rows.isPending ? null : `${rows.rows.length} of ${rows.total}`}
    />
  );
}

function NoMatch({ onReset }: { onReset: () => void }) {
  return (
    <NothingHere
      title="No debt matches this view"
      actions={<Button onClick={onReset}>Show all that are not closed</Button>}
    >
      Take a part out of the sentence above, or search with fewer words.
    </NothingHere>
  );
}

function ListError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <Banner
      tone="danger"
      live
      title="The backlog could not be read."
      actions={<Button onClick={onRetry}>Try again</Button>}
    >
      {messageOf(error)}
    </Banner>
  );
}
