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

const written = /@\[((?:\\.|[^\]\\])+)\]\(member:([0-9A-Za-z-]+)\)/gu;

/** Somebody a comment names, as picked from the list of members. */
export type Named = { name: string; member: string };

/** Who is named in the Markdown of a comment, in order, one for each time. */
function namedIn(markdown: string): Named[] {
  return [...markdown.matchAll(written)].map(([, name = '', member = '']) => ({
    name: name.replace(/\\(.)/gu, '$1'),
    member,
  }));
}

/** A comment as it stands in the field it is written in: `@Mira Kaur` for `@[Mira Kaur](member:0198…)`. */
export function shownMentions(markdown: string): string {
  return markdown.replace(written, (_, name: string) => `@${name.replace(/\\(.)/gu, '$1')}`);
}

/**
 * The Markdown of what stands in the field. A name is a mention where the Markdown before had it as one, or where it was
 * picked since; of two people with one name the first stands for the first place.
 * @param picked who was picked from the list with this change
 */
export function writtenMentions(shown: string, before: string, picked?: Named): string {
  const people = [...namedIn(before), ...(picked ? [picked] : [])];
  const names = [...new Set(people.map(({ name }) => name))].sort((a, b) => b.length - a.length);
  if (names.length === 0) return shown;
  const left = new Map(names.map((name) => [name, people.filter((person) => person.name === name)]));
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return shown.replace(new RegExp(`@(${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu'), (text, name: string) => {
    const queue = left.get(name);
    const person = queue && queue.length > 1 ? queue.shift() : queue?.[0];
    return person ? mentionText(name, person.member) : text;
  });
}
