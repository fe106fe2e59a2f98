'use client';

import { GitFork, ListTree, PanelLeft } from 'lucide-react';
import { type RefObject, useCallback, useState } from 'react';
import { SaveView } from '@/components/backlog/save-view';
import { ViewSearch } from '@/components/backlog/view-search';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Sheet } from '@/components/ui/sheet';
import { DecisionSentence } from './decision-sentence';
import { isNarrowed, listPath } from './decision-view';
import { FacetColumn } from './facet-column';
import { RegisterLink } from './register-picker';
import type { DecisionViewState } from './use-decision-view';

type ListToolbarProps = {
  workspace: string;
  state: DecisionViewState;
  register?: string;
  /** The facets have no column of their own. */
  isFolded: boolean;
  search: RefObject<HTMLInputElement | null>;
  searching: boolean;
  onSearchingChange: (searching: boolean) => void;
};

/** The sentence that says the view, and beside it how else it can be seen and kept. */
export function ListToolbar(props: ListToolbarProps) {
  const { workspace, state, register, isFolded, search, searching, onSearchingChange } = props;
  const { view, setView, narrow } = state;
  const [isFacets, setIsFacets] = useState(false);
  const find = useCallback((text: string) => narrow({ q: text || undefined }, 'replace'), [narrow]);
  const one = view.filters.register?.length === 1 ? view.filters.register[0] : undefined;
  const clear = () => setView({ filters: register ? { register: [register] } : {}, sort: view.sort });
  return (
    <div className="mb-2.5 flex flex-wrap items-start gap-x-2 gap-y-1.5 max-sm:gap-y-0">
      <DecisionSentence workspace={workspace} state={state} register={register} isShort={isFolded} />
      {isNarrowed({ ...view.filters, q: undefined }, register) ? (
        <Button variant="ghost" onClick={clear}>
          Clear
        </Button>
      ) : null}
      <div className="ml-auto flex flex-wrap items-center gap-1">
        <ViewSearch
          value={view.filters.q ?? ''}
          placeholder="Words or number"
          onChange={find}
          input={search}
          open={searching}
          onOpenChange={onSearchingChange}
        />
        <Button
          variant="ghost"
          icon={PanelLeft}
          className={cn(!isFolded && 'lg:hidden')}
          onClick={() => setIsFacets(true)}
        >
          Facets
        </Button>
        {isFolded ? null : (
          <span className="flex items-center gap-1 max-sm:hidden">
            <RegisterLink
              workspace={workspace}
              register={one}
              icon={GitFork}
              label="Graph"
              note="A graph is of one register and what it rests on."
              hrefOf={(slug) => `${listPath(workspace, slug)}/graph`}
            />
            <RegisterLink
              workspace={workspace}
              register={one}
              icon={ListTree}
              label="Timeline"
              note="A timeline is of one register."
              hrefOf={(slug) => `${listPath(workspace, slug)}/timeline`}
            />
            <SaveView
              workspace={workspace}
              viewQuery={`decisions${register ? `/${register}` : ''}?${state.viewQuery}`}
            />
          </span>
        )}
      </div>
      <Sheet open={isFacets} onOpenChange={setIsFacets} title="Facets" side="left">
        <div className="px-4 py-3">
          <FacetColumn workspace={workspace} state={state} register={register} />
        </div>
      </Sheet>
    </div>
  );
}
