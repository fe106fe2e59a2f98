import type { z } from 'zod';
import type { WorkspaceScope } from '@/server/access/scope';
import {
  nameOfDecision,
  type OrderedRelation,
  orderedRelations,
  relationWarnings,
  wayBetween,
} from '@/server/domain/decision/relation';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { rankOpenDebts } from '@/server/modules/backlog/service';
import { holdRegisterById } from '@/server/modules/register/service';
import { today } from '@/server/platform/clock';
import { database, type Tx } from '@/server/platform/db';
import { AppError, notFound } from '@/server/platform/errors';
import { isId } from '@/server/platform/ids';
import type { DecisionRecord, decisionContract } from './contract';
import { presentDecision, presentRelations, type RankOfScore } from './render/decision-record';
import * as repo from './repo';

const unranked: RankOfScore = { scored: 0, rankOf: () => ({ rank: null }) };

async function warningsOf(scope: WorkspaceScope, stored: repo.StoredDecision): Promise<DecisionRecord['warnings']> {
  const { id, status } = stored;
  const relations = presentRelations(stored).map(({ decision, ...relation }) => ({ ...relation, end: decision }));
  const isOrdered = relations.some(({ type }) => type === 'supersedes' || type === 'dependsOn');
  const edges = isOrdered ? await repo.findEdgesFrom(database(), scope, id) : [];
  const ways = orderedRelations.flatMap((type) => {
    const way = wayBetween(edges, type, id, id);
    return way ? [{ type, way }] : [];
  });
  const titles =
    ways.length > 0
      ? await repo.findTitles(
          database(),
          scope,
          ways.flatMap(({ way }) => way),
        )
      : [];
  const circles = ways.map(({ type, way }) => ({ type, names: namesOf(way, titles) }));
  return relationWarnings({ status, relations, circles });
}

async function surround(scope: WorkspaceScope, stored: repo.StoredDecision): Promise<DecisionRecord> {
  const { id, revision, deletedById } = stored;
  const [figures, ranks, revised, draft, warnings, deletedBy] = await Promise.all([
    repo.findFigures(database(), scope, [id]),
    stored.debts.length > 0 ? rankOpenDebts(scope) : unranked,
    repo.findRevision(database(), scope, id, revision),
    scope.memberId ? repo.findDraft(database(), scope, id, scope.memberId) : null,
    warningsOf(scope, stored),
    deletedById ? repo.findMemberName(database(), scope, deletedById) : null,
  ]);
  return presentDecision(scope, stored, {
    figures: figures.get(id),
    ranks,
    revisedAt: revised?.createdAt ?? stored.createdAt,
    revisedBy: revised?.author?.user.name ?? null,
    draft,
    warnings,
    deletedBy,
    today: today(),
  });
}

/** One decision with everything its page shows; a deleted one too, as the tombstone it left. Throws `notFound`. */
export async function getDecision(scope: WorkspaceScope, id: string): Promise<DecisionRecord> {
  const stored = await repo.findDecision(database(), scope, id);
  if (!stored) throw notFound('This decision');
  return surround(scope, stored);
}

/** One record of a register, deleted or not. Throws `notFound` also for a record of another register. */
export async function getDecisionOf(scope: WorkspaceScope, at: { slug: string; id: string }): Promise<DecisionRecord> {
  const decision = await getDecision(scope, at.id);
  if (decision.register.slug !== at.slug) throw notFound(`This decision in the register “${at.slug}”`);
  return decision;
}

/** The same, not deleted: screens show a tombstone; the API does not find it until it is restored. */
export async function getLiveDecision(
  scope: WorkspaceScope,
  at: { slug: string; id: string },
): Promise<DecisionRecord> {
  const decision = await getDecisionOf(scope, at);
  if (!decision.deletedAt) return decision;
  throw new AppError('notFound', {
    userMessage: `“${decision.title}” was deleted on ${dayText(dateToDay(decision.deletedAt))} and can be restored.`,
  });
}

/** Several records for a list, in the order of the ids, without what only a page shows: warnings, ranks, drafts. */
export async function readDecisions(scope: WorkspaceScope, ids: string[]): Promise<DecisionRecord[]> {
  if (ids.length === 0) return [];
  const [stored, figures] = await Promise.all([
    repo.findDecisions(database(), scope, ids),
    repo.findFigures(database(), scope, ids),
  ]);
  const bare = { ranks: unranked, revisedBy: null, draft: null, warnings: [], deletedBy: null, today: today() };
  const byId = new Map(stored.map((one) => [one.id, one]));
  return ids.flatMap((id) => {
    const one = byId.get(id);
    if (!one) return [];
    return [presentDecision(scope, one, { ...bare, figures: figures.get(id), revisedAt: one.createdAt })];
  });
}

/** What an address within a register means: an id, a number or an imported file name; several when it repeats. */
export async function resolveDecision(
  scope: WorkspaceScope,
  input: { register: string; ref: string },
): Promise<z.infer<typeof decisionContract.resolve.output>> {
  if (isId(input.ref)) {
    // An id means one record wherever it is, so that an old address of a moved or deleted one still leads to it.
    return repo.findTitles(database(), scope, [input.ref]);
  }
  const digits = /^(?:adr-?)?0*(\d{1,9})$/i.exec(input.ref)?.[1];
  return repo.findByReference(database(), scope, input.register, {
    number: digits === undefined ? null : Number(digits),
    path: input.ref,
  });
}

export type HeldDecision = repo.BareDecision;

/** For writes: the record with its row held until the transaction ends, not deleted. Throws `notFound`, `conflict`. */
export async function holdDecision(tx: Tx, scope: WorkspaceScope, id: string): Promise<repo.BareDecision> {
  const [decision] = await holdDecisions(tx, scope, [id]);
  if (!decision) throw notFound('This decision');
  return decision;
}

/** The same for several, in the order of their ids. */
export async function holdDecisions(tx: Tx, scope: WorkspaceScope, ids: string[]): Promise<repo.BareDecision[]> {
  await repo.lockDecisions(tx, scope, ids);
  const held: repo.BareDecision[] = [];
  for (const id of ids) {
    const decision = await repo.findBare(tx, scope, id);
    if (!decision) throw notFound(id === ids[0] ? 'This decision' : `The decision ${id}`);
    if (decision.deletedAt) {
      throw new AppError('conflict', {
        userMessage: `${nameOfDecision(decision)} was deleted on ${dayText(dateToDay(decision.deletedAt))}. Restore it first.`,
      });
    }
    held.push(decision);
  }
  return held;
}

/** A record, deleted or not, with its register, both held: a register is deleted only while it holds no records. */
export async function holdPlace(tx: Tx, scope: WorkspaceScope, id: string) {
  const place = await repo.findBare(tx, scope, id);
  if (!place) throw notFound('This decision');
  const register = await holdRegisterById(tx, scope, place.registerId);
  await repo.lockDecisions(tx, scope, [id]);
  return { register, decision: (await repo.findBare(tx, scope, id)) ?? place };
}

/** The names of the records on the way from one to another along relations of one type; null when there is none. */
export async function namesOnWay(
  tx: Tx,
  scope: WorkspaceScope,
  way: { type: OrderedRelation; from: string; to: string },
): Promise<string[] | null> {
  const ids = wayBetween(await repo.findEdgesFrom(tx, scope, way.from), way.type, way.from, way.to);
  return ids && namesOf(ids, await repo.findTitles(tx, scope, ids));
}

function namesOf(ids: readonly string[], titles: Awaited<ReturnType<typeof repo.findTitles>>): string[] {
  const names = new Map(titles.map((one) => [one.id, nameOfDecision(one)]));
  return ids.flatMap((id) => names.get(id) ?? []);
}

/** For modules that change a record's columns beside its text. Raises its version. */
export type DecisionColumns = repo.DecisionColumns;
export const changeColumns = repo.updateDecisionColumns;

/** Both sides of a conflict: the record as it is goes back with the refusal, what was sent is still with the sender. */
export async function staleDecision(scope: WorkspaceScope, id: string): Promise<AppError> {
  const current = await getDecision(scope, id);
  return new AppError('stale', {
    userMessage: `“${current.title}” was changed since you opened it. Nothing of yours was saved or lost.`,
    details: { current },
  });
}
