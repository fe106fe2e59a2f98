import type { Metadata } from 'next';
import { LinkView } from '@/components/auth/link-view';

export const metadata: Metadata = { title: 'Sign in', referrer: 'no-referrer' };

export default async function LinkRoute({ params }: { params: Promise<{ token: string }> }) {
  return <LinkView token={(await params).token} />;
}
