import { dayText } from '@/server/domain/scoring/day';
import { quadrantGuides } from '@/server/domain/scoring/quadrant';
import { formulaText, scoreText } from '@/server/domain/scoring/score';
import { stateLabels } from '@/server/domain/scoring/state';
import type { DebtRecord } from '@/server/modules/debt/contract';

function fact(name: string, value: string | null): string[] {
  return value ? [`- ${name}: ${value}`] : [];
}

/** A debt as a piece of Markdown, to be put into an issue, a chat or a document. */
export function debtMarkdown(debt: DebtRecord, link: string): string {
  const score = debt.scoreThirds === null ? null : `${scoreText(debt.scoreThirds)} = ${formulaText(debt)}`;
  const severity = debt.severityThirds === null ? null : `${scoreText(debt.severityThirds)} of 5`;
  const lines = [
    `## [${debt.key}](${link}) ${debt.title}`,
    ...(debt.productSentence ? ['', `*${debt.productSentence}*`] : []),
    '',
    ...fact('State', stateLabels[debt.state]),
    ...fact('Score', score),
    ...fact('Severity', severity),
    ...fact('Effort', debt.effortDays === null ? null : `${debt.effortDays} d`),
    ...fact('Interest', debt.interestHoursPerMonth === null ? null : `${debt.interestHoursPerMonth} h a month`),
    ...fact('Owner', debt.owner?.name ?? null),
    ...fact('Team', debt.team?.name ?? null),
    ...fact('Services', debt.services.map((service) => service.name).join(', ') || null),
    ...fact('Quadrant', debt.quadrant && quadrantGuides[debt.quadrant].label),
    ...fact('Plan', debt.repaymentPlan || null),
    ...fact(
      'Revisit',
      [debt.revisitOn && dayText(debt.revisitOn), debt.revisitTrigger].filter(Boolean).join(', or when ') || null,
    ),
    ...(debt.description ? ['', debt.description] : []),
  ];
  return `${lines.join('\n')}\n`;
}
