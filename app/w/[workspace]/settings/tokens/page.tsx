import type { Metadata } from 'next';
import { TokensView } from '@/components/token/tokens-view';
import { SettingsRefused } from '@/components/workspace/settings-refused';
import { workspaceOfPage } from '@/server/trpc/member-page';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'API tokens' };

export default async function TokensRoute({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { abilities } = await workspaceOfPage(workspace);
  if (!abilities.manageTokens) return <SettingsRefused workspace={workspace} title="API tokens" />;
  await prefetch(trpc.token.list.queryOptions({ workspace }), trpc.token.options.queryOptions({ workspace }));
  return (
    <Hydrated>
      <TokensView workspace={workspace} />
    </Hydrated>
  );
}
