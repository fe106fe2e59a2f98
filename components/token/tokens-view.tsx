'use client';

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { BookOpen, KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { useShortcut } from '@/components/shell/shortcuts';
import { Button, ButtonLink } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { showToast } from '@/components/ui/toast';
import { SettingsFrame } from '@/components/workspace/settings-frame';
import { SettingsTable } from '@/components/workspace/settings-table';
import type { TokenRecord } from '@/server/modules/token/contract';
import { type MadeToken, NewTokenDialog } from './new-token-dialog';
import { TokenRow } from './token-row';
import { TokenShown } from './token-shown';

const columns = [
  { label: 'Token' },
  { label: 'May', className: 'max-sm:hidden' },
  { label: 'Created by', className: 'max-lg:hidden' },
  { label: 'Last used', className: 'max-md:hidden' },
  { label: 'Expires', className: 'max-sm:hidden' },
  { label: 'Revoke', hidden: true },
];

function useRevoke(onDone: (id: string) => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.token.revoke.mutationOptions({
      onSuccess: ({ id, name }) => {
        onDone(id);
        showToast({ title: `${name} has stopped working` });
      },
      onError: (error) => showToast({ title: messageOf(error), tone: 'danger' }),
      onSettled: () => queryClient.invalidateQueries(trpc.token.pathFilter()),
    }),
  );
}

/** Keys for programs: what each may do, who made it, and whether anything still uses it. */
export function TokensView({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { data: tokens } = useSuspenseQuery(trpc.token.list.queryOptions({ workspace }));
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<MadeToken | null>(null);
  const [revoking, setRevoking] = useState<TokenRecord | null>(null);
  const revoke = useRevoke((id) => {
    setRevoking(null);
    setMade((shown) => (shown?.id === id ? null : shown));
  });
  useShortcut({ keys: 'c', label: 'New token', scope: 'API tokens', run: () => setCreating(true) });
  const expired = tokens.filter((token) => token.expired).length;
  const create = (
    <Button icon={Plus} kbd="c" onClick={() => setCreating(true)}>
      New token
    </Button>
  );
  const actions = (
    <>
      <ButtonLink href="/docs/api" variant="ghost" icon={BookOpen} className="max-sm:hidden">
        API reference
      </ButtonLink>
      {create}
    </>
  );
  return (
    <SettingsFrame workspace={workspace} title="API tokens" actions={actions}>
      {tokens.length === 0 ? (
        <EmptyState
          title="No API tokens yet"
          lesson="A token lets a program do what a member may: bring debts in from a pipeline, or read the backlog into a report."
          steps={[
            {
              icon: KeyRound,
              title: 'Create one',
              description: 'With a role, an end, and less than the role if that is enough.',
              action: create,
            },
          ]}
        />
      ) : (
        <>
          <PageHeader
            className="mb-3"
            title="API tokens"
            summary={`${tokens.length - expired} in use${expired > 0 ? `, ${expired} expired` : ''} · 600 requests a minute each`}
          />
          {made ? <TokenShown workspace={workspace} token={made} onClose={() => setMade(null)} /> : null}
          <SettingsTable label="API tokens" head={columns}>
            {tokens.map((token) => (
              <TokenRow
                key={token.id}
                token={token}
                isNew={token.id === made?.id}
                onRevoke={() => (token.expired ? revoke.mutate({ workspace, id: token.id }) : setRevoking(token))}
              />
            ))}
          </SettingsTable>
          <p className="mt-3 text-label text-ink-3">
            A token never has more rights than its role. Revoking takes effect at the next request and is in the{' '}
            <TextLink look="quiet" href={`/w/${workspace}/settings/audit`}>
              audit log
            </TextLink>
            .
          </p>
        </>
      )}
      {creating ? (
        <NewTokenDialog
          workspace={workspace}
          onClose={() => setCreating(false)}
          onMade={(token) => {
            setMade(token);
            setCreating(false);
          }}
        />
      ) : null}
      {revoking ? (
        <ConfirmDialog
          open
          onOpenChange={() => setRevoking(null)}
          title={`Revoke ${revoking.name}`}
          confirmLabel="Revoke token"
          pending={revoke.isPending}
          onConfirm={() => revoke.mutate({ workspace, id: revoking.id })}
        >
          Whatever uses it is refused from its next request on. This cannot be undone; a new token has a new secret.
        </ConfirmDialog>
      ) : null}
    </SettingsFrame>
  );
}
