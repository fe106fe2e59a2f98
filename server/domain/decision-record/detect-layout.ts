import type { FrontMatter } from '@/server/domain/decision-record/front-matter';
import type { ScannedLine } from '@/server/domain/decision-record/line-scan';
import type { MetadataEntry } from '@/server/domain/decision-record/metadata-line';
import type { RecordLayout } from '@/server/domain/decision-record/record';

export interface LayoutSigns {
  front: FrontMatter;
  lines: readonly ScannedLine[];
  entries: readonly MetadataEntry[];
  hasStatusSection: boolean;
  isNumberedTitle: boolean;
  /** The file's name begins with a date, or `.log4brains.yml` names its folder. */
  isLog4brains: boolean;
}

const MADR_SECTIONS = ['context and problem statement', 'considered options', 'decision outcome'];
const PLAIN_SECTIONS = ['context', 'decision', 'consequences'];

/** Names of the sections, lower case, by level. */
function sectionNames(lines: readonly ScannedLine[]): Map<string, number> {
  const names = new Map<string, number>();
  for (const { kind, level, heading } of lines) {
    if (kind !== 'heading' || level > 6) continue;
    const comment = heading.indexOf('<!--');
    const name = (comment >= 0 ? heading.slice(0, comment) : heading).trim().toLowerCase();
    if (!names.has(name)) names.set(name, level);
  }
  return names;
}

export function hasRecordSections(lines: readonly ScannedLine[]): boolean {
  const names = sectionNames(lines);
  return MADR_SECTIONS.some((name) => names.has(name)) || PLAIN_SECTIONS.filter((name) => names.has(name)).length >= 2;
}

function fromFront(signs: LayoutSigns, names: Map<string, number>): RecordLayout {
  const keys = new Set(signs.front.fields.map(({ key }) => key.toLowerCase()));
  const has = (...wanted: string[]) => wanted.some((key) => keys.has(key));
  if (has('decision-makers')) return 'madr4';
  if (names.has('validation') && names.get('validation') === 2) return 'madr3';
  if (names.get('confirmation') === 3) return 'madr4';
  if (has('deciders') && has('status', 'date', 'consulted', 'informed')) return 'madr3';
  if (MADR_SECTIONS.some((name) => names.has(name)) && signs.entries.length === 0) return 'madr4';
  if (has('id', 'sidebar_label', 'sidebar_position', 'hide_title', 'slug')) return 'docusaurus';
  if (has('layout', 'nav_order', 'parent', 'permalink', 'adr')) return 'jekyll';
  if (has('status')) return 'madr4';
  return signs.hasStatusSection ? 'docusaurus' : 'jekyll';
}

/** The format a Markdown record follows, by its front matter, metadata lines and sections. */
export function detectLayout(signs: LayoutSigns): RecordLayout {
  const names = sectionNames(signs.lines);
  const shapes = new Set(signs.entries.map(({ shape }) => shape));
  if (signs.front.lineCount > 0 && signs.front.fields.length > 0) return fromFront(signs, names);
  if (signs.isLog4brains && !signs.hasStatusSection) return 'log4brains';
  if (shapes.has('table')) return 'table';
  if (signs.hasStatusSection) return signs.isNumberedTitle && shapes.has('plain') ? 'adr-tools' : 'nygard';
  if (shapes.has('hyphen') || shapes.has('asterisk')) return 'madr2';
  const isMadr = MADR_SECTIONS.some((name) => names.has(name));
  if (isMadr)
    return names.get('confirmation') === 3 || names.get('consequences') === 3
      ? 'madr4'
      : isFirstMadr(names, signs)
        ? 'madr1'
        : 'madr2';
  return PLAIN_SECTIONS.filter((name) => names.has(name)).length >= 2 ? 'nygard' : 'markdown';
}

function isFirstMadr(names: Map<string, number>, signs: LayoutSigns): boolean {
  if (names.has('positive consequences')) return false;
  return signs.lines.some(({ kind, text }) => kind === 'text' && /^(?:User Story|Positive Consequences):/i.test(text));
}
