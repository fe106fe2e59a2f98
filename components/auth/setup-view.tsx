'use client';

import { useMutation } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { SplitScreen } from '@/components/shell/split-screen';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioCards } from '@/components/ui/radio-cards';
import { useWorkspaceAddress, WorkspaceAddressFields } from '@/components/workspace/workspace-address-fields';
import { AuthHeading } from './auth-heading';
import { signInWithPassword } from './auth-request';
import { FormProblem } from './form-problem';
import { NewPasswordField } from './new-password-field';
import { SetupStory } from './story';

const contents = [
  {
    value: 'demo',
    title: 'Demo content',
    description: 'A made-up shop: 12 services and 60 debts, scored and ranked.',
  },
  { value: 'empty', title: 'Nothing yet', description: 'You write the first debt, or import what you have.' },
] as const;

/** The one-time link: the first person becomes the owner of the first workspace. */
export function SetupView({ token, host }: { token: string; host: string }) {
  const trpc = useTRPC();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [content, setContent] = useState<'demo' | 'empty'>('demo');
  const address = useWorkspaceAddress();
  const complete = useMutation(
    trpc.setup.complete.mutationOptions({
      onSuccess: async (done) => {
        const refused = await signInWithPassword(done.email, password);
        window.location.assign(refused ? `/sign-in?next=/w/${done.slug}` : `/w/${done.slug}`);
      },
    }),
  );
  const problems = problemsOf(complete.error);
  const unplaced = complete.error && Object.keys(problems).length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name: workspaceName, slug } = address;
    complete.mutate({ token, name, email, password, workspaceName, slug, demo: content === 'demo' });
  };
  return (
    <SplitScreen
      story={<SetupStory />}
      footnote={
        <>
          <KeyRound aria-hidden className="size-4" />
          This link works once, for whoever opens it first.
        </>
      }
    >
      <AuthHeading title="You are the first one here">
        So you become the owner, and this is your workspace to name.
      </AuthHeading>
      {unplaced ? <FormProblem title={messageOf(complete.error)} /> : null}
      <form onSubmit={submit} className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Your name" error={problems.name}>
            <Input
              value={name}
              onChange={(event) => setName(event.target.value)}
              autoComplete="name"
              maxLength={80}
              required
            />
          </Field>
          <Field label="E-mail" error={problems.email}>
            <Input
              type="email"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              autoComplete="username"
              maxLength={254}
              required
            />
          </Field>
        </div>
        <NewPasswordField value={password} onChange={setPassword} email={email} error={problems.password} />
        <hr className="my-1 border-line" />
        <WorkspaceAddressFields
          address={address}
          host={host}
          problems={{ name: problems.workspaceName, slug: problems.slug }}
        />
        <Field label="What is in it on the first day" group>
          <RadioCards cards={contents} value={content} onChange={setContent} />
        </Field>
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" variant="primary" size="form" pending={complete.isPending || complete.isSuccess}>
            Create the workspace
          </Button>
          <span className="text-ink-3">Invite the others afterwards.</span>
        </div>
      </form>
    </SplitScreen>
  );
}
