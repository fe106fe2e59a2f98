import type { Crumb } from '@/components/ui/breadcrumbs';
import { DottedFigure } from '@/components/ui/dotted-figure';
import { isOpenDecision } from '@/server/domain/decision/status';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { decisionPath } from './decision-path';
import { numberWords } from './decision-words';

/** Decisions / platform / 12, and what stands under the record; a missing number says when it comes. */
export function decisionCrumbs(workspace: string, decision: DecisionRecord, under?: string): Crumb[] {
  const { register, number, status, id } = decision;
  const label = numberWords(decision);
  return [
    { label: 'Decisions', href: `/w/${workspace}/decisions` },
    { label: register.slug, href: `/w/${workspace}/decisions/${register.slug}` },
    {
      label,
      href: decisionPath(workspace, register.slug, id),
      ...(number === null && !under
        ? {
            content: (
              <DottedFigure
                title={isOpenDecision(status) ? 'No number yet' : 'No number'}
                note={
                  isOpenDecision(status)
                    ? 'The register gives the next one when the decision is accepted, so that drafts written side by side never take the same. This address stays.'
                    : 'It was never accepted, so it took none. This address stays.'
                }
                className="font-normal text-ink-2"
              >
                {label}
              </DottedFigure>
            ),
          }
        : {}),
    },
    ...(under ? [{ label: under }] : []),
  ];
}
