'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '@/components/query/trpc';
import type { Subject, ThreadRecord } from '@/server/modules/thread/contract';
import { subjectKey } from './use-threads';

/** Tells the server that one has seen where one is named on this page, once for each comment that names somebody. */
export function useSeenMentions(workspace: string, subject: Subject, threads: readonly ThreadRecord[]): void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutate } = useMutation(
    trpc.thread.markSeen.mutationOptions({
      onSuccess: ({ seen }) => {
        if (seen > 0) void client.invalidateQueries(trpc.home.pathFilter());
      },
    }),
  );
  const naming = threads.flatMap((thread) => thread.comments.filter((comment) => comment.mentions.length > 0)).length;
  const place = `${workspace} ${subjectKey(subject)} ${naming}`;
  const told = useRef('');
  const asked = useRef({ workspace, subject });
  useEffect(() => {
    asked.current = { workspace, subject };
  });
  useEffect(() => {
    if (naming === 0 || told.current === place) return;
    told.current = place;
    mutate(asked.current);
  }, [naming, place, mutate]);
}
