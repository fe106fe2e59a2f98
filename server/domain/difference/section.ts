/** A part of a Markdown text from one heading to the next; `text` is all of it, the heading's line included. */
export type Section = {
  /** The heading's words; empty before the first heading. */
  heading: string;
  /** 1 to 6, and 0 before the first heading. */
  level: number;
  /** The headings above it and its own, which tells sections of one name apart. */
  path: string;
  text: string;
};

const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const atxMark = /^ {0,3}(#{1,6})(?=[ \t]|$)/;
const underline = /^ {0,3}(=+|-+)[ \t]*$/;
const otherBlock = /^(?: {4}|\t| {0,3}(?:[-+*>|]|\d+[.)]))/;

export type MarkdownLine = {
  /** With its line end. */
  text: string;
  heading: { level: number; words: string } | null;
  isCode: boolean;
};

// Written out: a pattern for closing signs would try every place of a long run of them.
function withoutClosingSigns(words: string): string {
  let end = words.length;
  while (words[end - 1] === '#') end -= 1;
  const isMark = end === 0 || words[end - 1] === ' ' || words[end - 1] === '\t';
  return isMark ? words.slice(0, end).trim() : words;
}

function headingOf(bare: string): MarkdownLine['heading'] {
  const mark = atxMark.exec(bare);
  if (!mark) return null;
  return { level: mark[1]?.length ?? 1, words: withoutClosingSigns(bare.slice(mark[0].length).trim()) };
}

/** The lines of a Markdown text with their ends, each with the heading it is; what is inside a code fence is none. */
export function markdownLines(text: string): MarkdownLine[] {
  const lines: MarkdownLine[] = [];
  let open: { sign: string; length: number } | null = null;
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const bare = line.endsWith('\n') ? line.slice(0, -1) : line;
    const marks = fence.exec(bare);
    const run = marks?.[1] ?? '';
    const info = marks?.[2] ?? '';
    const isCode: boolean = open !== null;
    // A fence of backticks has none in its first line: that is code within a sentence.
    const opens: boolean = !open && run !== '' && !(run.startsWith('`') && info.includes('`'));
    if (open && run[0] === open.sign && run.length >= open.length && info.trim() === '') open = null;
    if (opens) open = { sign: run[0] ?? '', length: run.length };
    lines.push({ text: line, heading: isCode || opens ? null : headingOf(bare), isCode: isCode || opens });
    underlined(lines, bare);
  }
  return lines;
}

/** Makes a heading of a paragraph of one line when the last line of the text so far underlines it. */
function underlined(lines: MarkdownLine[], bare: string): void {
  const [before, words, last] = [lines.at(-3), lines.at(-2), lines.at(-1)];
  if (!words || !last || last.isCode || words.isCode || words.heading || words.text.trim() === '') return;
  const sign = underline.exec(bare)?.[1]?.[0];
  if (!sign || otherBlock.test(words.text) || underline.test(words.text.trimEnd())) return;
  if (
    before &&
    !before.isCode &&
    !before.heading &&
    before.text.trim() !== '' &&
    !underline.test(before.text.trimEnd())
  )
    return;
  words.heading = { level: sign === '=' ? 1 : 2, words: words.text.trim() };
}

/** The sections of a Markdown text in reading order; their texts joined are the text. */
export function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  const above: { level: number; words: string }[] = [];
  let current: Section | null = null;
  for (const line of markdownLines(text)) {
    if (line.heading) {
      const { level, words } = line.heading;
      while ((above.at(-1)?.level ?? 0) >= level) above.pop();
      above.push(line.heading);
      const path = above.map((one) => one.words.toLowerCase()).join('\n');
      current = { heading: words, level, path, text: line.text };
      sections.push(current);
    } else if (current) {
      current.text += line.text;
    } else {
      current = { heading: '', level: 0, path: '', text: line.text };
      sections.push(current);
    }
  }
  return sections;
}
