import { PageFrame } from '@/components/shell/page-frame';
import { PageHeader } from '@/components/ui/page-header';
import { Progress } from '@/components/ui/progress';
import { TextLink } from '@/components/ui/text-link';
import type { ImportPlace } from './import-place';

type Props = { place: ImportPlace; title: string; done: number; total: number; unit: string };

/** The import under way: how far it is. It goes on when the page is left. */
export function ImportRunning({ place, title, done, total, unit }: Props) {
  const [some, all] = [done.toLocaleString('en-GB'), total.toLocaleString('en-GB')];
  return (
    <PageFrame {...place.frame}>
      <PageHeader title={title} summary="coming in" />
      <div className="mt-6 max-w-[600px]" role="status">
        <Progress
          label="Importing"
          ratio={total > 0 ? done / total : null}
          text={total > 0 ? `${some} of ${all} ${unit}` : `reading ${place.source}`}
        />
        <p className="mt-3 text-ink-2">
          All of it comes in together at the end, or nothing does. You can leave this page: the import goes on, and
          stands under <TextLink href={place.start}>Former imports</TextLink>.
        </p>
      </div>
    </PageFrame>
  );
}
