import type { Section } from '@/server/domain/difference/section';
import { withoutGuidance, wordsIn } from './guidance';

const optionHeading = /^(?:considered |possible |the )?options\b|^pros and cons of the options$/;
const alternativeHeading = /^(?:considered |rejected |other |the )?alternatives?\b|^options not chosen$/;
const weighing =
  /\b(?:instead of|rather than|as opposed to|alternatives?|neglected\s+\w+|over against|we (?:also )?(?:considered|looked at|evaluated|rejected|compared)|compared (?:to|with)|option [ab12])\b/i;

const listItem = /^(?:[-+*]|\d+[.)])[ \t]+(.*)$/;
const tableRow = /^ {0,3}\|/;

/** A heading without its numbering, mark-up and final colon, in small letters. */
export function plainHeading(heading: string): string {
  return heading
    .replace(/^[\d.)\s]+/, '')
    .replace(/[*_`:]/g, '')
    .trim()
    .toLowerCase();
}

function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
}

/** Options that are columns of a table with a line for each property: those with words under their heading. */
function columnsIn(lines: readonly string[]): number {
  const rows = lines.filter((line) => tableRow.test(line)).map(cellsOf);
  const [head, ...rest] = rows;
  if (!head || rest.length < 2) return 0;
  const named = head.slice(1).filter((cell) => wordsIn(cell) > 0).length;
  const filled = head
    .slice(1)
    .filter((_, index) => rest.slice(1).some((row) => wordsIn(row[index + 1] ?? '') > 0)).length;
  // Without a name in its corner, the first column says properties and the others are options; else rows are options.
  return wordsIn(head[0] ?? '') === 0
    ? Math.min(named, filled)
    : rest.slice(1).filter((row) => wordsIn(row[0] ?? '') > 0).length;
}

function paragraphsIn(text: string): number {
  return text.split(/\n[ \t]*\n/).filter((paragraph) => wordsIn(paragraph) > 0).length;
}

function countIn(section: Section, children: readonly Section[]): number {
  const lines = section.text.split('\n').slice(1);
  const items = lines.filter((line) => wordsIn(listItem.exec(line)?.[1] ?? '') > 0).length;
  const subsections = children.filter(
    (child) => child.level === section.level + 1 && wordsIn(child.heading) > 0,
  ).length;
  const found = Math.max(items, subsections, columnsIn(lines));
  return found > 0 ? found : paragraphsIn(lines.join('\n'));
}

/**
 * How many ways to decide a text names: the options it lists, or the alternatives and the one that was chosen. A text
 * without such a section that weighs one thing against another in a sentence names two.
 */
export function countOptions(sections: readonly Section[]): number {
  let most = 0;
  for (const [index, section] of sections.entries()) {
    const heading = plainHeading(section.heading);
    const isAlternatives = alternativeHeading.test(heading);
    if (!isAlternatives && !optionHeading.test(heading)) continue;
    const rest = sections.slice(index + 1);
    const end = rest.findIndex((next) => next.level <= section.level);
    const count = countIn(section, end === -1 ? rest : rest.slice(0, end));
    most = Math.max(most, isAlternatives && count > 0 ? count + 1 : count);
  }
  if (most >= 2) return most;
  const hasSection = sections.some(({ heading }) => {
    const plain = plainHeading(heading);
    return optionHeading.test(plain) || alternativeHeading.test(plain);
  });
  const weighs = sections.some(({ text }) => weighing.test(withoutGuidance(text)));
  return !hasSection && weighs ? 2 : most;
}
