import type { Metadata } from 'next';
import { AuditView } from '@/components/audit/audit-view';
import { SettingsRefused } from '@/components/workspace/settings-refused';
import { workspaceOfPage } from '@/server/trpc/member-page';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Audit log' };

export default async function AuditRoute({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { abilities } = await workspaceOfPage(workspace);
  if (!abilities.readAudit) return <SettingsRefused workspace={workspace} title="Audit log" />;
  await prefetch(trpc.audit.list.infiniteQueryOptions({ workspace }, { getNextPageParam: (page) => page.nextCursor }));
  return (
    <Hydrated>
      <AuditView workspace={workspace} />
    </Hydrated>
  );
}
