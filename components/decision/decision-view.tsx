'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { isNotFound } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { PageFrame } from '@/components/shell/page-frame';
import type { DrawnText } from '@/components/thread/draw-text';
import { DecisionMissing } from './decision-missing';
import { DecisionPage } from './decision-page';
import { DecisionSkeleton } from './decision-skeleton';
import { DecisionTombstone } from './tombstone-view';

const PastView = dynamic(async () => (await import('./past-view')).PastView);

export type DecisionViewProps = {
  workspace: string;
  register: string;
  id: string;
  /** The day on which it is read as it stood then, `YYYY-MM-DD`. */
  at: string | null;
  /** Its text, drawn on the server; without it the browser draws it. */
  drawn?: DrawnText | null;
};

/** The page of one decision, in whatever condition it is: there, as it stood, deleted, unknown or on its way. */
export function DecisionView({ workspace, register, id, at, drawn = null }: DecisionViewProps) {
  const trpc = useTRPC();
  const { data: decision, error, isFetching, refetch } = useQuery(trpc.decision.get.queryOptions({ workspace, id }));
  const [reading, setReading] = useState(false);
  if (decision?.deletedAt && !reading) {
    return (
      <DecisionTombstone
        workspace={workspace}
        decision={decision}
        deletedAt={decision.deletedAt}
        onRead={() => setReading(true)}
      />
    );
  }
  if (decision && at) return <PastView workspace={workspace} decision={decision} day={at} />;
  if (decision) {
    const onBack = decision.deletedAt ? () => setReading(false) : undefined;
    return <DecisionPage key={decision.id} workspace={workspace} decision={decision} drawn={drawn} onBack={onBack} />;
  }
  if (error) {
    return (
      <DecisionMissing
        workspace={workspace}
        register={register}
        error={isNotFound(error) ? null : error}
        retry={{ pending: isFetching, run: () => void refetch() }}
      />
    );
  }
  const list = `/w/${workspace}/decisions`;
  const crumbs = [
    { label: 'Decisions', href: list },
    { label: register, href: `${list}/${register}` },
    { label: 'loading' },
  ];
  return (
    <PageFrame crumbs={crumbs} backHref={`${list}/${register}`} width="reading">
      <DecisionSkeleton />
    </PageFrame>
  );
}
