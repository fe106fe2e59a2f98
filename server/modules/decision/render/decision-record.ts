import { z } from 'zod';
import { may, type WorkspaceScope } from '@/server/access/scope';
import { dueOn } from '@/server/domain/decision/due';
import { allowedTransitions } from '@/server/domain/decision/status';
import { dateToDay } from '@/server/domain/field/day';
import { displayScore } from '@/server/domain/scoring/score';
import { keyOfDebt } from '@/server/modules/debt/service';
import type { ActRecord, DecisionRecord, DecisionRow, RelationRecord } from '../contract';
import type { Figures, StoredDecision, StoredRow } from '../repo';

const answers = z.record(z.string(), z.string()).catch({});
const noFigures = { openThreads: 0, approvals: 0, successorId: null, successorNumber: null, successorTitle: null };

function dayOrNull(date: Date | null): string | null {
  return date && dateToDay(date);
}

type StoredPerson = { id: string; user: { name: string; email: string } } | null;

function presentPerson(stored: StoredPerson) {
  return stored && { id: stored.id, name: stored.user.name, email: stored.user.email };
}

/** A stored row in the words of the contract; whether it is due depends on the day. */
export function presentRow(stored: StoredRow, figures: Figures | undefined, today: string): DecisionRow {
  const { openThreads, approvals, successorId, successorNumber, successorTitle } = figures ?? noFigures;
  const revisitOn = dayOrNull(stored.revisitOn);
  const expiresOn = dayOrNull(stored.expiresOn);
  const due = dueOn(
    { status: stored.status, conditionMetOn: dayOrNull(stored.conditionMetAt), expiresOn, revisitOn },
    today,
  );
  return {
    id: stored.id,
    register: stored.register,
    number: stored.number,
    title: stored.title,
    productSentence: stored.productSentence,
    status: stored.status,
    rawStatus: stored.rawStatus,
    statusChangedAt: stored.statusChangedAt,
    date: dayOrNull(stored.decidedOn),
    owner: presentPerson(stored.owner),
    tags: stored.tags,
    services: stored.services.map(({ service }) => service),
    openThreads,
    approvals,
    revisitOn,
    revisitCondition: stored.revisitCondition,
    expiresOn,
    due: stored.deletedAt ? null : (due?.reason ?? null),
    supersededBy: successorId ? { id: successorId, number: successorNumber, title: successorTitle ?? '' } : null,
    revision: stored.revision,
    createdAt: stored.createdAt,
    updatedAt: stored.updatedAt,
    version: stored.version,
  };
}

/** The relations a record has, then those that others have to it. */
export function presentRelations(stored: Pick<StoredDecision, 'relations' | 'backRelations'>): RelationRecord[] {
  const own = stored.relations.map(({ id, type, partial, note, targetText, to }) => {
    return { id, type, direction: 'from' as const, partial, note, targetText, decision: to };
  });
  const others = stored.backRelations.map(({ id, type, partial, note, targetText, from }) => {
    return { id, type, direction: 'to' as const, partial, note, targetText, decision: from };
  });
  return [...own, ...others];
}

function presentAct(act: StoredDecision['acts'][number]): ActRecord {
  const { id, kind, fromStatus, toStatus, revision, reason, revisitOn, member, at } = act;
  const by = member?.user.name ?? null;
  return { id, kind, from: fromStatus, to: toStatus, revision, reason, revisitOn: dayOrNull(revisitOn), by, at };
}

export type RankOfScore = { scored: number; rankOf: (thirds: number | null) => { rank: number | null } };

function presentDebt(scope: WorkspaceScope, link: StoredDecision['debts'][number], ranks: RankOfScore) {
  const { number, title, state, scoreThirds } = link.debt;
  const isClosed = state === 'resolved' || state === 'withdrawn';
  return {
    kind: link.kind,
    key: keyOfDebt(scope, number),
    title,
    state,
    score: scoreThirds === null ? null : displayScore(scoreThirds),
    rank: ranks.rankOf(isClosed ? null : scoreThirds).rank,
    of: ranks.scored,
  };
}

/** What a record's page shows and its own row does not have. */
export type Surroundings = {
  figures: Figures | undefined;
  ranks: RankOfScore;
  revisedAt: Date;
  revisedBy: string | null;
  draft: DecisionRecord['draft'];
  warnings: DecisionRecord['warnings'];
  deletedBy: string | null;
  today: string;
};

export function presentDecision(scope: WorkspaceScope, stored: StoredDecision, around: Surroundings): DecisionRecord {
  const isLive = stored.deletedAt === null;
  const write = may(scope, 'decision:write');
  return {
    ...presentRow(stored, around.figures, around.today),
    body: stored.body,
    deciders: stored.deciders,
    consulted: stored.consulted,
    informed: stored.informed,
    triggers: stored.triggers,
    implementation: stored.implementation,
    rawDate: stored.rawDate,
    conditionMetAt: stored.conditionMetAt,
    conditionNote: stored.conditionNote,
    checklist: answers.parse(stored.checklist),
    template: stored.template,
    sourcePath: stored.sourcePath,
    hasOriginal: stored.source !== null,
    revisedAt: around.revisedAt,
    revisedBy: around.revisedBy,
    relations: presentRelations(stored),
    warnings: around.warnings,
    debts: stored.debts.map((link) => presentDebt(scope, link, around.ranks)),
    acts: stored.acts.map(presentAct),
    draft: around.draft,
    createdBy: stored.creator?.user.name ?? null,
    deletedAt: stored.deletedAt,
    deletedBy: around.deletedBy,
    transitions: write && isLive ? [...allowedTransitions(stored.status)] : [],
    abilities: {
      edit: write && isLive,
      delete: write && isLive,
      restore: write && !isLive,
      comment: may(scope, 'thread:write') && isLive,
      review: may(scope, 'decision:review') && isLive,
    },
  };
}
