import { debtPath } from '@/components/debt/debt-path';
import { daysBetween } from '@/server/domain/field/day';
import { staleAfterDays } from '@/server/domain/scoring/staleness';
import type { Need } from '@/server/modules/home/contract';
import { backlogHref } from './backlog-href';
import { dueWords, mentionWords, reviewWords } from './decision-need-words';
import { capital, countWord, type NeedWords, nearDayText } from './home-words';

type DebtNeed = Extract<Need, { debts: unknown }>;
type Context = { workspace: string; today: string };

const mine = { owner: ['me'] };

/** "in 12 d", "today", "3 d over". */
function distanceText(day: string | null, today: string): string {
  if (!day) return '';
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  return days > 0 ? `in ${days} d` : `${-days} d over`;
}

/** "TD-42, TD-64 and 3 more". */
function keysText({ debts, count }: DebtNeed): string {
  const keys = debts.map((debt) => debt.key);
  if (count > keys.length) return `${keys.join(', ')} and ${count - keys.length} more`;
  return keys.length > 1 ? `${keys.slice(0, -1).join(', ')} and ${keys.at(-1)}` : keys.join('');
}

function staleAside(on: string | null, today: string): string {
  return on ? `${daysBetween(on, today) - staleAfterDays} d over` : '';
}

function acceptanceTitle(key: string, on: string | null, today: string): string {
  if (!on) return `The acceptance of ${key} ends`;
  return `The acceptance of ${key} ${on < today ? 'ended' : 'ends'} on ${nearDayText(on, today)}`;
}

function singleTitle({ kind, debts, on }: DebtNeed, today: string): string {
  const key = debts[0]?.key ?? '';
  if (kind === 'floor') return `${key} is at the severity floor`;
  if (kind === 'acceptanceEnds') return acceptanceTitle(key, on, today);
  return kind === 'revisitDue' ? `${key} is due for another look` : `The score of ${key} is stale`;
}

const manyTitles: Record<DebtNeed['kind'], string> = {
  floor: 'of your debts are at the severity floor',
  acceptanceEnds: 'of your acceptances end soon',
  revisitDue: 'of your debts are due for another look',
  staleScores: 'of your scores are stale',
};

function hrefOf({ kind, debts, count }: DebtNeed, workspace: string): string {
  const [first] = debts;
  if (kind === 'staleScores') return backlogHref(workspace, { ...mine, scored: 'stale' }, 'scored');
  if (count === 1 && first) return debtPath(workspace, first.key);
  if (kind === 'floor') return backlogHref(workspace, { ...mine, floor: true });
  return kind === 'acceptanceEnds'
    ? backlogHref(workspace, { ...mine, expiring: true })
    : backlogHref(workspace, { ...mine, due: true }, 'revisit');
}

const actions: Record<DebtNeed['kind'], string> = {
  floor: 'Decide',
  acceptanceEnds: 'Decide',
  revisitDue: 'Open',
  staleScores: 'Re-score',
};

/** What waits, in words: what it is, which debts, how long, and the one thing to do about it. */
export function needWords(need: Need, { workspace, today }: Context): NeedWords {
  if (need.kind === 'reviewWaiting') return reviewWords(need, { workspace, today });
  if (need.kind === 'mention') return mentionWords(need, today);
  if (need.kind === 'decisionDue') return dueWords(need, workspace);
  if (need.kind === 'unscored') {
    return {
      title:
        need.count === 1 ? 'One debt is not scored yet' : `${capital(countWord(need.count))} debts are not scored yet`,
      detail: 'four answers give each its place',
      aside: '',
      action: 'Score',
      href: backlogHref(workspace, { scored: 'unscored' }),
    };
  }
  const { kind, count, debts, on } = need;
  const single = count === 1;
  return {
    title: single ? singleTitle(need, today) : `${capital(countWord(count))} ${manyTitles[kind]}`,
    detail: single ? (debts[0]?.title ?? '') : keysText(need),
    aside: kind === 'floor' ? '' : kind === 'staleScores' ? staleAside(on, today) : distanceText(on, today),
    action: actions[kind],
    href: hrefOf(need, workspace),
  };
}
