'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { SplitScreen } from '@/components/shell/split-screen';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { AuthHeading } from './auth-heading';
import { FormProblem } from './form-problem';
import { SignInStory } from './story';

export type ForgotViewProps = { byMail: boolean; email: string };

/** A forgotten password: a link by mail where mail is set up, from an admin everywhere. */
export function ForgotView({ byMail, email: initialEmail }: ForgotViewProps) {
  const trpc = useTRPC();
  const [email, setEmail] = useState(initialEmail);
  const request = useMutation(trpc.account.requestReset.mutationOptions());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.mutate({ email });
  };
  return (
    <SplitScreen story={<SignInStory />}>
      <AuthHeading title="Forgot your password">
        {byMail
          ? 'We mail you a link with which you choose a new one.'
          : 'An admin of your workspace makes you a link under People, with which you choose a new one. It works once, for 24 hours.'}
      </AuthHeading>
      {request.isError ? <FormProblem title={messageOf(request.error)} /> : null}
      {request.isSuccess ? (
        <p role="status" className="mb-6 text-form">
          If there is an account for {email}, a link is on its way. It works once, for 24 hours.
        </p>
      ) : null}
      {byMail && !request.isSuccess ? (
        <form onSubmit={submit} className="mb-4 flex flex-col gap-4">
          <Field label="E-mail">
            <Input
              type="email"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              autoComplete="username"
              maxLength={254}
              required
            />
          </Field>
          <div>
            <Button type="submit" variant="primary" size="form" pending={request.isPending}>
              Mail me a link
            </Button>
          </div>
        </form>
      ) : null}
      <div>
        <ButtonLink href="/sign-in" size="form">
          Back to signing in
        </ButtonLink>
      </div>
    </SplitScreen>
  );
}
