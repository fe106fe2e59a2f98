'use client';

import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { AuthHeading } from '@/components/auth/auth-heading';
import { FormProblem } from '@/components/auth/form-problem';
import { SignInStory } from '@/components/auth/story';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { SplitScreen } from '@/components/shell/split-screen';
import { Button, ButtonLink } from '@/components/ui/button';
import { signOut } from './sign-out';
import { useWorkspaceAddress, WorkspaceAddressFields } from './workspace-address-fields';

export type NewWorkspaceViewProps = { host: string; email: string; isFirst: boolean };

/** One more workspace, owned by whoever makes it. */
export function NewWorkspaceView({ host, email, isFirst }: NewWorkspaceViewProps) {
  const trpc = useTRPC();
  const address = useWorkspaceAddress();
  const create = useMutation(
    trpc.workspace.create.mutationOptions({ onSuccess: ({ slug }) => window.location.assign(`/w/${slug}`) }),
  );
  const problems = problemsOf(create.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name: address.name, slug: address.slug });
  };
  return (
    <SplitScreen story={<SignInStory />}>
      <AuthHeading title={isFirst ? 'You belong to no workspace yet' : 'New workspace'}>
        {isFirst
          ? `Ask an admin to invite ${email}, or make a workspace of your own.`
          : 'It has its own people, teams, services and backlog. You become its owner.'}
      </AuthHeading>
      {create.isError && Object.keys(problems).length === 0 ? <FormProblem title={messageOf(create.error)} /> : null}
      <form onSubmit={submit} className="flex flex-col gap-4">
        <WorkspaceAddressFields address={address} host={host} problems={problems} />
        <div className="mt-2 flex flex-wrap gap-3">
          <Button type="submit" variant="primary" size="form" pending={create.isPending || create.isSuccess}>
            Create the workspace
          </Button>
          {isFirst ? (
            <Button variant="ghost" size="form" onClick={() => void signOut()}>
              Sign out
            </Button>
          ) : (
            <ButtonLink href="/" variant="ghost" size="form">
              Back
            </ButtonLink>
          )}
        </div>
      </form>
    </SplitScreen>
  );
}
