import type { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import { dayToDate } from '@/server/domain/field/day';
import { notDebtLabels } from '@/server/domain/scoring/quadrant';
import { completeFactors, scoreThirds, severityThirds } from '@/server/domain/scoring/score';
import { now, today } from '@/server/platform/clock';
import type { Tx } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';
import { transact } from '@/server/platform/transact';
import { buildDemo, type DemoCompany, type DemoDebt } from './demo-company';
import { insertDecisions } from './demo-decision';
import type { DemoMember } from './demo-template';

const ownerKey = 'ana';
const minutesPerHour = 60;
const chunk = 500;

type Ids = { members: Map<string, string>; teams: Map<string, string>; services: Map<string, string> };

function dateOf(day: string | null): Date | null {
  return day === null ? null : dayToDate(day);
}

// Nobody can sign in as them: they have no password, and no mail reaches the reserved domain.
async function memberId(tx: Tx, scope: WorkspaceScope, member: DemoMember): Promise<string> {
  if (member.key === ownerKey && scope.memberId) return scope.memberId;
  const { email, name, role } = member;
  const user = await tx.user.upsert({
    where: { email },
    update: {},
    create: { id: newId(), email, name, createdAt: now() },
  });
  const id = newId();
  const rank = role === 'owner' ? 'admin' : role;
  await tx.member.create({
    data: { workspaceId: scope.workspaceId, id, userId: user.id, role: rank, joinedAt: now() },
  });
  return id;
}

async function insertPeople(tx: Tx, scope: WorkspaceScope, company: DemoCompany): Promise<Ids> {
  const { workspaceId } = scope;
  const ids: Ids = { members: new Map(), teams: new Map(), services: new Map() };
  const at = now();
  for (const member of company.members) ids.members.set(member.key, await memberId(tx, scope, member));
  for (const team of company.teams) ids.teams.set(team.key, newId());
  for (const service of company.services) ids.services.set(service.key, newId());
  await tx.team.createMany({
    data: company.teams.map(({ key, name }) => ({ workspaceId, id: must(ids.teams, key), key, name, createdAt: at })),
  });
  await tx.teamMember.createMany({
    data: company.members.flatMap((member) =>
      member.teamKeys.map((key) => ({
        workspaceId,
        teamId: must(ids.teams, key),
        memberId: must(ids.members, member.key),
      })),
    ),
  });
  await tx.service.createMany({
    data: company.services.map(({ teamKey, availabilityAsOf, ...service }) => ({
      ...service,
      workspaceId,
      id: must(ids.services, service.key),
      teamId: must(ids.teams, teamKey),
      availabilityAsOf: dateOf(availabilityAsOf),
      createdAt: at,
      updatedAt: at,
    })),
  });
  return ids;
}

function must(ids: Map<string, string>, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`the demo names “${key}”, which it does not have`);
  return id;
}

function debtRow(
  scope: WorkspaceScope,
  ids: Ids,
  debt: DemoDebt,
  debtIds: Map<number, string>,
): Prisma.DebtCreateManyInput {
  const factors = completeFactors(debt.factors);
  const last = debt.scores.at(-1);
  const at = dayToDate(debt.createdOn);
  return {
    workspaceId: scope.workspaceId,
    id: debtIds.get(debt.number) ?? newId(),
    number: debt.number,
    title: debt.title,
    description: debt.description,
    productSentence: debt.productSentence,
    state: debt.state,
    closedAs: debt.closedAs,
    stateReason: debt.stateReason,
    stateChangedAt: dayToDate(debt.stateChangedOn),
    acceptedUntil: dateOf(debt.acceptedUntil),
    ...debt.factors,
    scoreThirds: factors && scoreThirds(factors),
    severityThirds: factors && severityThirds(factors),
    scoredAt: factors && last ? dayToDate(last.scoredOn) : null,
    effortHalfDays: debt.effortHalfDays,
    interestMinutesPerMonth:
      debt.interestHoursPerMonth === null ? null : Math.round(debt.interestHoursPerMonth * minutesPerHour),
    quadrant: debt.quadrant,
    notDebtReason: debt.notDebtReason && notDebtLabels[debt.notDebtReason],
    ownerId: debt.ownerKey && must(ids.members, debt.ownerKey),
    teamId: must(ids.teams, debt.teamKey),
    labels: [...debt.labels],
    repaymentPlan: debt.repaymentPlan,
    revisitOn: dateOf(debt.revisitOn),
    revisitTrigger: debt.revisitTrigger,
    incurredOn: dayToDate(debt.incurredOn),
    mergedIntoId: debt.mergedIntoNumber === null ? null : (debtIds.get(debt.mergedIntoNumber) ?? null),
    createdById: must(ids.members, debt.createdByKey),
    createdAt: at,
    updatedAt: last ? dayToDate(last.scoredOn) : at,
  };
}

async function insertHistory(tx: Tx, scope: WorkspaceScope, ids: Ids, debts: DemoDebt[], debtIds: Map<number, string>) {
  const { workspaceId } = scope;
  const of = (debt: DemoDebt) => debtIds.get(debt.number) ?? '';
  const event = (debt: DemoDebt, action: string, day: string, by: string, data: Prisma.InputJsonObject) => ({
    workspaceId,
    id: newId(),
    actorMemberId: must(ids.members, by),
    action,
    subjectType: 'debt',
    subjectId: of(debt),
    data,
    requestId: scope.requestId,
    at: dayToDate(day),
  });
  await tx.score.createMany({
    data: debts.flatMap((debt) =>
      debt.scores.map((score) => ({
        workspaceId,
        id: newId(),
        debtId: of(debt),
        ...score.factors,
        reason: score.reason,
        scoredById: must(ids.members, score.byKey),
        scoredAt: dayToDate(score.scoredOn),
      })),
    ),
  });
  await tx.auditEvent.createMany({
    data: debts.flatMap((debt) => [
      event(debt, 'debt.create', debt.createdOn, debt.createdByKey, { key: `${scope.debtPrefix}-${debt.number}` }),
      ...debt.scores.map((score, index) => {
        const before = debt.scores[index - 1];
        const change = {
          fromThirds: before ? scoreThirds(before.factors) : null,
          toThirds: scoreThirds(score.factors),
        };
        return event(debt, 'debt.update', score.scoredOn, score.byKey, {
          fields: Object.keys(score.factors),
          score: change,
        });
      }),
    ]),
  });
}

async function insertLinks(tx: Tx, scope: WorkspaceScope, ids: Ids, debts: DemoDebt[], debtIds: Map<number, string>) {
  const { workspaceId } = scope;
  const of = (debt: DemoDebt) => debtIds.get(debt.number) ?? '';
  await tx.debtService.createMany({
    data: debts.flatMap((debt) =>
      debt.serviceKeys.map((key) => ({ workspaceId, debtId: of(debt), serviceId: must(ids.services, key) })),
    ),
  });
  await tx.debtSource.createMany({
    data: debts.flatMap((debt) =>
      debt.sourceRefs.map(({ system, key, url }) => ({
        workspaceId,
        id: newId(),
        debtId: of(debt),
        system,
        key,
        url,
        original: [
          ['Issue key', key],
          ['Summary', debt.title],
        ],
        read: {},
        contentHash: '',
        createdAt: dayToDate(debt.createdOn),
        updatedAt: dayToDate(debt.createdOn),
      })),
    ),
  });
}

/** Fills a new workspace with the demo company: people, teams, services, sixty debts and two registers with their histories. */
export async function seedDemo(scope: WorkspaceScope): Promise<void> {
  const company = buildDemo({ today: today() });
  await transact(scope, 'workspace.seedDemo', async (tx, record) => {
    const ids = await insertPeople(tx, scope, company);
    const debtIds = new Map(company.debts.map((debt) => [debt.number, newId()]));
    const rows = company.debts.map((debt) => debtRow(scope, ids, debt, debtIds));
    // One that was merged needs the one it went into, so those without a target come first.
    const ordered = rows.toSorted((a, b) => Number(a.mergedIntoId !== null) - Number(b.mergedIntoId !== null));
    for (let start = 0; start < ordered.length; start += chunk) {
      await tx.debt.createMany({ data: ordered.slice(start, start + chunk) });
    }
    await insertHistory(tx, scope, ids, company.debts, debtIds);
    await insertLinks(tx, scope, ids, company.debts, debtIds);
    const decisions = await insertDecisions(tx, scope, {
      member: (key) => must(ids.members, key),
      team: (key) => must(ids.teams, key),
      service: (key) => must(ids.services, key),
      debt: (number) => debtIds.get(number) ?? '',
    });
    await tx.workspace.update({
      where: { id: scope.workspaceId },
      data: { nextDebtNumber: company.debts.length + 1, debtRevision: { increment: 1 } },
    });
    record({
      subjectType: 'workspace',
      subjectId: scope.workspaceId,
      data: { debts: company.debts.length, decisions },
    });
  });
}
