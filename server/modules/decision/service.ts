import type { z } from 'zod';
import type { WorkspaceScope } from '@/server/access/scope';
import {
  nameOfDecision,
  type OrderedRelation,
  orderedRelations,
  relationWarnings,
  wayBetween,
} from '@/server/domain/decision/relation';
import { defaultTemplate } from '@/server/domain/decision/template';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { rankOpenDebts } from '@/server/modules/backlog/service';
import { findTemplate } from '@/server/modules/decision-template/service';
import { beginText, forgetDraft, saveText } from '@/server/modules/decision-text/service';
import { holdRegister, holdRegisterById } from '@/server/modules/register/service';
import { now, today } from '@/server/platform/clock';
import { database, type Tx } from '@/server/platform/db';
import { AppError, invalid, notFound } from '@/server/platform/errors';
import { isId, newId } from '@/server/platform/ids';
import { type Recorder, transact } from '@/server/platform/transact';
import type {
  CreateDecision,
  DecisionFacts,
  DecisionRecord,
  DecisionRow,
  DecisionText,
  decisionContract,
  UpdateDecision,
} from './contract';
import { changedColumns, factColumns } from './render/decision-columns';
import { presentDecision, presentRelations, presentRow, type RankOfScore } from './render/decision-record';
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

/** For lists of other modules: rows of live or deleted records, in the order of the ids; unknown ids are left out. */
export async function decisionRowsOf(scope: WorkspaceScope, ids: string[]): Promise<DecisionRow[]> {
  if (ids.length === 0) return [];
  const [rows, figures] = await Promise.all([
    repo.findRows(database(), scope, ids),
    repo.findFigures(database(), scope, ids),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const day = today();
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [presentRow(row, figures.get(id), day)] : [];
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
export const changeColumns = repo.updateDecisionColumns;

async function resolveReferences(
  tx: Tx,
  scope: WorkspaceScope,
  facts: Partial<DecisionFacts>,
): Promise<{ ownerId?: string | null; serviceIds: string[] | null }> {
  const { owner, services } = facts;
  const ownerId = owner ? await repo.findMemberId(tx, scope, owner) : null;
  if (owner && !ownerId) throw invalid('owner', `no member “${owner}” in this workspace`);
  const found = services && (await repo.findServiceIds(tx, scope, services));
  const missing = services?.filter((key) => !found?.some((service) => service.key === key)) ?? [];
  if (missing.length > 0) {
    throw invalid('services', `no service ${missing.map((key) => `“${key}”`).join(', ')} in this workspace`);
  }
  return {
    ...(owner === undefined ? {} : { ownerId }),
    serviceIds: found ? found.map((service) => service.id) : null,
  };
}

async function templateOf(tx: Tx, scope: WorkspaceScope, wanted: string | undefined, usual: string) {
  const template = await findTemplate(tx, scope, wanted ?? usual);
  if (template) return template;
  if (wanted !== undefined) throw invalid('template', `there is no template “${wanted}”.`);
  return findTemplate(tx, scope, defaultTemplate);
}

/** Makes a draft; without a body it begins with the template. Its author owns it unless somebody else is named. */
export async function createDecision(scope: WorkspaceScope, input: CreateDecision): Promise<DecisionRecord> {
  const id = await transact(scope, 'decision.create', (tx, record) => createDecisionIn(tx, record, scope, input));
  return getDecision(scope, id);
}

export async function createDecisionIn(
  tx: Tx,
  record: Recorder,
  scope: WorkspaceScope,
  input: CreateDecision,
): Promise<string> {
  const {
    workspace: _workspace,
    register: slug,
    template: wanted,
    title,
    productSentence = '',
    body,
    ...facts
  } = input;
  const register = await holdRegister(tx, scope, slug);
  const template = await templateOf(tx, scope, wanted, register.template);
  const { ownerId = scope.memberId, serviceIds } = await resolveReferences(tx, scope, facts);
  const id = newId();
  const at = now();
  const text = { title, productSentence, body: body ?? template?.body ?? '' };
  await repo.insertDecision(tx, scope, {
    ...factColumns(facts),
    ...text,
    id,
    registerId: register.id,
    ownerId,
    template: template?.key ?? '',
    statusChangedAt: at,
    createdById: scope.memberId,
    createdAt: at,
    updatedAt: at,
  });
  await beginText(tx, scope, id, { ...text, at });
  if (serviceIds) await repo.replaceServices(tx, scope, id, serviceIds);
  record({ subjectType: 'decision', subjectId: id, data: { title, register: slug } });
  return id;
}

/** Both sides of a conflict: the record as it is goes back with the refusal, what was sent is still with the sender. */
export async function staleDecision(scope: WorkspaceScope, id: string): Promise<AppError> {
  const current = await getDecision(scope, id);
  return new AppError('stale', {
    userMessage: `“${current.title}” was changed since you opened it. Nothing of yours was saved or lost.`,
    details: { current },
  });
}

function textChange(before: DecisionText, change: Partial<DecisionText>): DecisionText | null {
  const { title = before.title, productSentence = before.productSentence, body = before.body } = change;
  const isSame = title === before.title && productSentence === before.productSentence && body === before.body;
  return isSame ? null : { title, productSentence, body };
}

type Change = Omit<UpdateDecision, 'version'> & { version?: number | undefined };

/**
 * Saves text, facts or both, and nothing when nothing differs. Without a version the change is made on whatever is stored.
 * Changed text of a record that was proposed is a new revision and drops the verdicts on the one before. The member's
 * unsaved typing is forgotten. Throws `stale` with the record as it is now when somebody else saved first.
 */
export async function updateDecision(scope: WorkspaceScope, input: Change): Promise<DecisionRecord> {
  const isFresh = await transact(scope, 'decision.update', (tx, record) => changeIn(tx, record, scope, input));
  if (!isFresh) throw await staleDecision(scope, input.id);
  return getDecision(scope, input.id);
}

async function changeIn(tx: Tx, record: Recorder, scope: WorkspaceScope, input: Change): Promise<boolean> {
  const { workspace: _workspace, id, version, note = '', title, productSentence, body, ...facts } = input;
  const before = await holdDecision(tx, scope, id);
  if (version !== undefined && before.version !== version) return false;
  const { serviceIds, ...references } = await resolveReferences(tx, scope, facts);
  const columns = { ...factColumns(facts), ...references };
  const fields = changedColumns(before, columns);
  if (serviceIds && (await repo.replaceServices(tx, scope, id, serviceIds))) fields.push('services');
  const at = now();
  const text = textChange(before, { ...(title && { title }), productSentence, body });
  const saved = text && (await saveText(tx, scope, before, { text, note, at }));
  if (scope.memberId) await forgetDraft(tx, scope, id, scope.memberId);
  if (fields.length === 0 && !saved) return true;
  await repo.updateDecisionColumns(tx, scope, id, {
    ...columns,
    ...text,
    ...(saved && { revision: saved.revision }),
    updatedAt: at,
  });
  record({
    subjectType: 'decision',
    subjectId: id,
    data: {
      title: text?.title ?? before.title,
      fields: [...(saved ? ['text'] : []), ...fields],
      ...(saved && { revision: saved.revision, revisionBefore: before.revision, verdictsEnded: saved.verdictsEnded }),
      ...(note && { note }),
    },
  });
  return true;
}

async function setDeleted(
  scope: WorkspaceScope,
  input: { id: string; version?: number | undefined },
  isDeletion: boolean,
): Promise<DecisionRecord> {
  const { id, version } = input;
  const action = isDeletion ? 'decision.delete' : 'decision.restore';
  const isFresh = await transact(scope, action, async (tx, record) => {
    const place = await repo.findBare(tx, scope, id);
    if (!place) throw notFound('This decision');
    // A register is deleted only while it holds no records, so its row is held before one comes back.
    const register = await holdRegisterById(tx, scope, place.registerId);
    if (!isDeletion && register.deletedAt) {
      throw new AppError('conflict', { userMessage: `The register “${register.name}” is deleted. Restore it first.` });
    }
    await repo.lockDecisions(tx, scope, [id]);
    const before = (await repo.findBare(tx, scope, id)) ?? place;
    if (version !== undefined && before.version !== version) return false;
    if ((before.deletedAt !== null) === isDeletion) return true;
    const at = now();
    await repo.updateDecisionColumns(tx, scope, id, {
      deletedAt: isDeletion ? at : null,
      deletedById: isDeletion ? scope.memberId : null,
      updatedAt: at,
    });
    record({ subjectType: 'decision', subjectId: id, data: { title: before.title } });
    return true;
  });
  if (!isFresh) throw await staleDecision(scope, id);
  return getDecision(scope, id);
}

/** Takes a record out of every list and leaves a tombstone under its id. Deleting twice is the same as once. */
export function deleteDecision(
  scope: WorkspaceScope,
  input: { id: string; version?: number | undefined },
): Promise<DecisionRecord> {
  return setDeleted(scope, input, true);
}

/** Brings a deleted record back as it was. Throws `conflict` while its register is deleted. */
export function restoreDecision(scope: WorkspaceScope, id: string): Promise<DecisionRecord> {
  return setDeleted(scope, { id }, false);
}
