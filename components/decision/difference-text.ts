import type { SectionDifference } from '@/server/modules/decision-revision/contract';

type Part = SectionDifference['parts'][number];

const headingLine = /^#{1,6}(?:[ \t][^\n]*)?(?:\n|$)/;
const underlined = /^[^\n]+\n(?:=+|-+)[ \t]*(?:\n|$)/;

/**
 * The parts of a section without the line of its heading, which stands above them, and without blank lines around. A
 * heading that was itself changed stays, so that both its wordings are seen.
 */
export function partsBelowHeading({ level, parts }: Pick<SectionDifference, 'level' | 'parts'>): Part[] {
  const [first, ...rest] = parts;
  if (!first) return [];
  const line = level === 0 ? null : (headingLine.exec(first.text) ?? underlined.exec(first.text));
  const isWhole = line !== null && (line[0].endsWith('\n') || rest.length === 0);
  const below = isWhole ? [{ ...first, text: first.text.slice(line[0].length) }, ...rest] : [...parts];
  return trimEnd(trimStart(below));
}

function trimStart(parts: Part[]): Part[] {
  const [first, ...rest] = parts;
  if (!first) return [];
  const text = first.text.replace(/^\s*\n/, '');
  return text === '' ? trimStart(rest) : [{ ...first, text }, ...rest];
}

function trimEnd(parts: Part[]): Part[] {
  const last = parts.at(-1);
  if (!last) return [];
  const text = last.text.trimEnd();
  return text === '' ? trimEnd(parts.slice(0, -1)) : [...parts.slice(0, -1), { ...last, text }];
}
