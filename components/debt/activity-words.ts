import { scoreText } from '@/server/domain/scoring/score';
import { stateLabels } from '@/server/domain/scoring/state';
import type { ActivityEntry } from '@/server/modules/debt/contract';

const nouns: Readonly<Record<string, string>> = {
  title: 'the title',
  description: 'what it is',
  productSentence: 'the product sentence',
  impact: 'impact',
  likelihood: 'likelihood',
  velocityTax: 'velocity tax',
  remediationCost: 'remediation cost',
  effortDays: 'the effort',
  interestHoursPerMonth: 'the interest',
  quadrant: 'the quadrant',
  notDebtReason: 'the verdict',
  owner: 'the owner',
  team: 'the team',
  services: 'the services',
  labels: 'the labels',
  repaymentPlan: 'the plan',
  revisitOn: 'the revisit date',
  revisitTrigger: 'the revisit trigger',
  incurredOn: 'when it was incurred',
};

const factors = new Set(['impact', 'likelihood', 'velocityTax', 'remediationCost']);
const ofState = new Set(['state', 'closedAs', 'acceptedUntil', 'mergedInto']);

const deeds: Readonly<Record<string, string>> = {
  'debt.create': 'wrote it down',
  'debt.delete': 'deleted it',
  'debt.restore': 'brought it back',
};

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function firstName(actor: string | null): string {
  return actor?.split(' ')[0] ?? 'Paydown';
}

/** One activity as a sentence: "Ruth scored it 17.3, was 13.3". */
export function activityText(
  entry: Pick<ActivityEntry, 'action' | 'actor' | 'fields' | 'state' | 'score' | 'file'>,
): string {
  const who = firstName(entry.actor);
  const deed = deeds[entry.action];
  if (deed) return `${who} ${deed}`;
  if (entry.action.startsWith('import.')) {
    return `${who} ${entry.action === 'import.create' ? 'imported it' : 'brought it up to date'} from ${entry.file}`;
  }
  const said: string[] = [];
  if (entry.score) {
    const was = entry.score.fromThirds === null ? '' : `, was ${scoreText(entry.score.fromThirds)}`;
    said.push(`scored it ${scoreText(entry.score.toThirds)}${was}`);
  }
  if (entry.state) said.push(`moved it to ${stateLabels[entry.state].toLowerCase()}`);
  const isScore =
    entry.score !== null || (entry.fields.length > 0 && entry.fields.every((field) => factors.has(field)));
  if (isScore && !entry.score) said.push('scored it');
  const rest = entry.fields.filter((field) => !ofState.has(field) && !(isScore && factors.has(field)));
  if (rest.length > 3) said.push(`changed ${rest.length} fields`);
  else if (rest.length > 0) said.push(`changed ${listed(rest.map((field) => nouns[field] ?? field))}`);
  return `${who} ${listed(said) || 'changed it'}`;
}
