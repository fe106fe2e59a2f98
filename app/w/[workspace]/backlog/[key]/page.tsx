import type { Metadata } from 'next';
import { DebtView } from '@/components/debt/debt-view';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

type Params = { params: Promise<{ workspace: string; key: string }> };

function debtKeyOf(unverifiedKey: string): string {
  return decodeURIComponent(unverifiedKey).toUpperCase();
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: debtKeyOf((await params).key) };
}

export default async function DebtRoute({ params }: Params) {
  const { workspace, key: unverifiedKey } = await params;
  const key = debtKeyOf(unverifiedKey);
  await prefetch(
    trpc.debt.get.queryOptions({ workspace, key }),
    trpc.debt.scores.queryOptions({ workspace, key }),
    trpc.debt.activity.queryOptions({ workspace, key }),
    trpc.backlog.rank.queryOptions({ workspace, key }),
  );
  return (
    <Hydrated>
      <DebtView workspace={workspace} debtKey={key} />
    </Hydrated>
  );
}
