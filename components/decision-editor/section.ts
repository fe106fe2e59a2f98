import { type Section, sectionsOf } from '@/server/domain/difference/section';

/** A section with a name of its own: its headings, and how often they came before. */
export type KeyedSection = Section & { key: string };

/** The sections of a Markdown text, each told apart from others of its name. Their texts joined are the text. */
export function keyedSections(text: string): KeyedSection[] {
  const seen = new Map<string, number>();
  return sectionsOf(text).map((section) => {
    const count = seen.get(section.path) ?? 0;
    seen.set(section.path, count + 1);
    return { ...section, key: `${section.path}#${count}` };
  });
}

/** Where each heading begins: the line (from 0) and the text of the heading, for keeping two views in step. */
export function headingLines(text: string): { line: number; heading: string }[] {
  let line = 0;
  return sectionsOf(text).flatMap((section) => {
    const at = line;
    line += section.text.split('\n').length - 1;
    return section.level === 0 ? [] : [{ line: at, heading: section.heading }];
  });
}
