import { markdownLines } from '@/server/domain/difference/section';

// `*{…}*` is our own guidance, `{several words}` that of MADR's template; braces stop the search, so it stays linear.
const marked = /[*_]{1,2}\{[^{}]{0,2000}\}[*_]{1,2}/;
const placeholder = /(?<![$\\{])\{[A-Za-z]+(?: [A-Za-z0-9]+)+[^{}\n"=;]{0,300}\}(?!\})/;
const adrTools =
  /The issue motivating this decision, and any context that influences|What is the change that we're proposing and\/or doing\?|The change that we're proposing or have agreed to implement|What becomes easier or more difficult to do (?:and any risks|because of this change)/;

const inlineCode = /(?<!`)(`{1,3})(?!`)[^`\n]*\1(?!`)/g;

/** A text without code, inline or fenced, which is nobody's to judge. */
export function withoutCode(text: string): string {
  return markdownLines(text)
    .flatMap(({ text: line, isCode }) => (isCode ? [] : [line.replace(inlineCode, 'code')]))
    .join('');
}

/** A text without its HTML comments; one that never ends is none. Written out, because a pattern would be quadratic. */
export function withoutComments(text: string): string {
  let result = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    const end = start === -1 ? -1 : text.indexOf('-->', start + 4);
    if (end === -1) return result + text.slice(at);
    result += `${text.slice(at, start)} `;
    at = end + 3;
  }
}

/** A text without what was only meant for its writer: comments and guidance. */
export function withoutGuidance(text: string): string {
  return withoutComments(text).replace(new RegExp(marked, 'g'), ' ').replace(new RegExp(placeholder, 'g'), ' ');
}

/** Whether guidance of a template is still in a text that has no code. */
export function hasGuidance(text: string): boolean {
  const plain = withoutComments(text);
  return marked.test(plain) || placeholder.test(plain) || adrTools.test(plain);
}

/** How many words somebody has written. */
export function wordsIn(text: string): number {
  return withoutGuidance(text).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
