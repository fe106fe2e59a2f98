import type { DecisionStatus, RelationType } from './status';

/** Relations that must not lead back to where they began, each kind by itself. */
export const orderedRelations = ['supersedes', 'dependsOn'] as const satisfies readonly RelationType[];
export type OrderedRelation = (typeof orderedRelations)[number];

export type RelationEdge = { fromId: string; toId: string; type: OrderedRelation };

/**
 * The shortest way from one record to another along relations of one type, both ends included; null when there is none.
 * The way from a record to itself has at least one step.
 */
export function wayBetween(
  edges: readonly RelationEdge[],
  type: OrderedRelation,
  from: string,
  to: string,
): string[] | null {
  const next = Map.groupBy(
    edges.filter((edge) => edge.type === type),
    (edge) => edge.fromId,
  );
  const cameFrom = new Map<string, string>();
  let front = [from];
  while (front.length > 0) {
    const further: string[] = [];
    for (const at of front) {
      for (const { toId } of next.get(at) ?? []) {
        if (cameFrom.has(toId)) continue;
        cameFrom.set(toId, at);
        if (toId === to) return wayBack(cameFrom, from, to);
        further.push(toId);
      }
    }
    front = further;
  }
  return null;
}

function wayBack(cameFrom: ReadonlyMap<string, string>, from: string, to: string): string[] {
  const way = [to];
  for (let at = cameFrom.get(to); at !== undefined; at = at === from ? undefined : cameFrom.get(at)) way.unshift(at);
  return way;
}

/** The other end of a relation, as far as a warning needs it. */
export type RelationEnd = { id: string; number: number | null; title: string; status: DecisionStatus };

/** One relation from a record's side: `from` it has it, `to` the other end has it. `end` is null where nobody answers. */
export type SeenRelation = {
  type: RelationType;
  direction: 'from' | 'to';
  partial: boolean;
  end: RelationEnd | null;
  targetText: string;
};

export const warningCodes = ['restsOnSuperseded', 'cycle', 'missingBackLink', 'unresolved'] as const;
export type RelationWarning = { code: (typeof warningCodes)[number]; message: string; decisionId: string | null };

/** “12. Use Postgres”, or the title alone before there is a number. */
export function nameOfDecision(of: { number: number | null; title: string }): string {
  return of.number === null ? `“${of.title}”` : `“${of.number}. ${of.title}”`;
}

const restsOn: readonly RelationType[] = ['dependsOn', 'amends'];

function warningOf(status: DecisionStatus, relation: SeenRelation): RelationWarning | null {
  const { type, direction, partial, end, targetText } = relation;
  if (!end) {
    return {
      code: 'unresolved',
      message: `“${targetText}” names no record that is here.`,
      decisionId: null,
    };
  }
  const name = nameOfDecision(end);
  const [holder, target] = direction === 'from' ? [status, end.status] : [end.status, status];
  if (restsOn.includes(type) && holder === 'accepted' && target === 'superseded') {
    const message =
      direction === 'from'
        ? `This record rests on ${name}, which is superseded.`
        : `${name} is in force and rests on this superseded record.`;
    return { code: 'restsOnSuperseded', message, decisionId: end.id };
  }
  if (type === 'supersedes' && !partial && holder === 'accepted' && target === 'accepted') {
    const message =
      direction === 'from'
        ? `This record supersedes ${name}, which still counts as accepted.`
        : `${name} supersedes this record, which still counts as accepted.`;
    return { code: 'missingBackLink', message, decisionId: end.id };
  }
  return null;
}

/**
 * What is odd about a record's relations: it is in force and rests on a superseded record, or the other way round; both
 * ends of a replacement are in force; a superseded record has no successor; a link leads nowhere; it is part of a circle.
 * `circles` are the ways from the record back to itself, each with the names of the records on it.
 */
export function relationWarnings(record: {
  status: DecisionStatus;
  relations: readonly SeenRelation[];
  circles: readonly { type: OrderedRelation; names: readonly string[] }[];
}): RelationWarning[] {
  const { status, relations, circles } = record;
  const found = relations.flatMap((relation) => warningOf(status, relation) ?? []);
  const hasSuccessor = relations.some(({ type, direction }) => type === 'supersedes' && direction === 'to');
  if (status === 'superseded' && !hasSuccessor) {
    const message = 'This record is superseded, and no record here says that it supersedes it.';
    found.push({ code: 'missingBackLink', message, decisionId: null });
  }
  for (const { type, names } of circles) {
    const verb = type === 'supersedes' ? 'supersede' : 'depend on';
    found.push({
      code: 'cycle',
      message: `These records ${verb} one another in a circle: ${names.join(' → ')}.`,
      decisionId: null,
    });
  }
  return found;
}
