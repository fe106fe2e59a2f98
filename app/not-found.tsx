import type { Metadata } from 'next';
import { AuthNotice } from '@/components/auth/auth-notice';

export const metadata: Metadata = { title: 'Nothing here' };

export default function NotFound() {
  return (
    <AuthNotice title="There is nothing at this address" href="/" action="Go to your workspace">
      Nothing has this address, or it is in a workspace that you do not belong to.
    </AuthNotice>
  );
}
