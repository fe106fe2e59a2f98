'use client';

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Laptop } from 'lucide-react';
import { methodsSentence } from '@/components/member/role-words';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { PageHeader } from '@/components/ui/page-header';
import { showToast } from '@/components/ui/toast';
import { SettingsFrame } from '@/components/workspace/settings-frame';
import { SettingsCell, SettingsTable, TwoLines } from '@/components/workspace/settings-table';
import { Ago } from './ago';
import { browserName } from './browser-name';

const columns = [
  { label: 'Browser' },
  { label: 'Signed in', className: 'max-sm:hidden' },
  { label: 'Last used', className: 'text-right' },
  { label: 'End', hidden: true },
];

/** Where one is signed in, and the way to end it. */
export function SessionsView({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: sessions } = useSuspenseQuery(trpc.session.list.queryOptions());
  const shared = {
    onSettled: () => queryClient.invalidateQueries(trpc.session.pathFilter()),
    onError: (error: unknown) => showToast({ title: messageOf(error), tone: 'danger' as const }),
  };
  const revoke = useMutation(trpc.session.revoke.mutationOptions(shared));
  const revokeOthers = useMutation(trpc.session.revokeOthers.mutationOptions(shared));
  const others = sessions.filter((session) => !session.current).length;
  const endOthers = () =>
    revokeOthers.mutate(undefined, {
      onSuccess: ({ sessionsEnded }) =>
        showToast({ title: sessionsEnded === 1 ? 'One session has ended' : `${sessionsEnded} sessions have ended` }),
    });
  return (
    <SettingsFrame
      workspace={workspace}
      title="Your sessions"
      actions={
        others > 0 ? (
          <Button pending={revokeOthers.isPending} onClick={endOthers}>
            End all others
          </Button>
        ) : null
      }
    >
      <PageHeader
        className="mb-3"
        title="Your sessions"
        summary={
          others === 0
            ? 'Signed in here and nowhere else'
            : `Signed in here and in ${others === 1 ? 'one other place' : `${others} other places`}`
        }
      />
      <SettingsTable label="Your sessions" head={columns}>
        {sessions.map((session) => (
          <tr key={session.id}>
            <SettingsCell className="max-sm:w-full max-sm:max-w-0">
              <TwoLines
                lead={<Laptop aria-hidden className="size-4 text-ink-3" />}
                title={
                  <>
                    {browserName(session.userAgent)}
                    {session.current ? <span className="ml-2 font-normal text-ok">this one</span> : null}
                  </>
                }
                detail={session.address === 'unknown' ? null : `from ${session.address}`}
              />
            </SettingsCell>
            <SettingsCell className="max-sm:hidden">
              <TwoLines
                title={
                  <span className="font-normal">
                    <LocalTime at={session.createdAt} form="day-time" />
                  </span>
                }
                detail={methodsSentence([session.method])}
              />
            </SettingsCell>
            <SettingsCell className="text-right text-ink-2">
              <Ago at={session.lastSeenAt} />
            </SettingsCell>
            <SettingsCell className="w-20 text-right">
              {session.current ? null : (
                <Button size="sm" onClick={() => revoke.mutate({ id: session.id })}>
                  End<span className="sr-only"> the session of {browserName(session.userAgent)}</span>
                </Button>
              )}
            </SettingsCell>
          </tr>
        ))}
      </SettingsTable>
      <p className="mt-3 text-label text-ink-3">A session ends by itself when it was not used for 30 days.</p>
    </SettingsFrame>
  );
}
