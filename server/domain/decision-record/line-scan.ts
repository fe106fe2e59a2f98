import { dropEmphasis } from '@/server/domain/decision-record/record-text';

/** One line and what it is: only `text` lines and headings are searched for metadata. */
export interface ScannedLine {
  text: string;
  kind: 'text' | 'heading' | 'fence' | 'comment' | 'quote' | 'blank';
  /** 1 to 6 for a heading, otherwise 0. */
  level: number;
  /** The heading's text without its marks. */
  heading: string;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+|$)(.*)$/;
const FENCE = /^[ \t]{0,20}(?:[-*+>] {1,3})?(`{3,}|~{3,})(.*)$/;

const line = (text: string, kind: ScannedLine['kind'], level = 0, heading = ''): ScannedLine => ({
  text,
  kind,
  level,
  heading,
});

/** `## Status ##` and `## Status {#status}` are both called Status. */
function headingText(text: string): string {
  let value = text.trimEnd();
  if (value.endsWith('#')) {
    let end = value.length;
    while (end > 0 && value[end - 1] === '#') end -= 1;
    if (end === 0 || value[end - 1] === ' ') value = value.slice(0, end).trimEnd();
  }
  const anchor = value.endsWith('}') ? value.lastIndexOf(' {#') : -1;
  return dropEmphasis(anchor > 0 ? value.slice(0, anchor) : value);
}

interface Fence {
  mark: string;
  length: number;
}

function closes(text: string, fence: Fence): boolean {
  const trimmed = text.trim();
  if (trimmed.length < fence.length) return false;
  for (const character of trimmed) if (character !== fence.mark) return false;
  return true;
}

function opens(text: string): Fence | null {
  const match = FENCE.exec(text);
  const run = match?.[1];
  if (run === undefined || (run.startsWith('`') && (match?.[2] ?? '').includes('`'))) return null;
  return { mark: run.charAt(0), length: run.length };
}

function isUnderline(text: string, mark: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length < 3) return false;
  for (const character of trimmed) if (character !== mark) return false;
  return true;
}

/** Sorts the lines of Markdown in one pass: fenced code, comments and quotes hold no metadata. */
export function scanLines(texts: readonly string[]): ScannedLine[] {
  const lines: ScannedLine[] = [];
  let fence: Fence | null = null;
  let inComment = false;
  for (const text of texts) {
    if (fence) {
      lines.push(line(text, 'fence'));
      if (closes(text, fence)) fence = null;
      continue;
    }
    if (inComment) {
      lines.push(line(text, 'comment'));
      if (text.includes('-->')) inComment = false;
      continue;
    }
    fence = opens(text);
    if (fence) lines.push(line(text, 'fence'));
    else lines.push(plainLine(text, lines));
    const comment = fence ? -1 : text.lastIndexOf('<!--');
    inComment = comment >= 0 && !text.includes('-->', comment);
  }
  return lines;
}

function plainLine(text: string, before: ScannedLine[]): ScannedLine {
  const trimmed = text.trim();
  if (trimmed === '') return line(text, 'blank');
  if (trimmed.startsWith('<!--') && trimmed.endsWith('-->') && trimmed.indexOf('-->') === trimmed.length - 3) {
    return line(text, 'comment');
  }
  if (trimmed.startsWith('<!--') && !trimmed.includes('-->')) return line(text, 'comment');
  if (trimmed.startsWith('>')) return line(text, 'quote');
  const heading = HEADING.exec(text);
  if (heading) return line(text, 'heading', heading[1]?.length ?? 1, headingText(heading[2] ?? ''));
  const last = before.at(-1);
  const isAfterText =
    last?.kind === 'text' && before.at(-2)?.kind !== 'text' && !/^\s*(?:[-*+|]|\d+[.)])/.test(last.text);
  const level = isAfterText && isUnderline(text, '=') ? 1 : isAfterText && isUnderline(text, '-') ? 2 : 0;
  if (last && level > 0 && last.text.length < 300) {
    last.kind = 'heading';
    last.level = level;
    last.heading = headingText(last.text.trim());
    // The underline goes with its heading.
    return line(text, 'heading', 7);
  }
  return line(text, 'text');
}
