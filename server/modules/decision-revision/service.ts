import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import type { WorkspaceScope } from '@/server/access/scope';
import { statusOn } from '@/server/domain/decision/history';
import { sectionDifference } from '@/server/domain/difference/section-difference';
import { countChangedWords } from '@/server/domain/difference/text-difference';
import { dayToDate } from '@/server/domain/field/day';
import { addDays } from '@/server/domain/scoring/day';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { updateDecision } from '@/server/modules/decision-edit/service';
import { database } from '@/server/platform/db';
import { notFound } from '@/server/platform/errors';
import type { decisionRevisionContract, RevisionRow } from './contract';
import * as repo from './repo';

type Input<Name extends keyof typeof decisionRevisionContract> = z.output<
  (typeof decisionRevisionContract)[Name]['input']
>;
type Output<Name extends keyof typeof decisionRevisionContract> = z.infer<
  (typeof decisionRevisionContract)[Name]['output']
>;
type Counts = { added: number; removed: number };

const mostShown = 200;
const nothing = { title: '', productSentence: '', body: '' };

async function mustFindSubject(scope: WorkspaceScope, decisionId: string) {
  const subject = await repo.findSubject(database(), scope, decisionId);
  if (!subject) throw notFound('This decision');
  return subject;
}

async function mustFind(scope: WorkspaceScope, decisionId: string, number: number) {
  const revision = await repo.findRevision(database(), scope, decisionId, number);
  if (!revision) throw notFound(`Revision ${number} of this decision`);
  return revision;
}

// A revision does not change once there is a next one; the first may before, so its time is part of the key.
const counted = new LRUCache<string, Counts>({ max: 5000 });

async function countsOf(scope: WorkspaceScope, decisionId: string, number: number, madeAt: Date): Promise<Counts> {
  const key = `${scope.workspaceId} ${decisionId} ${number} ${madeAt.getTime()}`;
  const known = counted.get(key);
  if (known) return known;
  const after = await repo.findRevision(database(), scope, decisionId, number);
  const before = number > 1 ? await repo.findRevision(database(), scope, decisionId, number - 1) : null;
  const sections = sectionDifference(before ?? nothing, after ?? nothing);
  const counts = countChangedWords(sections.flatMap(({ parts }) => parts));
  counted.set(key, counts);
  return counts;
}

/** The newest 200 revisions, the newest first, with the words that each added and removed. */
export async function listRevisions(scope: WorkspaceScope, decisionId: string): Promise<RevisionRow[]> {
  await mustFindSubject(scope, decisionId);
  const rows: RevisionRow[] = [];
  // One after the other, so that no more than two texts are in memory at once.
  for (const { author, ...revision } of await repo.findRevisions(database(), scope, decisionId, mostShown)) {
    const counts = await countsOf(scope, decisionId, revision.number, revision.createdAt);
    rows.push({ ...revision, ...counts, author: author?.user.name ?? null });
  }
  return rows;
}

/** The text as it stood after one save. Throws `notFound`. */
export async function getRevision(scope: WorkspaceScope, input: Input<'get'>): Promise<Output<'get'>> {
  const { author, ...revision } = await mustFind(scope, input.decision, input.number);
  return { ...revision, author: author?.user.name ?? null };
}

/** What changed from one revision to another, in the order that is asked for. Throws `notFound`. */
export async function differRevisions(
  scope: WorkspaceScope,
  input: Input<'difference'>,
): Promise<Output<'difference'>> {
  const { decision, from, to } = input;
  const [before, after] = await Promise.all([mustFind(scope, decision, from), mustFind(scope, decision, to)]);
  return { from, to, sections: sectionDifference(before, after) };
}

/** The revision, status and number that held when a day (UTC) ended; null before the record was there. */
export async function readAsOf(scope: WorkspaceScope, input: Input<'asOf'>): Promise<Output<'asOf'>> {
  const subject = await mustFindSubject(scope, input.decision);
  const dayEnd = dayToDate(addDays(input.day, 1));
  if (subject.createdAt >= dayEnd) return null;
  const [revision, moves] = await Promise.all([
    repo.findRevisionBefore(database(), scope, input.decision, dayEnd),
    repo.findMoves(database(), scope, input.decision),
  ]);
  // A first draft is rewritten in place, so before its last rewriting there is its only text.
  return { revision: revision?.number ?? 1, ...statusOn(subject, moves, dayEnd) };
}

/** Saves an earlier revision's text as a new one. Throws `stale` when somebody saved first. */
export async function restoreRevision(scope: WorkspaceScope, input: Input<'restore'>): Promise<DecisionRecord> {
  const { workspace, decision, number, version, note } = input;
  const { title, productSentence, body } = await mustFind(scope, decision, number);
  return updateDecision(scope, {
    workspace,
    id: decision,
    version,
    title,
    productSentence,
    body,
    note: note || `Back to revision ${number}`,
  });
}
