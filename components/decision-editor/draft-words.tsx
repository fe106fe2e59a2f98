'use client';

import { CloudOff, TriangleAlert } from 'lucide-react';
import { LocalTime } from '@/components/ui/local-time';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import type { DraftStatus } from './draft-keeper';

/** Where what is typed is kept. Only what asks for attention is announced: the rest changes with every pause. */
export function DraftWords({ status }: { status: DraftStatus }) {
  switch (status.kind) {
    case 'same':
      return <span>Nothing changed yet.</span>;
    case 'waiting':
      return <span>Not saved yet</span>;
    case 'saved':
      return (
        <span>
          Draft saved <LocalTime at={status.at} form="time" />
        </span>
      );
    case 'offline':
      return (
        <span role="status" className="inline-flex items-center gap-1.5 text-warn">
          <CloudOff aria-hidden className="size-4" />
          {status.isKept
            ? 'Offline. The draft is kept in this browser.'
            : 'Offline, and this browser keeps no drafts: stay on this page.'}
        </span>
      );
    case 'refused':
      return (
        <span role="status" className="inline-flex items-center gap-1.5 text-warn">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          {status.isKept ? 'Kept in this browser only: ' : 'Not kept: '}
          {status.reason}
        </span>
      );
  }
}

/** What saving will do, before it is done: "Saving makes revision 5 and drops the approvals of Mira Kaur and Jonas Lind." */
export function consequenceOf(
  record: Pick<DecisionRecord, 'status' | 'revision'>,
  approvers: readonly string[],
): string {
  // A draft that nobody was shown yet has one revision, which is written anew.
  if (record.status === 'draft' && record.revision === 1) return 'Saving keeps it a draft.';
  const makes = `Saving makes revision ${record.revision + 1}`;
  if (approvers.length === 0) return `${makes}.`;
  const names = approvers.length > 3 ? [...approvers.slice(0, 2), `${approvers.length - 2} others`] : approvers;
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `${makes} and drops ${approvers.length === 1 ? 'the approval' : `${approvers.length} approvals`}: ${list}.`;
}
