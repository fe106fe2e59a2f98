import type { Metadata } from 'next';
import { AuthNotice } from '@/components/auth/auth-notice';
import { ResetView } from '@/components/auth/reset-view';
import { serverCaller } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer' };

export default async function ResetRoute({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const plausible = token.length >= 10 && token.length <= 200;
  const email = plausible ? (await (await serverCaller()).account.resetInfo({ token })).email : null;
  if (email) return <ResetView token={token} email={email} />;
  return (
    <AuthNotice title="This link does not work any more" href="/forgot" action="Get a new one">
      It works once, for 24 hours, and a newer one ends it.
    </AuthNotice>
  );
}
