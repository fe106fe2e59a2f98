import type { Metadata } from 'next';
import { readView } from '@/components/backlog/view-query';
import { DebtView } from '@/components/debt/debt-view';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

type Params = {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The view of the backlog that the address carries along, as the component below reads it. */
async function viewOf(searchParams: Params['searchParams']) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) {
    for (const one of [value ?? []].flat()) params.append(name, one);
  }
  const { filters, sort } = readView(params);
  return { filters, sort };
}

function debtKeyOf(unverifiedKey: string): string {
  return decodeURIComponent(unverifiedKey).toUpperCase();
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: debtKeyOf((await params).key) };
}

export default async function DebtRoute({ params, searchParams }: Params) {
  const { workspace, key: unverifiedKey } = await params;
  const key = debtKeyOf(unverifiedKey);
  await prefetch(
    trpc.debt.get.queryOptions({ workspace, key }),
    trpc.debt.scores.queryOptions({ workspace, key }),
    trpc.debt.activity.queryOptions({ workspace, key }),
    trpc.thread.list.queryOptions({ workspace, subject: { type: 'debt', key } }),
    trpc.backlog.rank.queryOptions({ workspace, key }),
    trpc.decision.forDebt.queryOptions({ workspace, debt: key }),
    trpc.backlog.position.queryOptions({ workspace, key, ...(await viewOf(searchParams)) }),
  );
  return (
    <Hydrated>
      <DebtView workspace={workspace} debtKey={key} />
    </Hydrated>
  );
}
