import type { WorkspaceScope } from '@/server/access/scope';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { getDecision, holdDecision, staleDecision } from '@/server/modules/decision/service';
import { moveStatus } from '@/server/modules/decision-act/service';
import { changeDecisionIn, createDecisionIn } from '@/server/modules/decision-edit/service';
import { holdRelations, replaceDebts, replaceRelations } from '@/server/modules/decision-link/service';
import type { Tx } from '@/server/platform/db';
import { type Recorder, transact } from '@/server/platform/transact';
import type { DecisionChanges, NewDecision } from './contract';

type Links = Pick<NewDecision, 'relations' | 'debts'>;

async function writeLinks(tx: Tx, record: Recorder, scope: WorkspaceScope, id: string, links: Links): Promise<void> {
  const { relations, debts } = links;
  if (!relations && !debts) return;
  const decision = await holdDecision(tx, scope, id);
  if (relations) await replaceRelations(tx, record, scope, decision, relations);
  if (debts) await replaceDebts(tx, scope, id, debts);
  const fields = [...(relations ? ['relations'] : []), ...(debts ? ['debts'] : [])];
  record({ subjectType: 'decision', subjectId: id, data: { title: decision.title, fields } });
}

/** Makes a draft or a proposed record with all that belongs to it, or nothing of it. Errors: as of its parts. */
export async function writeDecision(
  scope: WorkspaceScope,
  register: string,
  input: NewDecision,
): Promise<DecisionRecord> {
  const { status, number, date, relations, debts, ...rest } = input;
  const id = await transact(scope, 'decision.create', async (tx, record) => {
    if (relations) await holdRelations(tx, scope);
    const made = await createDecisionIn(
      tx,
      record,
      scope,
      { ...rest, workspace: scope.slug, register },
      { number, date },
    );
    await writeLinks(tx, record, scope, made, { relations, debts });
    if (status === 'proposed') {
      await moveStatus(tx, record, scope, await holdDecision(tx, scope, made), { to: 'proposed', reason: '', date });
    }
    return made;
  });
  return getDecision(scope, id);
}

/** Changes what is given in one transaction and leaves the rest. Throws `stale` as `updateDecision` does. */
export async function rewriteDecision(
  scope: WorkspaceScope,
  id: string,
  input: DecisionChanges & { version: number | undefined },
): Promise<DecisionRecord> {
  const { relations, debts, ...change } = input;
  const isFresh = await transact(scope, 'decision.update', async (tx, record) => {
    if (relations) await holdRelations(tx, scope);
    if (!(await changeDecisionIn(tx, record, scope, { ...change, workspace: scope.slug, id }))) return false;
    await writeLinks(tx, record, scope, id, { relations, debts });
    return true;
  });
  if (!isFresh) throw await staleDecision(scope, id);
  return getDecision(scope, id);
}
