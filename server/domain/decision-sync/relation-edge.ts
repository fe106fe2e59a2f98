import type { RelationType } from '@/server/domain/decision/status';
import { joinPath } from '@/server/domain/decision-record/record-path';
import type { SourceReading } from '@/server/domain/decision-sync/source-reading';

/** A relation as it is stored: at the record that has it. Without `toId`, `targetText` is what the file says. */
export interface RelationEdge {
  fromId: string;
  toId: string | null;
  type: RelationType;
  partial: boolean;
  targetText: string;
  note: string;
}

/** A record of a register and what its file says of others. */
export interface RelatedRecord {
  id: string;
  path: string;
  number: number | null;
  relations: SourceReading['relations'];
}

/** The word by which a relation that is known from its other end only is told apart where that end is not here. */
export const unresolvedNote = { supersededBy: 'superseded by', amendedBy: 'amended by' } as const;

const extensions = ['', '.md', '.mdx', '.adoc', '.rst', '/index.md', '/README.md'];

interface Index {
  byPath: Map<string, string>;
  /** Null where several records have the number. */
  byNumber: Map<number, string | null>;
}

function indexOf(records: readonly RelatedRecord[], older: ReadonlyMap<string, string>): Index {
  const index: Index = { byPath: new Map(older), byNumber: new Map() };
  for (const { id, path, number } of records) {
    index.byPath.set(path, id);
    if (number !== null) index.byNumber.set(number, index.byNumber.has(number) ? null : id);
  }
  return index;
}

function targetOf(from: RelatedRecord, relation: RelatedRecord['relations'][number], index: Index): string | null {
  const resolved = relation.resolvedPath === null ? undefined : index.byPath.get(relation.resolvedPath);
  if (resolved !== undefined) return resolved;
  const linked = relation.targetPath === null ? null : joinPath(from.path, relation.targetPath.replace(/[#?].*$/, ''));
  for (const extension of linked === null ? [] : extensions) {
    const found = index.byPath.get(linked + extension);
    if (found !== undefined) return found;
  }
  return relation.targetNumber === null ? null : (index.byNumber.get(relation.targetNumber) ?? null);
}

function edgeOf(from: RelatedRecord, relation: RelatedRecord['relations'][number], toId: string | null): RelationEdge {
  const { type, partial } = relation;
  if (toId === null) {
    const targetText = relation.targetText || relation.targetPath || String(relation.targetNumber ?? '?');
    const base = { fromId: from.id, toId, partial, targetText };
    if (type === 'supersededBy' || type === 'amendedBy')
      return { ...base, type: 'relates', note: unresolvedNote[type] };
    return { ...base, type, note: '' };
  }
  const base = { partial, targetText: '', note: '' };
  if (type === 'supersededBy') return { ...base, type: 'supersedes', fromId: toId, toId: from.id };
  if (type === 'amendedBy') return { ...base, type: 'amends', fromId: toId, toId: from.id };
  return { ...base, type, fromId: from.id, toId };
}

/** Tells relations apart, whatever part of a record they are about. What holds both ways has one key both ways. */
export function edgeKey({ fromId, toId, type, targetText, note }: RelationEdge): string {
  if (toId === null) return JSON.stringify([type, fromId, note, targetText]);
  const isMutual = type === 'relates' || type === 'conflicts';
  return JSON.stringify([type, ...(isMutual ? [fromId, toId].sort() : [fromId, toId])]);
}

/**
 * The relations that the files of a register tell, each once. A link is followed within the whole register: to the
 * record that it was resolved to, else to the one at its path, else to the only one with its number. `older` holds ids
 * by paths that are no longer those of their records.
 */
export function edgesOf(
  records: readonly RelatedRecord[],
  older: ReadonlyMap<string, string> = new Map(),
): Map<string, RelationEdge> {
  const index = indexOf(records, older);
  const edges = new Map<string, RelationEdge>();
  for (const record of records) {
    for (const relation of record.relations) {
      // Said by the other record, which is here as well.
      if (relation.derived) continue;
      const toId = targetOf(record, relation, index);
      if (toId === record.id) continue;
      const edge = edgeOf(record, relation, toId);
      const key = edgeKey(edge);
      const known = edges.get(key);
      if (!known) edges.set(key, edge);
      // One end says "partly": then the rest still holds, whatever the other end leaves out.
      else if (edge.partial) known.partial = true;
    }
  }
  return edges;
}

/** What three-way comparison makes of relations: those to add, and those here that the files took back. */
export function mergeEdges<Here extends RelationEdge>(
  before: ReadonlyMap<string, RelationEdge>,
  outside: ReadonlyMap<string, RelationEdge>,
  here: readonly Here[],
): { added: RelationEdge[]; removed: Here[] } {
  const held = new Map(here.map((edge) => [edgeKey(edge), edge]));
  const removed: Here[] = [];
  for (const [key, edge] of before) {
    const after = outside.get(key);
    const ours = held.get(key);
    if (after && after.partial === edge.partial) continue;
    // What was changed here stays as it is.
    if (ours && ours.partial === edge.partial) {
      removed.push(ours);
      held.delete(key);
    }
  }
  const added = [...outside].flatMap(([key, edge]) => {
    const was = before.get(key);
    const isNew = !was || was.partial !== edge.partial;
    return isNew && !held.has(key) ? [edge] : [];
  });
  return { added, removed };
}
