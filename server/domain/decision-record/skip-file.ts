import type { FileName } from '@/server/domain/decision-record/file-name';
import type { OtherReason } from '@/server/domain/decision-record/record';

const READABLE = new Set(['md', 'mdx', 'markdown', 'adoc', 'asciidoc', 'rst']);
const IMAGES = new Set([
  'png',
  'jpg',
  'jpeg',
  'gif',
  'svg',
  'webp',
  'avif',
  'drawio',
  'puml',
  'plantuml',
  'excalidraw',
  'mmd',
]);
const CONFIGURATION = new Set(['yml', 'yaml', 'toml', 'json', 'ini', 'lock', 'config']);
const INDEX = new Set(['index', '_index', 'toc', 'summary', 'contents', 'overview', 'backlog']);
const COMMON = new Set([
  'changelog',
  'contributing',
  'license',
  'licence',
  'code_of_conduct',
  'security',
  'authors',
  'support',
  'pull_request_template',
]);
const TEMPLATE =
  /^(?:(?:adr|madr|decision|decision-record|record|rfc|rfd)[-_ ])?template(?:[-_ ](?:bare|minimal|full|long|short|bare-minimal|[a-z]{2}))?$/i;

export const OTHER_MESSAGE: Readonly<Record<OtherReason, string>> = {
  readme: 'A read-me, no decision record.',
  index: 'An index or list, no decision record.',
  template: 'A template that nobody filled in, no decision record.',
  configuration: 'A configuration file, no decision record.',
  image: 'An image or drawing; it is kept beside the records.',
  document: 'Not a format of decision records.',
  outside: 'Outside the folders that the configuration names.',
  tooLarge: 'Larger than a record may be.',
  empty: 'An empty file.',
  notText: 'Not text.',
  notARecord: 'A page without number, status or sections of a decision record, in a folder without records.',
  duplicatePath: 'A second file with the same path.',
};

/** Why a file is no record by its name alone; null when it has to be read. */
export function skippedByName(path: string, name: FileName): OtherReason | null {
  const stem = name.stem.toLowerCase();
  const base = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (IMAGES.has(name.extension)) return 'image';
  if (base === '.adr-dir' || base === '.log4brains.yml' || base.startsWith('.')) return 'configuration';
  if (name.extension === 'json') return null;
  if (CONFIGURATION.has(name.extension)) return 'configuration';
  if (!READABLE.has(name.extension)) return 'document';
  if (name.isBundle) return null;
  const isNumbered = name.number !== null || name.date !== null;
  if (!isNumbered && /(?:^|\/)\.[^/]+\//.test(path)) return 'document';
  if (stem === 'readme') return 'readme';
  if (INDEX.has(stem)) return 'index';
  if (COMMON.has(stem)) return 'document';
  const isInTemplates = /(?:^|\/)\.?(?:templates?|issue_template)$/i.test(name.folder);
  return TEMPLATE.test(name.slug) || TEMPLATE.test(stem) || isInTemplates ? 'template' : null;
}
