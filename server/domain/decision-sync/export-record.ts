import type { ExportRecord, ExportRelation, RecordLayout } from '@/server/domain/decision-record/record';
import { differingGroups, type FieldGroup, type HeldFields, heldOf } from '@/server/domain/decision-sync/held-field';
import { edgeKey, edgesOf, type RelationEdge, unresolvedNote } from '@/server/domain/decision-sync/relation-edge';
import type { SourceReading } from '@/server/domain/decision-sync/source-reading';

/** A record as it is held, with the file that it came from, if it came from one. */
export interface HeldRecord {
  id: string;
  held: HeldFields;
  source: { path: string; layout: RecordLayout; original: Uint8Array; reading: SourceReading | null } | null;
}

const blank: SourceReading = {
  number: null,
  numberText: '',
  title: '',
  status: 'unknown',
  rawStatus: '',
  date: null,
  rawDate: '',
  deciders: [],
  consulted: [],
  informed: [],
  tags: [],
  productSentence: '',
  revisitOn: null,
  revisitCondition: '',
  expiresOn: null,
  triggers: [],
  implementation: '',
  services: [],
  body: '',
  extra: {},
  relations: [],
  knownServices: [],
};

/** What is held now; where that still is what the file said, the file's own wording of it. */
function contentOf(held: HeldFields, reading: SourceReading | null) {
  const changed = new Set<FieldGroup>(reading ? differingGroups(heldOf(reading), held) : []);
  const isSame = (group: FieldGroup) => reading !== null && !changed.has(group);
  const read = reading ?? blank;
  return {
    number: held.number,
    numberText: isSame('number') ? read.numberText : held.number === null ? '' : String(held.number),
    title: isSame('title') ? read.title : held.title,
    status: held.status,
    rawStatus: held.rawStatus,
    date: isSame('date') ? read.date : held.date,
    rawDate: isSame('date') ? read.rawDate : '',
    deciders: isSame('deciders') ? read.deciders : held.deciders,
    consulted: isSame('consulted') ? read.consulted : held.consulted,
    informed: isSame('informed') ? read.informed : held.informed,
    tags: isSame('tags') ? read.tags : held.tags,
    productSentence: isSame('productSentence') ? read.productSentence : held.productSentence,
    revisitOn: held.revisitOn,
    revisitCondition: isSame('revisitCondition') ? read.revisitCondition : held.revisitCondition,
    expiresOn: held.expiresOn,
    triggers: isSame('triggers') ? read.triggers : held.triggers,
    implementation: isSame('implementation')
      ? read.implementation
      : held.implementation === 'notStarted'
        ? ''
        : held.implementation,
    services: isSame('services') ? read.services : held.services,
    body: held.body,
    extra: read.extra,
    isUnchanged: reading !== null && changed.size === 0,
  };
}

/** Records that have, or had, a relation that is not as the files tell it. */
function withChangedRelations(records: readonly HeldRecord[], edges: readonly RelationEdge[]): Set<string> {
  const told = edgesOf(
    records.map(({ id, held, source }) => ({
      id,
      path: source?.path ?? `\u0000${id}`,
      number: source?.reading?.number ?? held.number,
      relations: source?.reading?.relations ?? [],
    })),
  );
  const here = new Map(edges.map((edge) => [edgeKey(edge), edge]));
  const changed = new Set<string>();
  for (const [key, { fromId, toId, partial }] of told) {
    if (here.get(key)?.partial === partial) continue;
    changed.add(fromId);
    if (toId !== null) changed.add(toId);
  }
  for (const [key, { fromId, partial }] of here) if (told.get(key)?.partial !== partial) changed.add(fromId);
  return changed;
}

function relationOf(edge: RelationEdge, isHere: (id: string) => boolean): ExportRelation {
  const { type, partial, toId, targetText } = edge;
  if (toId !== null && isHere(toId)) return { type, partial, targetId: toId, targetText };
  const back = type === 'relates' && edge.note === unresolvedNote.supersededBy ? 'supersededBy' : type;
  const read = type === 'relates' && edge.note === unresolvedNote.amendedBy ? 'amendedBy' : back;
  return { type: read, partial, targetId: null, targetText };
}

/**
 * Records as they are written to files. One is untouched when its text, its facts and its relations are what was read
 * from its file; then the file goes out byte for byte. `isIncomplete` names files of which a part was deleted here.
 * An edge to a record that is not among these has what to call it in `targetText`.
 */
export function exportRecords(
  records: readonly HeldRecord[],
  edges: readonly RelationEdge[],
  isIncomplete: (path: string) => boolean,
): ExportRecord[] {
  const ids = new Set(records.map(({ id }) => id));
  const within = edges.filter(({ toId }) => toId === null || ids.has(toId));
  const changed = withChangedRelations(records, within);
  const relations = new Map<string, ExportRelation[]>();
  for (const edge of edges) {
    const list = relations.get(edge.fromId) ?? [];
    list.push(relationOf(edge, (id) => ids.has(id)));
    relations.set(edge.fromId, list);
  }
  return records.map(({ id, held, source }) => {
    const { isUnchanged, ...content } = contentOf(held, source?.reading ?? null);
    return {
      ...content,
      id,
      path: source?.path ?? null,
      layout: source?.layout ?? 'madr4',
      relations: relations.get(id) ?? [],
      original: source?.original ?? null,
      untouched: source !== null && isUnchanged && !changed.has(id) && !isIncomplete(source.path),
    };
  });
}
