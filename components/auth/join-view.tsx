'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { SplitScreen } from '@/components/shell/split-screen';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { signOut } from '@/components/workspace/sign-out';
import { AuthHeading } from './auth-heading';
import { signInWithPassword } from './auth-request';
import { FormProblem } from './form-problem';
import { NewPasswordField } from './new-password-field';
import { ProviderButtons } from './provider-buttons';
import { SignInStory } from './story';

export type JoinViewProps = {
  workspace: string;
  token: string;
  invitation: { workspace: string; email: string; role: string; invitedBy: string | null; hasAccount: boolean };
  /** The address of whoever is signed in here, if anyone. */
  signedInAs: string | null;
  providers: { id: string; name: string }[];
};

const articles: Record<string, string> = { editor: 'an editor', admin: 'an admin' };

/** Accepting an invitation: as the invited person, signed in or new. */
export function JoinView(props: JoinViewProps) {
  const { invitation, signedInAs } = props;
  const { workspace, role, invitedBy, email } = invitation;
  const as = articles[role] ?? `a ${role}`;
  return (
    <SplitScreen story={<SignInStory />}>
      <AuthHeading title={`Join ${workspace}`}>
        {invitedBy ? `${invitedBy} invites ${email} as ${as}.` : `${email} is invited as ${as}.`}
      </AuthHeading>
      {signedInAs === email ? <JoinAsMe {...props} /> : signedInAs ? <SomeoneElse {...props} /> : null}
      {signedInAs === null && invitation.hasAccount ? <SignInFirst {...props} /> : null}
      {signedInAs === null && !invitation.hasAccount ? <JoinAsNew {...props} /> : null}
    </SplitScreen>
  );
}

function joinPath({ workspace, token }: JoinViewProps): string {
  return `/join/${workspace}/${token}`;
}

function JoinAsMe({ workspace, token, invitation }: JoinViewProps) {
  const trpc = useTRPC();
  const accept = useMutation(
    trpc.invitation.accept.mutationOptions({ onSuccess: ({ slug }) => window.location.assign(`/w/${slug}`) }),
  );
  return (
    <div>
      {accept.isError ? <FormProblem title={messageOf(accept.error)} /> : null}
      <Button
        variant="primary"
        size="form"
        pending={accept.isPending || accept.isSuccess}
        onClick={() => accept.mutate({ workspace, token })}
      >
        Join {invitation.workspace}
      </Button>
    </div>
  );
}

function SomeoneElse({ signedInAs, invitation }: JoinViewProps) {
  return (
    <div>
      <p className="mb-5 text-form text-ink-2 [overflow-wrap:anywhere]">
        You are signed in as {signedInAs}. The invitation is for {invitation.email}: sign out, then open the link again.
      </p>
      <Button variant="primary" size="form" onClick={() => void signOut()}>
        Sign out
      </Button>
    </div>
  );
}

function SignInFirst(props: JoinViewProps) {
  const { email } = props.invitation;
  const query = new URLSearchParams({ email, next: joinPath(props) });
  return (
    <div>
      <p className="mb-5 text-form text-ink-2">You have an account already. Sign in, and join with one press.</p>
      <ButtonLink href={`/sign-in?${query}`} variant="primary" size="form">
        Sign in
      </ButtonLink>
    </div>
  );
}

function JoinAsNew(props: JoinViewProps) {
  const { workspace, token, invitation, providers } = props;
  const trpc = useTRPC();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const accept = useMutation(
    trpc.invitation.acceptAsNew.mutationOptions({
      onSuccess: async ({ slug, email }) => {
        const refused = await signInWithPassword(email, password);
        window.location.assign(refused ? `/sign-in?next=/w/${slug}` : `/w/${slug}`);
      },
    }),
  );
  const problems = problemsOf(accept.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate({ workspace, token, name, password });
  };
  return (
    <div>
      {accept.isError && Object.keys(problems).length === 0 ? <FormProblem title={messageOf(accept.error)} /> : null}
      <ProviderButtons providers={providers} returnTo={`/w/${workspace}`} />
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label="E-mail" hint="The address you were invited with.">
          <Input type="email" value={invitation.email} autoComplete="username" readOnly />
        </Field>
        <Field label="Your name" error={problems.name}>
          <Input
            value={name}
            onChange={(event) => setName(event.target.value)}
            autoComplete="name"
            maxLength={80}
            required
          />
        </Field>
        <NewPasswordField value={password} onChange={setPassword} email={invitation.email} error={problems.password} />
        <div className="mt-2">
          <Button type="submit" variant="primary" size="form" pending={accept.isPending || accept.isSuccess}>
            Join {invitation.workspace}
          </Button>
        </div>
      </form>
    </div>
  );
}
