'use client';

import { useQuery } from '@tanstack/react-query';
import { listPath } from '@/components/decision-list/decision-view';
import { codeOf, messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { RegisterMissing } from '@/components/register/register-missing';
import { PageFrame } from '@/components/shell/page-frame';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { NothingHere } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import { useConnectionNotice } from '@/components/workspace/connection';
import { dayText } from '@/server/domain/scoring/day';
import { TimelinePicture } from './timeline-picture';
import { TimelineTable } from './timeline-table';
import type { StatusChange } from './timeline-years';
import { FaceSwitch, TwoFaces } from './two-faces';
import { useFace } from './use-face';

/** The server tells so many at most. */
const mostChanges = 1000;

function summaryOf(changes: readonly StatusChange[]): string | null {
  const first = changes.at(-1);
  if (!first) return null;
  if (changes.length >= mostChanges) return `the latest ${mostChanges} changes of status`;
  return `${changes.length} ${changes.length === 1 ? 'change' : 'changes'} of status since ${dayText(first.day)}`;
}

/** The changes of status in a register, the newest first, as a line and as a table. */
export function TimelineScreen({ workspace, register }: { workspace: string; register: string }) {
  const trpc = useTRPC();
  const own = useQuery(trpc.register.get.queryOptions({ workspace, slug: register }));
  const timeline = useQuery(trpc.decisionList.timeline.queryOptions({ workspace, register }));
  const face = useFace('Timeline');
  const notice = useConnectionNotice();
  const name = own.data?.name ?? register;
  const path = listPath(workspace, register);
  const changes = timeline.data;
  const frame = {
    crumbs: [{ label: 'Decisions', href: listPath(workspace) }, { label: name, href: path }, { label: 'Timeline' }],
    backHref: path,
    notice,
  };
  if (['notFound', 'invalid'].includes(codeOf(own.error) ?? '')) {
    return (
      <PageFrame {...frame}>
        <RegisterMissing
          workspace={workspace}
          slug={register}
          error={own.error}
          onRestored={() => void Promise.all([own.refetch(), timeline.refetch()])}
        />
      </PageFrame>
    );
  }
  const parts = { workspace, register, changes: changes ?? [] };
  return (
    <PageFrame {...frame} actions={changes?.length ? <FaceSwitch state={face} /> : null}>
      <PageHeader className="mb-3" title={`Timeline of ${name}`} summary={changes ? summaryOf(changes) : null} />
      {changes?.length === 0 ? (
        <NothingHere title="No status has changed here yet">
          A decision that is proposed, accepted, rejected or superseded leaves a line.
        </NothingHere>
      ) : changes ? (
        <TwoFaces state={face} picture={<TimelinePicture {...parts} />} table={<TimelineTable {...parts} />} />
      ) : timeline.error ? (
        <Banner
          tone="danger"
          live
          title="The timeline could not be read."
          actions={<Button onClick={() => void timeline.refetch()}>Try again</Button>}
        >
          {messageOf(timeline.error)}
        </Banner>
      ) : (
        <SkeletonGroup label="Loading the timeline" className="flex max-w-[816px] flex-col gap-4">
          {['a', 'b', 'c', 'd', 'e', 'f'].map((line) => (
            <Skeleton key={line} className="h-9" />
          ))}
        </SkeletonGroup>
      )}
    </PageFrame>
  );
}
