'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { CodeBlock } from '@/components/ui/code-block';
import { Dialog } from '@/components/ui/dialog';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import { TextButton } from '@/components/ui/text-link';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { RailSection } from './rail-section';

type SourceProps = { workspace: string; decision: DecisionRecord };

/** Where a record came from: its file, what the file says of itself, and the file as it came. */
export function SourceSection({ workspace, decision }: SourceProps) {
  const { sourcePath, hasOriginal, rawStatus, rawDate } = decision;
  const [isShown, setIsShown] = useState(false);
  if (!sourcePath && !hasOriginal) return null;
  const says = [...(rawStatus ? [`status “${rawStatus}”`] : []), ...(rawDate ? [`date “${rawDate}”`] : [])];
  return (
    <RailSection title="Came from">
      <p className="[overflow-wrap:anywhere]">
        <code className="font-mono">{sourcePath}</code>
      </p>
      <p className="text-label text-ink-2">
        {says.length > 0 ? `It says ${says.join(', ')}` : null}
        {says.length > 0 && hasOriginal ? ', ' : null}
        {hasOriginal ? (
          <TextButton look="quiet" onClick={() => setIsShown(true)}>
            original kept
          </TextButton>
        ) : null}
      </p>
      {isShown ? <OriginalDialog workspace={workspace} id={decision.id} onClose={() => setIsShown(false)} /> : null}
    </RailSection>
  );
}

function OriginalDialog({ workspace, id, onClose }: { workspace: string; id: string; onClose: () => void }) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.decision.original.queryOptions({ workspace, id }));
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title="The file as it came"
      aside={data ? `${data.path}, ${data.layout}, ${dayText(dateToDay(data.importedAt))}` : undefined}
      width="lg"
    >
      {data ? (
        data.text === null ? (
          <p className="text-ink-2">The file is not text. An export gives it back byte for byte.</p>
        ) : (
          <CodeBlock label="The file as it came" wrap>
            {data.text}
          </CodeBlock>
        )
      ) : error ? (
        <p role="alert" className="text-danger">
          {messageOf(error)}
        </p>
      ) : (
        <SkeletonGroup label="Loading the file" className="flex flex-col gap-2">
          <Skeleton className="w-3/5" />
          <Skeleton className="w-4/5" />
          <Skeleton className="w-2/5" />
        </SkeletonGroup>
      )}
    </Dialog>
  );
}
