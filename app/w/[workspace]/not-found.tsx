import { PageMissing } from '@/components/home/page-missing';

export default PageMissing;
