import type { z } from 'zod';
import type { WorkspaceScope } from '@/server/access/scope';
import type { decisionContract } from '@/server/modules/decision/contract';
import { endVerdictsForEdit } from '@/server/modules/decision-review/service';
import { reanchorThreads } from '@/server/modules/thread/service';
import { now } from '@/server/platform/clock';
import { database, type Tx } from '@/server/platform/db';
import { notFound } from '@/server/platform/errors';
import * as repo from './repo';

export type Text = { title: string; productSentence: string; body: string };

/** The first revision of a new record. */
export async function beginText(
  tx: Tx,
  scope: WorkspaceScope,
  decisionId: string,
  text: Text & { at: Date; note?: string },
): Promise<void> {
  const { title, productSentence, body, at, note = '' } = text;
  await repo.insertRevision(tx, scope, {
    decisionId,
    number: 1,
    title,
    productSentence,
    body,
    note,
    authorId: scope.memberId,
    createdAt: at,
  });
}

/**
 * Writes a changed text and returns the number of the revision that has it and how many verdicts fell. A draft that was
 * never proposed keeps one revision; every other record gets a new one, so that what was read and approved stays readable.
 */
export async function saveText(
  tx: Tx,
  scope: WorkspaceScope,
  before: { id: string; status: string; revision: number },
  next: { text: Text; note: string; at: Date },
): Promise<{ revision: number; verdictsEnded: number }> {
  const isFirstDraft =
    before.status === 'draft' && before.revision === 1 && !(await repo.hasMoved(tx, scope, before.id));
  const revision = isFirstDraft ? 1 : before.revision + 1;
  const row = {
    ...next.text,
    decisionId: before.id,
    number: revision,
    note: next.note,
    authorId: scope.memberId,
    createdAt: next.at,
  };
  // Before the row is written: threads on a first draft are looked up in the text that it still has.
  await reanchorThreads(tx, scope, before.id, { revision, body: next.text.body });
  if (isFirstDraft) await repo.rewriteRevision(tx, scope, row);
  else await repo.insertRevision(tx, scope, row);
  const verdictsEnded = await endVerdictsForEdit(tx, scope, before.id);
  return { revision, verdictsEnded };
}

/** Forgets what a member was typing, because it is saved now. */
export const forgetDraft = repo.deleteDraft;

/** Keeps what a member is typing, or forgets it with null. Nobody else is told. */
export async function saveDraft(
  scope: WorkspaceScope,
  input: z.output<typeof decisionContract.saveDraft.input>,
): Promise<{ updatedAt: Date | null }> {
  const { id, draft } = input;
  if (!scope.memberId || !(await repo.hasDecision(database(), scope, id))) throw notFound('This decision');
  if (!draft) {
    await repo.deleteDraft(database(), scope, id, scope.memberId);
    return { updatedAt: null };
  }
  const updatedAt = now();
  await repo.upsertDraft(database(), scope, { ...draft, decisionId: id, memberId: scope.memberId, updatedAt });
  return { updatedAt };
}

/** The imported file as it came. Throws `notFound` for a record that was written here. */
export async function getOriginal(
  scope: WorkspaceScope,
  id: string,
): Promise<z.infer<typeof decisionContract.original.output>> {
  const source = await repo.findOriginal(database(), scope, id);
  if (!source) throw notFound('The original of this decision');
  const { original, layout, importedAt, decision } = source;
  return { path: decision.sourcePath ?? '', layout, text: textOf(original), importedAt };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? null : text;
  } catch {
    return null;
  }
}
