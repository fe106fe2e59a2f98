'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { ViewSearch } from '@/components/backlog/view-search';
import { useTRPC } from '@/components/query/trpc';
import { PageFrame } from '@/components/shell/page-frame';
import { useShortcut } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { useConnectionNotice } from '@/components/workspace/connection';
import type { ServiceRecord } from '@/server/modules/service/contract';
import { ServiceDialog } from './service-dialog';
import { ServiceFirstDay } from './service-first-day';
import { ServicePeek } from './service-peek';
import { ServiceSentence } from './service-sentence';
import { ServiceSummary } from './service-summary';
import { ServiceTable } from './service-table';
import { listQuery, servicePath } from './service-view';
import { useServiceView } from './use-service-view';

type Editing = { service: ServiceRecord | null } | null;

/** The catalogue of a workspace: what its debts are about. */
export function ServiceScreen({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const state = useServiceView();
  const { view, peek } = state;
  const [editing, setEditing] = useState<Editing>(null);
  const [searching, setSearching] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const summary = useQuery(trpc.service.summary.queryOptions({ workspace })).data;
  const teams = useQuery(trpc.team.list.queryOptions({ workspace })).data ?? [];
  const list = useInfiniteQuery(
    trpc.service.list.infiniteQueryOptions(listQuery(workspace, view), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const canCreate = summary?.abilities.create ?? false;
  const write = () => setEditing({ service: null });
  const startSearch = () => {
    setSearching(true);
    search.current?.focus();
  };
  useShortcut({ keys: '/', label: 'Search the catalogue', scope: 'Services', run: startSearch });
  useShortcut({ keys: 'c', label: 'New service', scope: 'Services', run: write, enabled: canCreate });
  useShortcut({
    keys: 'escape',
    label: 'Close the peek',
    scope: 'Services',
    run: state.closePeek,
    enabled: peek !== null,
  });
  const onSaved = (service: ServiceRecord) => {
    setEditing(null);
    if (window.innerWidth < 640) router.push(servicePath(workspace, service.key));
    else state.openPeek(service.key);
  };
  const dialog = editing ? (
    <ServiceDialog workspace={workspace} service={editing.service} onClose={() => setEditing(null)} onSaved={onSaved} />
  ) : null;
  const frame = { crumbs: [{ label: 'Services' }], notice: useConnectionNotice() };
  if (summary?.count === 0) {
    return (
      <PageFrame {...frame}>
        <ServiceFirstDay onNew={canCreate ? write : undefined} />
        {dialog}
      </PageFrame>
    );
  }
  return (
    <PageFrame
      {...frame}
      actions={
        canCreate ? (
          <Button variant="primary" icon={Plus} kbd="c" onClick={write}>
            <span className="max-sm:sr-only">New service</span>
          </Button>
        ) : null
      }
      peek={
        peek ? (
          <ServicePeek
            key={peek}
            workspace={workspace}
            serviceKey={peek}
            onClose={state.closePeek}
            onEdit={(service) => setEditing({ service })}
          />
        ) : null
      }
    >
      <PageHeader title="Services" summary={summary ? <ServiceSummary summary={summary} /> : null} />
      <div className="my-3 flex flex-wrap items-start gap-x-2 gap-y-1.5">
        <ServiceSentence
          view={view}
          setView={state.setView}
          narrow={state.narrow}
          teams={teams.map((team) => ({ value: team.key, label: team.name }))}
        />
        <div className="ml-auto max-sm:hidden">
          <ViewSearch
            value={view.filters.q ?? ''}
            onChange={(text) => state.narrow({ q: text || undefined }, 'replace')}
            input={search}
            open={searching}
            onOpenChange={setSearching}
          />
        </div>
      </div>
      <ServiceTable workspace={workspace} state={state} list={list} onEdit={(service) => setEditing({ service })} />
      {dialog}
    </PageFrame>
  );
}
