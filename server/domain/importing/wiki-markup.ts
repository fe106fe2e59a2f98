/**
 * Jira wiki markup to Markdown: headings, emphasis, code, quotes, links, lists, tables. What it does not know stays
 * as written: mentions (`[~accountid:…]`), images, macros. Never throws; text that is Markdown already comes through
 * with its code blocks, links and lists intact. Linear in the length of the text.
 */
export function wikiToMarkdown(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const output: string[] = [];
  let block: Block | null = null;
  for (const line of lines) {
    if (block) {
      block = continueBlock(block, line, output);
      continue;
    }
    const opened = openBlock(line, output);
    if (opened === null) output.push(convertLine(line));
    else if (opened !== 'closed') block = opened;
  }
  if (block) closeBlock(block, output);
  return output
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

interface Block {
  kind: 'code' | 'quote';
  tag: string;
  language: string;
  lines: string[];
}

const OPENING = /\{(code|noformat|quote)(?::([^{}\n]*))?\}/;

/** Starts a block where a line opens one; blocks that end on their own line are written at once. */
function openBlock(line: string, output: string[]): Block | 'closed' | null {
  // A loop, because a line can open and end thousands of blocks, more than calls can be nested.
  for (let rest = line; ; ) {
    if (rest.startsWith('```')) return { kind: 'code', tag: '```', language: rest.slice(3).trim(), lines: [] };
    const match = OPENING.exec(rest);
    if (!match) {
      if (rest === line) return null;
      output.push(convertLine(rest));
      return 'closed';
    }
    const [opening, tag = '', parameters = ''] = match;
    const before = rest.slice(0, match.index);
    if (before.trim() !== '') output.push(convertLine(before.trimEnd()), '');
    const kind = tag === 'quote' ? 'quote' : 'code';
    const block: Block = { kind, tag, language: languageOf(tag, parameters), lines: [] };
    const after = rest.slice(match.index + opening.length);
    const left = after === '' ? null : fillBlock(block, after, output);
    if (left === null) return block;
    if (left === '') return 'closed';
    rest = left;
  }
}

function languageOf(tag: string, parameters: string): string {
  if (tag !== 'code') return '';
  const named = /(?:^|\|)language=([\w+#-]+)/.exec(parameters)?.[1] ?? parameters.split('|')[0] ?? '';
  return /^[\w+#-]+$/.test(named) ? named.toLowerCase() : '';
}

function continueBlock(block: Block, line: string, output: string[]): Block | null {
  if (block.tag === '```') {
    if (line.trim() !== '```') block.lines.push(line);
    else closeBlock(block, output);
    return line.trim() === '```' ? null : block;
  }
  const left = fillBlock(block, line, output);
  if (left === null) return block;
  if (left === '') return null;
  const next = openBlock(left, output);
  if (next === null) output.push(convertLine(left));
  return next === 'closed' ? null : next;
}

/** Adds a line to a block of wiki markup; returns what the line has after the end of the block, or null before it. */
function fillBlock(block: Block, line: string, output: string[]): string | null {
  const closing = `{${block.tag}}`;
  const end = line.indexOf(closing);
  if (end === -1) {
    block.lines.push(line);
    return null;
  }
  if (end > 0) block.lines.push(line.slice(0, end));
  closeBlock(block, output);
  return line.slice(end + closing.length).trim();
}

function closeBlock(block: Block, output: string[]): void {
  if (block.kind === 'quote') {
    output.push(...block.lines.map((line) => `> ${convertLine(line)}`.trimEnd()), '');
    return;
  }
  // A fence longer than any inside keeps code that itself holds fences in one block.
  const longest = Math.max(2, ...block.lines.map((line) => /`{3,}/.exec(line)?.[0].length ?? 0));
  const fence = '`'.repeat(longest + 1);
  output.push(fence + block.language, ...block.lines, fence);
}

function convertLine(line: string): string {
  const heading = /^\s*h([1-6])\.\s*(.*)$/.exec(line);
  if (heading) return `${'#'.repeat(Number(heading[1]))} ${convertInline(heading[2] ?? '')}`.trimEnd();
  const quote = /^\s*bq\.\s*(.*)$/.exec(line);
  if (quote) return `> ${convertInline(quote[1] ?? '')}`;
  if (/^\s*-{4,}\s*$/.test(line)) return '---';
  const bullets = /^\s*([*#-]+)\s+(.*)$/.exec(line);
  if (bullets && isListMark(bullets[1] ?? '')) return listItem(bullets[1] ?? '', bullets[2] ?? '');
  if (/^\s*\|\|.*\|\|\s*$/.test(line)) return tableHeader(line.trim());
  return convertInline(line);
}

/** A single `#` or several are numbered items in wiki markup, but `## Title` is a Markdown heading. */
const isListMark = (mark: string): boolean => /^(\*+|-|#|[*#]*\*#+|[*#]*#\*+)$/.test(mark);

function listItem(mark: string, text: string): string {
  const indent = '   '.repeat(mark.length - 1);
  return `${indent}${mark.endsWith('#') ? '1.' : '-'} ${convertInline(text)}`;
}

function tableHeader(line: string): string {
  const cells = line
    .slice(2, -2)
    .split('||')
    .map((cell) => convertInline(cell.trim()));
  return `| ${cells.join(' | ')} |\n|${' --- |'.repeat(cells.length)}`;
}

// No span may hold its own beginning: each unclosed one would otherwise be followed to the end of the line.
const CODE_SPAN = /(\{\{[^{}\n]+\}\}|`[^`\n]+`|\[[^[\]\n]*\](?:\([^()\n]*\))?|![^!\s\n]+!|https?:\/\/[^\s|\]]+)/;

/** Emphasis is converted only between spans whose text must stay as it is. */
function convertInline(text: string): string {
  return text
    .split(CODE_SPAN)
    .map((piece, index) => (index % 2 === 1 ? convertSpan(piece) : convertEmphasis(piece)))
    .join('');
}

function convertSpan(piece: string): string {
  if (piece.startsWith('{{')) return `\`${piece.slice(2, -2)}\``;
  const link = /^\[([^|\]]*)\|([^|\]]+)(?:\|[^\]]*)?\]$/.exec(piece);
  if (link && /^(https?:|mailto:|#|\/)/i.test(link[2] ?? '')) return `[${link[1]}](${encodeTarget(link[2] ?? '')})`;
  const bare = /^\[(https?:\/\/[^|\]]+)\]$/.exec(piece);
  return bare ? `<${bare[1]}>` : piece;
}

const encodeTarget = (target: string): string =>
  target.trim().replace(/[\s()<>]/g, (c) => encodeURIComponent(c).replace('(', '%28').replace(')', '%29'));

const EDGE = String.raw`(?<=^|[\s(,;:"'–—-])`;
const END = String.raw`(?=$|[\s),;:.!?"'–—-])`;
const emphasis = (mark: string): RegExp =>
  new RegExp(`${EDGE}${mark}(?=\\S)([^${mark}\\n]{1,500}?)(?<=\\S)${mark}${END}`, 'gu');
const BOLD = emphasis('\\*');
const STRUCK = emphasis('-');
const INSERTED = emphasis('\\+');
const COLOUR = /\{color(?::[^}\n]{0,40})?\}/g;

function convertEmphasis(text: string): string {
  return text.replace(COLOUR, '').replace(BOLD, '**$1**').replace(STRUCK, '~~$1~~').replace(INSERTED, '$1');
}
