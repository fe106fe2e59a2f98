import type { WorkspaceScope } from '@/server/access/scope';
import { defaultTemplate } from '@/server/domain/decision/template';
import { dayToDate } from '@/server/domain/field/day';
import type {
  CreateDecision,
  DecisionFacts,
  DecisionRecord,
  DecisionText,
  UpdateDecision,
} from '@/server/modules/decision/contract';
import { changeColumns, getDecision, holdDecision, holdPlace, staleDecision } from '@/server/modules/decision/service';
import { findTemplate } from '@/server/modules/decision-template/service';
import { beginText, forgetDraft, saveText } from '@/server/modules/decision-text/service';
import { holdRegister, raiseLastNumber } from '@/server/modules/register/service';
import { now } from '@/server/platform/clock';
import type { Tx } from '@/server/platform/db';
import { AppError, invalid } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { type Recorder, transact } from '@/server/platform/transact';
import { changedColumns, factColumns } from './render/decision-columns';
import * as repo from './repo';

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

/** A number or a day that the record has from outside; a number is refused when another live record has it. */
export type Provenance = { number?: number | undefined; date?: string | null | undefined };

async function claimNumber(tx: Tx, scope: WorkspaceScope, registerId: string, number: number): Promise<void> {
  const other = await repo.findNumbered(tx, scope, registerId, number);
  if (other) {
    const message = `${number} is the number of “${other.title}” in this register`;
    throw new AppError('conflict', { userMessage: `number: ${message}`, fields: [{ path: 'number', message }] });
  }
  await raiseLastNumber(tx, scope, registerId, number);
}

/** The same inside a transaction that does more; returns the id. */
export async function createDecisionIn(
  tx: Tx,
  record: Recorder,
  scope: WorkspaceScope,
  input: CreateDecision,
  { number, date }: Provenance = {},
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
  if (number !== undefined) await claimNumber(tx, scope, register.id, number);
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
    ...(number !== undefined && { number }),
    ...(date && { decidedOn: dayToDate(date) }),
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

function textChange(before: DecisionText, change: Partial<DecisionText>): DecisionText | null {
  const { title = before.title, productSentence = before.productSentence, body = before.body } = change;
  const isSame = title === before.title && productSentence === before.productSentence && body === before.body;
  return isSame ? null : { title, productSentence, body };
}

export type DecisionChange = Omit<UpdateDecision, 'version'> & { version?: number | undefined };

/**
 * Saves text, facts or both, and nothing when nothing differs. Without a version the change is made on whatever is stored.
 * Changed text of a record that was proposed is a new revision and drops the verdicts on the one before. With a
 * text, the member's unsaved typing is forgotten. Throws `stale` with the record as it is now when somebody else saved first.
 */
export async function updateDecision(scope: WorkspaceScope, input: DecisionChange): Promise<DecisionRecord> {
  const isFresh = await transact(scope, 'decision.update', (tx, record) => changeDecisionIn(tx, record, scope, input));
  if (!isFresh) throw await staleDecision(scope, input.id);
  return getDecision(scope, input.id);
}

/** The same inside a transaction that does more; false when the version is not the one that is stored. */
export async function changeDecisionIn(
  tx: Tx,
  record: Recorder,
  scope: WorkspaceScope,
  input: DecisionChange,
): Promise<boolean> {
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
  const givesText = [title, productSentence, body].some((part) => part !== undefined);
  // A fact is changed beside what is being typed, which stays as it is.
  if (scope.memberId && givesText) await forgetDraft(tx, scope, id, scope.memberId);
  if (fields.length === 0 && !saved) return true;
  await changeColumns(tx, scope, id, {
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
    const { decision: before, register } = await holdPlace(tx, scope, id);
    if (version !== undefined && before.version !== version) return false;
    if ((before.deletedAt !== null) === isDeletion) return true;
    if (!isDeletion && register.deletedAt) {
      throw new AppError('conflict', { userMessage: `The register “${register.name}” is deleted. Restore it first.` });
    }
    const at = now();
    await changeColumns(tx, scope, id, {
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
