import { decisionPath } from '@/components/decision/decision-path';
import { dateToDay, daysBetween } from '@/server/domain/field/day';
import type { Need } from '@/server/modules/home/contract';
import { capital, countWord, type NeedWords } from './home-words';

type Of<Kind extends Need['kind']> = Extract<Need, { kind: Kind }>;
type Ref = Of<'reviewWaiting'>['decisions'][number];

/** "today", "2 d". */
export function daysAgoText(since: Date, today: string): string {
  const days = daysBetween(dateToDay(since), today);
  return days <= 0 ? 'today' : `${days} d`;
}

function nameOf({ register, number, title }: Ref): string {
  return number === null ? `“${title}”` : `${register} ${number}`;
}

/** "a, b and 2 more", "a and b". */
function listText(names: string[], count: number): string {
  if (count > names.length) return `${names.join(', ')} and ${count - names.length} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');
}

/** A proposal that waits for the reader, or several. */
export function reviewWords(need: Of<'reviewWaiting'>, context: { workspace: string; today: string }): NeedWords {
  const { decisions, count, revision, since } = need;
  const [first] = decisions;
  const aside = daysAgoText(since, context.today);
  if (count > 1 || !first) {
    return {
      title: `${capital(countWord(count))} decisions wait for your approval`,
      detail: listText(
        decisions.map(({ title }) => title),
        count,
      ),
      aside,
      action: 'Review',
      href: `/w/${context.workspace}/decisions?awaitingMe=true`,
    };
  }
  return {
    title: first.title,
    detail: `revision ${revision} waits for your approval`,
    aside,
    action: 'Review',
    href: decisionPath(context.workspace, first.register, first.id),
  };
}

/** What somebody said to the reader, on one page. */
export function mentionWords(need: Of<'mention'>, today: string): NeedWords {
  const { subject, author, excerpt, count, since } = need;
  const more = count > 1 ? `, and ${countWord(count - 1)} more` : '';
  return {
    title: `${author ?? 'Somebody'} mentions you on ${subject.title}`,
    detail: `“${excerpt}”${more}`,
    aside: daysAgoText(since, today),
    action: 'Reply',
    href: subject.href,
  };
}

function dueTitle(decision: Ref, reason: Of<'decisionDue'>['reason']): string {
  if (reason === 'conditionMet') return `The condition of ${nameOf(decision)} is met`;
  return reason === 'expired' ? `${nameOf(decision)} has expired` : `${nameOf(decision)} is due for another look`;
}

/** A decision of the reader's to come back to, or several. */
export function dueWords({ decisions, count, reason, overdueDays }: Of<'decisionDue'>, workspace: string): NeedWords {
  const [first] = decisions;
  const aside = overdueDays === 0 ? 'today' : `${overdueDays} d over`;
  if (count > 1 || !first) {
    const title = `${capital(countWord(count))} of your decisions are due for another look`;
    const href = `/w/${workspace}/decisions?due=true`;
    return { title, detail: listText(decisions.map(nameOf), count), aside, action: 'Look again', href };
  }
  return {
    title: dueTitle(first, reason),
    detail: first.number === null ? '' : first.title,
    aside,
    action: 'Look again',
    href: decisionPath(workspace, first.register, first.id),
  };
}
