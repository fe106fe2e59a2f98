/** What the link of a mention begins with. */
export const mentionScheme = 'member:';

/** The Markdown that names a member: `@[Mira Kaur](member:0198…)`. */
export function mentionText(name: string, member: string): string {
  return `@[${name.replace(/[\\[\]<>*_`~&!]/g, '\\$&')}](${mentionScheme}${member})`;
}

/** `@` and what is typed after it where the caret stands, for completion; null where no mention is being written. */
export function mentionBeingTyped(text: string, caret: number): { start: number; query: string } | null {
  const written = /(?:^|[\s(“"'])@([\p{L}\p{N}._-]*(?: [\p{L}\p{N}._-]*)?)$/u.exec(
    text.slice(Math.max(0, caret - 80), caret),
  );
  const query = written?.[1];
  return query === undefined ? null : { start: caret - query.length - 1, query };
}
