'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { SplitScreen } from '@/components/shell/split-screen';
import { Button } from '@/components/ui/button';
import { AuthHeading } from './auth-heading';
import { signInWithPassword } from './auth-request';
import { FormProblem } from './form-problem';
import { NewPasswordField } from './new-password-field';
import { SignInStory } from './story';

/** Choosing a new password by a link. */
export function ResetView({ token, email }: { token: string; email: string }) {
  const trpc = useTRPC();
  const [password, setPassword] = useState('');
  const reset = useMutation(
    trpc.account.reset.mutationOptions({
      onSuccess: async () => {
        const refused = await signInWithPassword(email, password);
        window.location.assign(refused ? '/sign-in' : '/');
      },
    }),
  );
  const problems = problemsOf(reset.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reset.mutate({ token, password });
  };
  return (
    <SplitScreen story={<SignInStory />}>
      <AuthHeading title="Choose a new password">for {email}. You will be signed out everywhere else.</AuthHeading>
      {reset.isError && !problems.password ? <FormProblem title={messageOf(reset.error)} /> : null}
      <form onSubmit={submit} className="flex flex-col gap-4">
        <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
        <NewPasswordField
          label="New password"
          value={password}
          onChange={setPassword}
          email={email}
          error={problems.password}
          autoFocus
        />
        <div className="mt-2">
          <Button type="submit" variant="primary" size="form" pending={reset.isPending || reset.isSuccess}>
            Save password and sign in
          </Button>
        </div>
      </form>
    </SplitScreen>
  );
}
