'use client';

import { type RefObject, useCallback, useMemo } from 'react';
import { ColumnsMenu } from '@/components/table/columns-menu';
import { backlogColumns } from './backlog-column';
import { chosenColumns, hiddenColumns } from './column-choice';
import { FilterSentence } from './filter-sentence';
import { GroupMenu } from './group-menu';
import { SaveView } from './save-view';
import type { BacklogViewState } from './use-backlog-view';
import { useFilterOptions } from './use-filter-options';
import { ViewSearch } from './view-search';

type BacklogToolbarProps = {
  workspace: string;
  state: BacklogViewState;
  search: RefObject<HTMLInputElement | null>;
  searching: boolean;
  onSearchingChange: (searching: boolean) => void;
};

/** The sentence that says the view, and beside it how it is laid out and kept. */
export function BacklogToolbar({ workspace, state, search, searching, onSearchingChange }: BacklogToolbarProps) {
  const { view, setView, narrow } = state;
  const options = useFilterOptions(workspace);
  const columns = useMemo(() => backlogColumns({ today: '' }), []);
  const find = useCallback((text: string) => narrow({ q: text || undefined }, 'replace'), [narrow]);
  return (
    <div className="my-3 flex flex-wrap items-start gap-x-2 gap-y-1.5">
      <FilterSentence view={view} setView={setView} narrow={narrow} options={options} />
      <div className="ml-auto flex flex-wrap items-center gap-1 max-sm:hidden">
        <ViewSearch
          value={view.filters.q ?? ''}
          onChange={find}
          input={search}
          open={searching}
          onOpenChange={onSearchingChange}
        />
        <ColumnsMenu
          columns={columns}
          hidden={hiddenColumns(columns, view.columns)}
          onHiddenChange={(hidden) => setView({ ...view, columns: chosenColumns(columns, hidden) }, 'replace')}
        />
        <GroupMenu group={view.group} onChange={(group) => setView({ ...view, group })} />
        <SaveView workspace={workspace} viewQuery={state.viewQuery} />
      </div>
    </div>
  );
}
