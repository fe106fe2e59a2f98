import { DottedFigure } from '@/components/ui/dotted-figure';

type Summary = { count: number; external: number; withAvailability: number; assumed: number };

/** "20 in the catalogue, 4 external · 17 with an availability figure, 6 of them assumed" */
export function ServiceSummary({ summary }: { summary: Summary }) {
  const { count, external, withAvailability, assumed } = summary;
  return (
    <>
      {count} in the catalogue, {external} external · {withAvailability} with an availability figure
      {assumed > 0 ? (
        <>
          ,{' '}
          <DottedFigure
            title="Assumed figures"
            inputs={[
              { label: 'With a figure', value: String(withAvailability) },
              { label: 'Of them assumed', value: String(assumed) },
            ]}
            note="A figure that nobody measured or promised. Give it a source when there is one."
          >
            {assumed} of them assumed
          </DottedFigure>
        </>
      ) : null}
    </>
  );
}
