'use client';

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Globe } from 'lucide-react';
import { useMemo } from 'react';
import { messageOf } from '@/components/query/request-error';
import { DataTable } from '@/components/table/data-table';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { NothingHere } from '@/components/ui/empty-state';
import { SeverityBar } from '@/components/ui/severity-bar';
import { displayScore } from '@/server/domain/scoring/score';
import type { ServiceRecord } from '@/server/modules/service/contract';
import { serviceColumns } from './service-column';
import { servicePath } from './service-view';
import { percentText } from './service-words';
import type { ServiceViewState } from './use-service-view';

type Page = { data: ServiceRecord[]; nextCursor: string | null; total: number };
type List = Pick<
  UseInfiniteQueryResult<InfiniteData<Page>, unknown>,
  | 'data'
  | 'error'
  | 'isPending'
  | 'isPlaceholderData'
  | 'hasNextPage'
  | 'isFetchingNextPage'
  | 'fetchNextPage'
  | 'refetch'
>;

type TableProps = {
  workspace: string;
  state: ServiceViewState;
  list: List;
  onEdit: (service: ServiceRecord) => void;
};

const rowId = (service: ServiceRecord) => service.key;
const rowLabel = (service: ServiceRecord) => `${service.key} ${service.name}`;

/** The services of the view. */
export function ServiceTable({ workspace, state, list, onEdit }: TableProps) {
  const { view, setView, peek } = state;
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.data) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total ?? 0;
  if (list.error && rows.length === 0) {
    return (
      <Banner
        tone="danger"
        live
        title="The catalogue could not be read."
        actions={<Button onClick={() => void list.refetch()}>Try again</Button>}
      >
        {messageOf(list.error)}
      </Banner>
    );
  }
  const onRowKey = (key: string, service: ServiceRecord) => {
    if (key === 'ArrowRight') state.openPeek(service.key);
    else if (key === 'e' && service.abilities.edit) onEdit(service);
    else return false;
    return true;
  };
  return (
    <DataTable
      label="Services"
      rows={rows}
      columns={serviceColumns}
      getRowId={rowId}
      rowLabel={rowLabel}
      total={total}
      sort={{ id: view.sort.replace(/^-/, ''), desc: view.sort.startsWith('-') }}
      onSortChange={({ id, desc }) => setView({ ...view, sort: desc ? `-${id}` : id })}
      activeId={peek}
      onActiveChange={(key) => (key ? state.openPeek(key) : state.closePeek())}
      rowHref={(service) => servicePath(workspace, service.key)}
      onRowKey={onRowKey}
      loading={list.isPending || list.isFetchingNextPage}
      refreshing={list.isPlaceholderData}
      onEndReached={() => {
        if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
      }}
      renderPhoneRow={(service) => <PhoneRow service={service} />}
      empty={
        <NothingHere
          title="No service matches this view"
          actions={<Button onClick={() => setView({ ...view, filters: {} })}>Show the whole catalogue</Button>}
        >
          Take a part out of the sentence above, or search with fewer letters.
        </NothingHere>
      }
      footer="Debts are open ones, worst is their highest severity. A debt of two services counts at both."
      footerAside={list.isPending ? null : `${rows.length} of ${total}`}
    />
  );
}

/** A service as two lines on a phone: key and debts over name, tier, availability and severity. */
function PhoneRow({ service }: { service: ServiceRecord }) {
  const facts = [service.name, service.tier, service.availability === null ? '' : percentText(service.availability)];
  const worst = service.worstSeverityThirds;
  return (
    <span className="grid grid-cols-[1fr_auto] items-baseline gap-x-3">
      <span className="flex min-w-0 items-center gap-2 text-form font-medium">
        <span className="truncate">{service.key}</span>
        {service.external ? <Globe aria-label="external" className="size-3.25 shrink-0 text-ink-2" /> : null}
      </span>
      <span className="text-right tabular-nums">
        {service.openDebts > 0 ? (
          <b className="text-product font-semibold">{service.openDebts}</b>
        ) : (
          <span className="text-label text-ink-3">no debts</span>
        )}
      </span>
      <span className="truncate text-label text-ink-3">{facts.filter(Boolean).join(' · ')}</span>
      <span className="text-right text-label">
        {worst === null ? null : <SeverityBar value={displayScore(worst)} />}
      </span>
    </span>
  );
}
