'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { z } from 'zod';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { showToast } from '@/components/ui/toast';
import type { CommentRecord, Subject, ThreadRecord, threadContract } from '@/server/modules/thread/contract';
import { withReaction } from './reaction';

type ThreadList = z.infer<typeof threadContract.list.output>;
type Emoji = CommentRecord['reactions'][number]['emoji'];
const none: ThreadRecord[] = [];

/** The address of a discussion in browser storage. */
export function subjectKey(subject: Subject): string {
  return subject.type === 'decision' ? `decision:${subject.id}` : `debt:${subject.key}`;
}

/** The list with one thread as the server answered it, in its place or at the end. */
function withThread(list: ThreadList, thread: ThreadRecord): ThreadList {
  const isThere = list.data.some((one) => one.id === thread.id);
  const data = isThere ? list.data.map((one) => (one.id === thread.id ? thread : one)) : [...list.data, thread];
  return { ...list, data };
}

/**
 * The threads of a record and what can be done to them. What the server answers is on screen at once; others' changes
 * arrive through the invalidation of `thread.list`. Writing rejects, so that the text stays where it was typed; resolving and
 * reacting tell their failure themselves.
 */
export function useThreads(workspace: string, subject: Subject) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const asked = { workspace, subject };
  const query = useQuery(trpc.thread.list.queryOptions(asked));
  const listKey = trpc.thread.list.queryKey(asked);
  const key = useRef(listKey);
  useEffect(() => {
    key.current = listKey;
  });
  const adopt = useCallback(
    (thread: ThreadRecord) => {
      // An older list on its way would take back what is on screen.
      void client.cancelQueries({ queryKey: key.current });
      client.setQueryData<ThreadList>(key.current, (list) => list && withThread(list, thread));
    },
    [client],
  );
  const create = useMutation(trpc.thread.create.mutationOptions()).mutateAsync;
  const reply = useMutation(trpc.thread.reply.mutationOptions()).mutateAsync;
  const edit = useMutation(trpc.thread.edit.mutationOptions()).mutateAsync;
  const remove = useMutation(trpc.thread.delete.mutationOptions()).mutateAsync;
  const resolve = useMutation(trpc.thread.resolve.mutationOptions()).mutateAsync;
  const reopen = useMutation(trpc.thread.reopen.mutationOptions()).mutateAsync;
  const react = useMutation(trpc.thread.react.mutationOptions()).mutateAsync;
  const subjectText = subjectKey(subject);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a subject is what its key says, whatever object carries it
  const actions = useMemo(() => {
    const told = async (work: Promise<ThreadRecord>, failure: string) => {
      try {
        adopt(await work);
        return true;
      } catch (error) {
        void client.invalidateQueries({ queryKey: key.current });
        showToast({ title: failure, description: messageOf(error), tone: 'danger' });
        return false;
      }
    };
    const open = (thread: string) => told(reopen({ workspace, thread }), 'The thread was not reopened.');
    const adopted = async (work: Promise<ThreadRecord>) => {
      const thread = await work;
      adopt(thread);
      return thread;
    };
    return {
      create: (input: { anchor: ThreadRecord['anchor']; body: string }) =>
        adopted(create({ workspace, subject, ...input })),
      reply: (thread: string, body: string) => adopted(reply({ workspace, thread, body })),
      edit: (comment: string, version: number, body: string) => adopted(edit({ workspace, comment, version, body })),
      remove: (comment: string) => told(remove({ workspace, comment }), 'The comment was not deleted.'),
      resolve: async (thread: string) => {
        if (!(await told(resolve({ workspace, thread }), 'The thread was not resolved.'))) return;
        // It folds away at once: the way back stays for a while.
        showToast({ title: 'The thread is resolved.', undo: () => void open(thread) });
      },
      reopen: open,
      react: (thread: ThreadRecord, comment: string, emoji: Emoji, on: boolean) => {
        // Shown before the server answers; its answer, or the next list, says how it is.
        adopt(withReaction(thread, comment, emoji, on));
        return told(react({ workspace, comment, emoji, on }), 'The reaction was not saved.');
      },
    };
  }, [adopt, client, create, reply, edit, remove, resolve, reopen, react, workspace, subjectText]);
  return {
    threads: query.data?.data ?? none,
    canCreate: query.data?.abilities.create ?? false,
    isPending: query.isPending,
    error: query.error,
    refetch: query.refetch,
    actions,
  };
}

export type ThreadActions = ReturnType<typeof useThreads>['actions'];
