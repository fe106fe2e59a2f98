'use client';

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { NewPasswordField } from '@/components/auth/new-password-field';
import { methodsSentence } from '@/components/member/role-words';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input, PasswordInput } from '@/components/ui/input';
import { PageHeader, PanelHeader } from '@/components/ui/page-header';
import { showToast } from '@/components/ui/toast';
import { SettingsFrame } from '@/components/workspace/settings-frame';

function NameForm({ name: saved, email }: { name: string; email: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState(saved);
  const rename = useMutation(
    trpc.account.rename.mutationOptions({
      onSuccess: async () => {
        await Promise.all([trpc.account, trpc.member].map((one) => queryClient.invalidateQueries(one.pathFilter())));
        showToast({ title: 'Your name is saved', tone: 'ok' });
      },
    }),
  );
  const problems = problemsOf(rename.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate({ name });
  };
  return (
    <form onSubmit={submit} className="flex max-w-[472px] flex-col gap-4">
      {rename.isError && !problems.name ? <FormProblem title={messageOf(rename.error)} /> : null}
      <Field label="Your name" error={problems.name} hint="On everything you write, in every workspace.">
        <Input
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="name"
          maxLength={80}
          required
        />
      </Field>
      <Field label="E-mail" hint="Invitations and sign-ins go by it, so it stays as it is.">
        <Input value={email} readOnly />
      </Field>
      <div>
        <Button type="submit" size="form" pending={rename.isPending} disabled={name.trim() === saved}>
          Save name
        </Button>
      </div>
    </form>
  );
}

function PasswordForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation(
    trpc.account.changePassword.mutationOptions({
      onSuccess: async ({ sessionsEnded }) => {
        setCurrent('');
        setNext('');
        await Promise.all([trpc.account, trpc.session].map((one) => queryClient.invalidateQueries(one.pathFilter())));
        const others =
          sessionsEnded === 0
            ? undefined
            : sessionsEnded === 1
              ? 'The other session has ended.'
              : `${sessionsEnded} other sessions have ended.`;
        showToast({ title: 'Your password is changed', tone: 'ok', description: others });
      },
    }),
  );
  const problems = problemsOf(change.error);
  const unplaced = change.isError && !problems.current && !problems.next;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ next, ...(hasPassword ? { current } : {}) });
  };
  return (
    <form onSubmit={submit} className="flex max-w-[472px] flex-col gap-4">
      {unplaced ? <FormProblem title={messageOf(change.error)} /> : null}
      <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
      {hasPassword ? (
        <Field label="Current password" error={problems.current}>
          <PasswordInput
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
            autoComplete="current-password"
            required
          />
        </Field>
      ) : null}
      <NewPasswordField label="New password" value={next} onChange={setNext} email={email} error={problems.next} />
      <div>
        <Button type="submit" size="form" pending={change.isPending}>
          {hasPassword ? 'Change password' : 'Set password'}
        </Button>
      </div>
    </form>
  );
}

/** One's own name and password, the same in every workspace. */
export function AccountView({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { data: me } = useSuspenseQuery(trpc.account.me.queryOptions());
  const methods = [...(me.hasPassword ? ['password'] : []), ...me.providers];
  return (
    <SettingsFrame workspace={workspace} title="Your account">
      <PageHeader
        className="mb-5"
        title="Your account"
        summary={`Signs in with ${methodsSentence(methods).toLowerCase().replace('github', 'GitHub')}`}
      />
      <NameForm key={me.name} name={me.name} email={me.email} />
      <PanelHeader className="mt-9 mb-4" title="Password" summary="Every other session ends when it changes." />
      <PasswordForm email={me.email} hasPassword={me.hasPassword} />
    </SettingsFrame>
  );
}
