import type { Metadata } from 'next';
import { AccountView } from '@/components/account/account-view';

export const metadata: Metadata = { title: 'Your account' };

// What it shows was fetched by the layout around it.
export default async function AccountRoute({ params }: { params: Promise<{ workspace: string }> }) {
  return <AccountView workspace={(await params).workspace} />;
}
