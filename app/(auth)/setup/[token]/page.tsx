import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { AuthNotice } from '@/components/auth/auth-notice';
import { SetupView } from '@/components/auth/setup-view';
import { originOf } from '@/server/access/origin';
import { serverCaller } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' };

export default async function SetupRoute({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { state } = await (await serverCaller()).setup.info({ token: token.slice(0, 200) });
  if (state === 'open') return <SetupView token={token} host={new URL(originOf(await headers())).host} />;
  return state === 'done' ? (
    <AuthNotice title="This installation is set up already">
      The link worked once, and somebody has used it. Sign in, or ask the owner for an invitation link.
    </AuthNotice>
  ) : (
    <AuthNotice title="This is not the set-up link">
      The right one is printed where Paydown was started, in the line that begins with “Set up:”.
    </AuthNotice>
  );
}
