'use client';

import { useState } from 'react';
import { SplitScreen } from '@/components/shell/split-screen';
import { Button, ButtonLink } from '@/components/ui/button';
import { AuthHeading } from './auth-heading';
import { signInWithLink } from './auth-request';
import { FormProblem } from './form-problem';
import { type RefusalWords, refusalWords } from './refusal-words';
import { SignInStory } from './story';

/** A mailed link. It takes a press, because mail programs open links to look at them and would use it up. */
export function LinkView({ token }: { token: string }) {
  const [pending, setPending] = useState(false);
  const [words, setWords] = useState<RefusalWords | null>(null);
  const enter = async () => {
    setPending(true);
    const refused = await signInWithLink(token);
    if (!refused) {
      window.location.assign('/');
      return;
    }
    setPending(false);
    setWords(refusalWords(refused));
  };
  return (
    <SplitScreen story={<SignInStory />}>
      <AuthHeading title="Sign in">with the link from your mail</AuthHeading>
      {words ? <FormProblem title={words.title}>{words.detail}</FormProblem> : null}
      <div className="flex gap-3">
        <Button variant="primary" size="form" pending={pending} onClick={() => void enter()}>
          Sign in
        </Button>
        {words ? (
          <ButtonLink href="/sign-in" size="form">
            Another way
          </ButtonLink>
        ) : null}
      </div>
    </SplitScreen>
  );
}
