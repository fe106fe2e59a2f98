import type { Metadata } from 'next';
import { ServicePage } from '@/components/service/service-page';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

type Props = { params: Promise<{ workspace: string; key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).key) };
}

export default async function ServiceRoute({ params }: Props) {
  const { workspace, key } = await params;
  const serviceKey = decodeURIComponent(key);
  await prefetch(trpc.service.get.queryOptions({ workspace, key: serviceKey }));
  return (
    <Hydrated>
      <ServicePage workspace={workspace} serviceKey={serviceKey} />
    </Hydrated>
  );
}
