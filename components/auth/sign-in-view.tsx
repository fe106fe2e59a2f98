'use client';

import { useMutation } from '@tanstack/react-query';
import { Link2, Mail, Terminal } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { SplitScreen } from '@/components/shell/split-screen';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input, PasswordInput } from '@/components/ui/input';
import { TextLink } from '@/components/ui/text-link';
import { AuthHeading } from './auth-heading';
import { type Refusal, signInWithPassword } from './auth-request';
import { FormProblem } from './form-problem';
import { ProviderButtons } from './provider-buttons';
import { providerProblem, refusalWords } from './refusal-words';
import { SignInStory } from './story';

export type SignInViewProps = {
  host: string;
  returnTo: string;
  email?: string;
  /** What a provider came back with. */
  problem?: string;
  options: {
    providers: { id: string; name: string }[];
    magicLink: boolean;
    passwordResetByMail: boolean;
    setUp: boolean;
  };
};

/** Signing in: with a provider, a password or a mailed link. */
export function SignInView(props: SignInViewProps) {
  const { host, returnTo, options } = props;
  const trpc = useTRPC();
  const [email, setEmail] = useState(props.email ?? '');
  const [password, setPassword] = useState('');
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const passwordRef = useRef<HTMLInputElement>(null);
  const emailRef = useRef<HTMLInputElement>(null);
  const link = useMutation(trpc.session.requestLink.mutationOptions());
  const problem = providerProblem(props.problem);
  const words = refusal ? refusalWords(refusal) : null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const refused = await signInWithPassword(email, password);
    if (!refused) {
      // A whole new page: everything that was loaded was loaded as a stranger.
      window.location.assign(returnTo);
      return;
    }
    setPending(false);
    setRefusal(refused);
    if (refused.code === 'mismatch') setPassword('');
    passwordRef.current?.focus();
  };

  const mailLink = () => {
    if (!emailRef.current?.reportValidity()) return;
    link.mutate({ email });
  };

  const footnote = options.setUp ? (
    <>
      <Link2 aria-hidden className="size-4" />
      New here? An admin of your workspace makes you an invitation link.
    </>
  ) : (
    <>
      <Terminal aria-hidden className="size-4" />
      Nobody is set up here yet. The set-up link is printed where Paydown was started.
    </>
  );

  return (
    <SplitScreen story={<SignInStory />} footnote={footnote}>
      <AuthHeading title="Sign in">to {host}</AuthHeading>
      {problem ? <FormProblem title={problem.title}>{problem.detail}</FormProblem> : null}
      <ProviderButtons providers={options.providers} returnTo={returnTo} />
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Field label="E-mail">
          <Input
            ref={emailRef}
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            maxLength={254}
            required
          />
        </Field>
        <Field
          label="Password"
          aside={
            <TextLink href={`/forgot${email ? `?email=${encodeURIComponent(email)}` : ''}`} look="quiet">
              Forgot it?
            </TextLink>
          }
          error={
            words ? (
              <>
                {words.title}
                <span className="block font-normal text-ink-2">{words.detail}</span>
              </>
            ) : undefined
          }
        >
          <PasswordInput
            ref={passwordRef}
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            required
          />
        </Field>
        <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button type="submit" variant="primary" size="form" pending={pending} className="min-w-28 justify-center">
            Sign in
          </Button>
          {options.magicLink ? (
            <Button variant="ghost" size="form" icon={Mail} pending={link.isPending} onClick={mailLink}>
              Mail me a link instead
            </Button>
          ) : null}
        </div>
        <div aria-live="polite">
          {link.isSuccess ? (
            <p className="text-ink-2">
              If there is an account for {email}, a link is on its way. It works for 15 minutes.
            </p>
          ) : null}
          {link.isError ? <p className="text-danger">{messageOf(link.error)}</p> : null}
        </div>
      </form>
    </SplitScreen>
  );
}
