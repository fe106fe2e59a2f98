const fences = /^ {0,3}(`{3,}|~{3,}).*\n[\s\S]*?(?:^ {0,3}\1[ \t]*$|$(?![\s\S]))/gm;
const address = /\]\([^)]*\)/g;
const word = /[\p{L}\p{N}][\p{L}\p{N}'’_.-]*/gu;

/** The words a reader meets: not code blocks, addresses of links or the signs of Markdown. */
export function countWords(markdown: string): number {
  return markdown.replace(fences, '').replace(address, ']').match(word)?.length ?? 0;
}
