import { readFileName, slugOf } from '@/server/domain/decision-record/file-name';
import type {
  DecisionRecord,
  RecordFinding,
  RecordFindingCode,
  RecordRelation,
} from '@/server/domain/decision-record/record';
import { folderOf, joinPath } from '@/server/domain/decision-record/record-path';

interface Candidates {
  byPath: Map<string, DecisionRecord>;
  byStem: Map<string, DecisionRecord[]>;
  byNumber: Map<number, DecisionRecord[]>;
  byWord: Map<string, DecisionRecord[]>;
  words: Map<DecisionRecord, Set<string>>;
}

interface Match {
  record: DecisionRecord | null;
  code: RecordFindingCode | null;
}

const COMMON_WORD = 60;

function push<K>(map: Map<K, DecisionRecord[]>, key: K, record: DecisionRecord): void {
  const list = map.get(key);
  if (list) list.push(record);
  else map.set(key, [record]);
}

function wordsOf(text: string): Set<string> {
  const slug = slugOf(text);
  const words = new Set(slug.split('-'));
  // `auth0-s` and `auth0s` are the same words to a reader.
  const joined = slug.replaceAll('-', '');
  for (let at = 0; at + 3 <= joined.length; at += 1) words.add(`~${joined.slice(at, at + 3)}`);
  return words;
}

function index(records: readonly DecisionRecord[]): Candidates {
  const all: Candidates = {
    byPath: new Map(),
    byStem: new Map(),
    byNumber: new Map(),
    byWord: new Map(),
    words: new Map(),
  };
  for (const record of records) {
    const name = readFileName(record.path);
    all.byPath.set(record.path, record);
    push(all.byStem, name.stem.toLowerCase(), record);
    if (record.number !== null) push(all.byNumber, record.number, record);
    const words = wordsOf(name.slug);
    all.words.set(record, words);
    for (const word of words) push(all.byWord, word, record);
  }
  return all;
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function withoutFragment(target: string): string {
  const hash = target.search(/[#?]/);
  return hash > 0 ? target.slice(0, hash) : target;
}

const EXTENSIONS = ['', '.md', '.mdx', '.adoc', '.rst', '/index.md', '/README.md'];

function byPath(from: DecisionRecord, target: string, all: Candidates): DecisionRecord | null {
  for (const spelled of [target, withoutFragment(target)]) {
    const path = joinPath(from.path, spelled.replace(/\/$/, ''));
    if (path === null) continue;
    for (const extension of EXTENSIONS) {
      const found = all.byPath.get(path + extension);
      if (found) return found;
    }
  }
  const name = withoutFragment(target).slice(target.lastIndexOf('/') + 1);
  const same = all.byStem.get(name.replace(/\.(?:mdx?|adoc|rst)$/i, '').toLowerCase()) ?? [];
  return same.length === 1 ? (same[0] ?? null) : null;
}

function numberOf(relation: RecordRelation): number | null {
  if (relation.targetPath === null) return relation.targetNumber;
  const last = withoutFragment(relation.targetPath.replace(/\/$/, '')).split('/').at(-1) ?? '';
  return readFileName(/\.[a-z]{2,8}$/i.test(last) ? last : `${last}.md`).number ?? relation.targetNumber;
}

function byNumber(from: DecisionRecord, relation: RecordRelation, slug: string, all: Candidates): Match {
  const number = numberOf(relation);
  if (number === null) return { record: null, code: null };
  const everywhere = (all.byNumber.get(number) ?? []).filter((record) => record !== from);
  const inFolder = everywhere.filter((record) => folderOf(record.path) === folderOf(from.path));
  const found = inFolder.length > 0 ? inFolder : everywhere;
  if (found.length === 0) return { record: null, code: null };
  if (slug === '')
    return found.length === 1 ? { record: found[0] ?? null, code: null } : { record: null, code: 'relationAmbiguous' };
  const wanted = wordsOf(slug);
  const alike = found.filter((record) => similarity(wanted, all.words.get(record) ?? new Set()) >= 0.5);
  if (alike.length === 1) return { record: alike[0] ?? null, code: 'relationByNumber' };
  if (found.length > 1) return { record: null, code: 'relationAmbiguous' };
  const better = bySlug(from, slug, all, 0.8);
  return better ? { record: better, code: 'relationBySlug' } : { record: found[0] ?? null, code: 'relationByNumber' };
}

function bySlug(from: DecisionRecord, slug: string, all: Candidates, floor: number): DecisionRecord | null {
  const wanted = wordsOf(slug);
  const near = new Set<DecisionRecord>();
  for (const word of wanted) {
    const list = all.byWord.get(word) ?? [];
    if (list.length <= COMMON_WORD) for (const record of list) near.add(record);
  }
  near.delete(from);
  const ranked = [...near]
    .map((record) => ({ record, score: similarity(wanted, all.words.get(record) ?? new Set()) }))
    .filter(({ score }) => score >= floor)
    .sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  return first && first.score - (second?.score ?? 0) > 0.1 ? first.record : null;
}

function match(from: DecisionRecord, relation: RecordRelation, all: Candidates): Match {
  const { targetPath, targetText } = relation;
  const exact = targetPath === null ? null : byPath(from, targetPath, all);
  if (exact) return { record: exact, code: null };
  const stem = targetPath === null ? '' : (withoutFragment(targetPath).split('/').at(-1) ?? '');
  const slug = targetPath === null ? '' : readFileName(/\.[a-z]{2,8}$/i.test(stem) ? stem : `${stem}.md`).slug;
  const numbered = byNumber(from, relation, slug, all);
  if (numbered.record || numbered.code) return numbered;
  const wanted = slug || (targetPath === null ? targetText.replace(/^\s*#?\d{1,6}[.:)]?\s/, '') : '');
  const alike = wanted === '' ? null : bySlug(from, wanted, all, 0.6);
  return alike ? { record: alike, code: 'relationBySlug' } : { record: null, code: 'relationUnresolved' };
}

const SAID: Partial<
  Record<RecordFindingCode, [severity: RecordFinding['severity'], expected: string, suggestion: string]>
> = {
  relationByNumber: ['warning', 'an existing file; the record with that number was taken', 'Correct the link.'],
  relationBySlug: ['warning', 'an existing file; the record with the most alike name was taken', 'Correct the link.'],
  relationAmbiguous: ['warning', 'one record; several have that number, so none was taken', 'Link to the file.'],
  relationUnresolved: [
    'warning',
    'a record of this set; none answers to it, so the text was kept',
    'Check the link, or import that record as well.',
  ],
  relationToItself: ['warning', 'another record; a record has no relation to itself', 'Correct the link.'],
};

function say(
  record: DecisionRecord,
  relation: RecordRelation,
  code: RecordFindingCode,
  found: DecisionRecord | null,
): void {
  const said = SAID[code];
  if (!said) return;
  const target = relation.targetPath ?? relation.targetText;
  const to = found ? `: ${found.path}` : '';
  record.findings.push({
    path: record.path,
    line: null,
    code,
    severity: said[0],
    message: `“${target.slice(0, 120)}” → ${said[1]}${to}.`,
    suggestion: said[2],
  });
}

const REVERSE = {
  supersedes: 'supersededBy',
  supersededBy: 'supersedes',
  amends: 'amendedBy',
  amendedBy: 'amends',
} as const;
const isDirected = (type: string): type is keyof typeof REVERSE => type in REVERSE;

/** The other end of every relation that has one and says nothing itself. */
function deriveReverse(records: readonly DecisionRecord[], all: Candidates): void {
  const derived: { record: DecisionRecord; relation: RecordRelation }[] = [];
  for (const record of records) {
    for (const relation of record.relations) {
      if (relation.resolvedPath === null || !isDirected(relation.type)) continue;
      const other = all.byPath.get(relation.resolvedPath);
      const type = REVERSE[relation.type];
      if (!other || other.relations.some((item) => item.type === type && item.resolvedPath === record.path)) continue;
      derived.push({
        record: other,
        relation: {
          type,
          partial: relation.partial,
          targetText: record.title,
          targetPath: null,
          targetNumber: record.number,
          resolvedPath: record.path,
          derived: true,
        },
      });
    }
  }
  for (const { record, relation } of derived) {
    if (record.relations.some((item) => item.type === relation.type && item.resolvedPath === relation.resolvedPath))
      continue;
    record.relations.push(relation);
    noteBackLink(record, relation);
  }
}

/** MADR and JabRef name the successor only; that a successor is named nowhere in the old record is worth a word. */
function noteBackLink(record: DecisionRecord, relation: RecordRelation): void {
  if (relation.type !== 'supersededBy') return;
  const holds = record.status === 'accepted' && !relation.partial;
  record.findings.push({
    path: record.path,
    line: null,
    code: 'backLinkMissing',
    severity: holds ? 'warning' : 'info',
    message: `${relation.resolvedPath} says that it supersedes this record, which says nothing of it → both ends${holds ? '; this one still says accepted' : ''}.`,
    suggestion: 'Supersede the record here, or add the link to its status.',
  });
}

/**
 * Finds the record at the other end of every relation: by exact path, then by number (refused when several have it),
 * then by the likeness of names, with a finding for each that is not exact; then derives the missing ends.
 */
export function resolveRelations(records: readonly DecisionRecord[]): void {
  const all = index(records);
  for (const record of records) {
    record.relations = record.relations.filter((relation) => {
      const { record: found, code } = match(record, relation, all);
      if (found === record) {
        say(record, relation, 'relationToItself', null);
        return false;
      }
      relation.resolvedPath = found?.path ?? null;
      if (code) say(record, relation, code, found);
      return true;
    });
  }
  deriveReverse(records, all);
}
