import type { z } from 'zod';
import type { WorkspaceScope } from '@/server/access/scope';
import { dateToDay } from '@/server/domain/field/day';
import type { decisionListContract, graphNode } from '@/server/modules/decision-list/contract';
import { database } from '@/server/platform/db';
import { notFound } from '@/server/platform/errors';
import * as repo from './repo';

type Output<Name extends 'graph' | 'timeline'> = z.infer<(typeof decisionListContract)[Name]['output']>;
type Node = z.infer<typeof graphNode>;
type StoredNode = Awaited<ReturnType<typeof repo.findNodes>>[number];

const mostNodes = 500;
const mostEdges = 2000;
const mostChanges = 1000;

async function registerId(scope: WorkspaceScope, slug: string): Promise<string> {
  const register = await repo.findRegister(database(), scope, slug);
  if (!register) throw notFound(`The register “${slug}”`);
  return register.id;
}

function present({ id, number, title, status, decidedOn, register }: StoredNode): Node {
  return { id, number, title, status, register: register.slug, date: decidedOn && dateToDay(decidedOn) };
}

/**
 * The records of a register and of others that they relate to, at most 500, and the relations between those that are
 * shown. Errors: `notFound` for an unknown register.
 */
export async function readGraph(scope: WorkspaceScope, slug: string): Promise<Output<'graph'>> {
  const id = await registerId(scope, slug);
  const [own, edges] = await Promise.all([
    repo.findNodes(database(), scope, id, mostNodes + 1),
    repo.findEdges(database(), scope, id, mostEdges + 1),
  ]);
  const nodes = new Map(own.slice(0, mostNodes).map((node) => [node.id, present(node)]));
  let isCut = own.length > mostNodes || edges.length > mostEdges;
  const shown: Output<'graph'>['edges'] = [];
  for (const { from, to, type, partial } of edges.slice(0, mostEdges)) {
    if (!to) continue;
    for (const end of [from, to]) {
      if (!nodes.has(end.id) && nodes.size < mostNodes) nodes.set(end.id, present(end));
    }
    if (nodes.has(from.id) && nodes.has(to.id)) shown.push({ from: from.id, to: to.id, type, partial });
    else isCut = true;
  }
  return { nodes: [...nodes.values()], edges: shown, isCut };
}

/**
 * What became of the records of a register, the newest first: changes of status made here, and for imported records
 * that nobody moved since, what their file says. Errors: `notFound` for an unknown register.
 */
export async function readTimeline(scope: WorkspaceScope, slug: string): Promise<Output<'timeline'>> {
  const id = await registerId(scope, slug);
  const [acts, dated] = await Promise.all([
    repo.findTransitions(database(), scope, id, mostChanges),
    repo.findDated(database(), scope, id, mostChanges),
  ]);
  const changed = acts.flatMap(({ decision, toStatus, reason, at, member }) => {
    if (!toStatus) return [];
    const { id: decisionId, number, title } = decision;
    return [{ decisionId, number, title, to: toStatus, reason, by: member?.user.name ?? null, day: dateToDay(at) }];
  });
  const imported = dated.flatMap(({ id: decisionId, number, title, status, decidedOn, rawStatus }) =>
    decidedOn
      ? [{ decisionId, number, title, to: status, reason: rawStatus, by: null, day: dateToDay(decidedOn) }]
      : [],
  );
  return [...changed, ...imported]
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .slice(0, mostChanges);
}
