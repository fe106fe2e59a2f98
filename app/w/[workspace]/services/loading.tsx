import { CatalogueSkeleton } from '@/components/service/catalogue-skeleton';

export default function ServicesLoading() {
  return <CatalogueSkeleton />;
}
