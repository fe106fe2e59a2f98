import type { Metadata } from 'next';
import { ForgotView } from '@/components/auth/forgot-view';
import { serverCaller } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Forgot your password' };

export default async function ForgotRoute({ searchParams }: { searchParams: Promise<{ email?: string | string[] }> }) {
  const { email } = await searchParams;
  const { passwordResetByMail } = await (await serverCaller()).session.options();
  return <ForgotView byMail={passwordResetByMail} email={typeof email === 'string' ? email.slice(0, 254) : ''} />;
}
