'use client';

import type { ReactNode } from 'react';
import { SplitScreen } from '@/components/shell/split-screen';
import { ButtonLink } from '@/components/ui/button';
import { AuthHeading } from './auth-heading';
import { SignInStory } from './story';

export type AuthNoticeProps = { title: string; children: ReactNode; href?: string; action?: string };

/** A link that does not lead further: what is the case, and what to do. */
export function AuthNotice({ title, children, href = '/sign-in', action = 'Sign in' }: AuthNoticeProps) {
  return (
    <SplitScreen story={<SignInStory />}>
      <AuthHeading title={title}>{children}</AuthHeading>
      <div>
        <ButtonLink href={href} variant="primary" size="form">
          {action}
        </ButtonLink>
      </div>
    </SplitScreen>
  );
}
