import type { Metadata } from 'next';
import { AuditView } from '@/components/audit/audit-view';
import { SettingsRefused } from '@/components/workspace/settings-refused';
import { Hydrated, prefetch, serverCaller, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Audit log' };

export default async function AuditRoute({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { abilities } = await (await serverCaller()).workspace.get({ workspace });
  if (!abilities.readAudit) return <SettingsRefused workspace={workspace} title="Audit log" />;
  await prefetch(trpc.audit.list.infiniteQueryOptions({ workspace }, { getNextPageParam: (page) => page.nextCursor }));
  return (
    <Hydrated>
      <AuditView workspace={workspace} />
    </Hydrated>
  );
}
