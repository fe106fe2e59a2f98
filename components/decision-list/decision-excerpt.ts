const heading = /^#{1,6}\s+(.*?)\s*#*\s*$/;
/** What templates in use call the section that says what was decided. */
const decided = /^(the )?(decision|decision outcome|choice|chosen option|explicit choice|resolution)\b/i;
const longest = 320;

function plainLine(line: string): string {
  return line
    .replace(/^\s*(?:>\s?)+/, '')
    .replace(/^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`+|~~)/g, '')
    .replace(/(^|\W)[*_]([^*_]+)[*_](?=\W|$)/g, '$1$2')
    .trim();
}

function isProse(line: string): boolean {
  return line.trim() !== '' && !/^\s*(\||<!--|<\/?\w|[-=*_]{3,}\s*$)/.test(line);
}

function firstWords(lines: readonly string[]): string {
  const said: string[] = [];
  let isFenced = false;
  for (const line of lines) {
    if (/^\s*(```|~~~)/.test(line)) {
      isFenced = !isFenced;
      continue;
    }
    if (isFenced || heading.test(line)) continue;
    if (isProse(line)) said.push(plainLine(line));
    else if (said.join(' ').length > longest / 3) break;
  }
  return said.join(' ').replace(/\s+/g, ' ').trim();
}

function cut(text: string): string {
  if (text.length <= longest) return text;
  const short = text.slice(0, longest);
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), longest / 2))} …`;
}

/**
 * What a record decides, in plain words: the beginning of its section of that name, or of its text where it has none.
 * Takes Markdown; empty when there is nothing but headings, tables and code.
 */
export function decisionExcerpt(body: string): string {
  const lines = body.split('\n');
  const at = lines.findIndex((line) => decided.test(heading.exec(line)?.[1] ?? ''));
  if (at === -1) return cut(firstWords(lines));
  const level = /^#+/.exec(lines[at] ?? '')?.[0].length ?? 1;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => heading.test(line) && (/^#+/.exec(line)?.[0].length ?? 0) <= level);
  const own = firstWords(end === -1 ? rest : rest.slice(0, end));
  return cut(own || firstWords(lines));
}
