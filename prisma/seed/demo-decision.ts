import type { Prisma } from '@/generated/prisma/client';
import type { DecisionTemplate, ThreadTemplate } from '@/prisma/seed/demo-decision-template';
import type { WorkspaceScope } from '@/server/access/scope';
import { dayToDate } from '@/server/domain/field/day';
import { addDays } from '@/server/domain/scoring/day';
import { today } from '@/server/platform/clock';
import type { Tx } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';
import { platformDecisions } from './demo-decision-platform';
import { storefrontDecisions } from './demo-decision-storefront';

type Resolve = {
  member: (key: string) => string;
  team: (key: string) => string;
  service: (key: string) => string;
  debt: (number: number) => string;
};

const registers = [
  {
    slug: 'platform',
    name: 'Platform',
    description: 'What every team builds on: data, security, how services speak to each other.',
    team: 'platform',
    template: 'trade-off',
    approvalsRequired: 2,
    firstNumber: 1,
    decisions: platformDecisions,
  },
  {
    slug: 'storefront',
    name: 'Storefront',
    description: 'Pages, search and everything a shopper sees.',
    team: 'storefront',
    template: 'minimal',
    approvalsRequired: 0,
    firstNumber: 23,
    decisions: storefrontDecisions,
  },
] as const;

function noonOf(ago: number): Date {
  return new Date(dayToDate(addDays(today(), -ago)).getTime() + 12 * 3_600_000);
}

function dayAhead(days: number | undefined): Date | null {
  return days === undefined ? null : dayToDate(addDays(today(), days));
}

function acceptedAgo(template: DecisionTemplate): number | null {
  return template.steps.find(([, to]) => to === 'accepted')?.[0] ?? null;
}

/** Numbers follow acceptance: the earliest accepted record has the lowest. */
function numbersOf(templates: readonly DecisionTemplate[], first: number): Map<string, number> {
  const accepted = templates
    .filter((one) => acceptedAgo(one) !== null)
    .toSorted((a, b) => (acceptedAgo(b) ?? 0) - (acceptedAgo(a) ?? 0));
  return new Map(accepted.map((one, index) => [one.key, first + index]));
}

type Seeding = { workspaceId: string; resolve: Resolve; ids: Map<string, string> };

function idOf({ ids }: Seeding, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`the demo names the decision “${key}”, which it does not have`);
  return id;
}

function decisionRow(
  seeding: Seeding,
  registerId: string,
  number: number | null,
  template: DecisionTemplate,
): Prisma.DecisionCreateManyInput {
  const { resolve, workspaceId } = seeding;
  const last = template.steps.at(-1);
  const changedAt = noonOf(last?.[0] ?? template.written);
  return {
    workspaceId,
    id: idOf(seeding, template.key),
    registerId,
    number,
    title: template.title,
    productSentence: template.sentence ?? '',
    body: template.body,
    status: last?.[1] ?? 'draft',
    rawStatus: last?.[1] === 'unknown' ? 'parked?' : '',
    statusChangedAt: changedAt,
    decidedOn: last ? dayToDate(addDays(today(), -last[0])) : null,
    ownerId: resolve.member(template.owner),
    deciders: [...(template.deciders ?? [])],
    tags: [...template.tags],
    triggers: [...(template.triggers ?? [])],
    implementation: template.implementation ?? 'notStarted',
    revisitOn: dayAhead(template.revisitIn),
    revisitCondition: template.revisitWhen ?? '',
    conditionMetAt: template.conditionMet ? noonOf(template.conditionMet[0]) : null,
    conditionNote: template.conditionMet?.[2] ?? '',
    expiresOn: dayAhead(template.expiresIn),
    checklist: template.checklist ?? {},
    template: template.template,
    revision: (template.earlier?.length ?? 0) + 1,
    createdById: resolve.member(template.owner),
    createdAt: noonOf(template.written),
    updatedAt: noonOf(template.revised ?? last?.[0] ?? template.written),
  };
}

function revisionRows(seeding: Seeding, template: DecisionTemplate): Prisma.DecisionRevisionCreateManyInput[] {
  const latest = {
    ago: template.revised ?? template.written,
    by: template.owner,
    body: template.body,
    note: undefined,
  };
  return [...(template.earlier ?? []), latest].map(({ ago, by, body, note }, index) => ({
    workspaceId: seeding.workspaceId,
    decisionId: idOf(seeding, template.key),
    number: index + 1,
    title: template.title,
    productSentence: template.sentence ?? '',
    body,
    note: note ?? '',
    authorId: seeding.resolve.member(by),
    createdAt: noonOf(ago),
  }));
}

function actRows(seeding: Seeding, template: DecisionTemplate): Prisma.DecisionActCreateManyInput[] {
  const { workspaceId, resolve } = seeding;
  const common = {
    workspaceId,
    decisionId: idOf(seeding, template.key),
    revision: (template.earlier?.length ?? 0) + 1,
  };
  const steps = template.steps.map(([ago, to, by, reason], index) => ({
    ...common,
    id: newId(),
    kind: 'transition' as const,
    fromStatus: template.steps[index - 1]?.[1] ?? ('draft' as const),
    toStatus: to,
    reason: reason ?? '',
    memberId: resolve.member(by),
    at: noonOf(ago),
  }));
  if (!template.conditionMet) return steps;
  const [ago, by, reason] = template.conditionMet;
  return [
    ...steps,
    { ...common, id: newId(), kind: 'conditionMet', reason, memberId: resolve.member(by), at: noonOf(ago) },
  ];
}

function verdictRows(seeding: Seeding, template: DecisionTemplate): Prisma.DecisionVerdictCreateManyInput[] {
  return (template.verdicts ?? []).map((verdict) => ({
    workspaceId: seeding.workspaceId,
    id: newId(),
    decisionId: idOf(seeding, template.key),
    memberId: seeding.resolve.member(verdict.by),
    revision: verdict.revision,
    kind: verdict.kind,
    comment: verdict.comment ?? '',
    at: noonOf(verdict.ago),
    endedAt: verdict.droppedAgo === undefined ? null : noonOf(verdict.droppedAgo),
    endedAs: verdict.droppedAgo === undefined ? null : 'edited',
  }));
}

function requestRows(seeding: Seeding, template: DecisionTemplate): Prisma.DecisionReviewRequestCreateManyInput[] {
  const { workspaceId, resolve } = seeding;
  const common = {
    workspaceId,
    decisionId: idOf(seeding, template.key),
    requestedById: resolve.member(template.owner),
    requestedAt: noonOf(template.steps[0]?.[0] ?? template.written),
  };
  return [
    ...(template.askedPeople ?? []).map((key) => ({ ...common, id: newId(), memberId: resolve.member(key) })),
    ...(template.askedTeams ?? []).map((key) => ({ ...common, id: newId(), teamId: resolve.team(key) })),
  ];
}

const contextLength = 64;

/** The passage with what stands around it in its paragraph, which holds no markup in the demo's texts. */
function anchorIn(body: string, quote: string) {
  const at = body.indexOf(quote);
  if (at < 0) throw new Error(`the demo comments on “${quote}”, which is not in the text`);
  const start = body.lastIndexOf('\n', at) + 1;
  const end = body.indexOf('\n', at);
  const after = body.slice(at + quote.length, end < 0 ? undefined : end).replaceAll('`', '');
  return {
    quote,
    prefix: body.slice(start, at).replace(/^- /, '').slice(-contextLength),
    suffix: after.slice(0, contextLength),
  };
}

function threadRow(seeding: Seeding, template: DecisionTemplate, thread: ThreadTemplate, id: string) {
  const { workspaceId, resolve } = seeding;
  const [by, ago] = thread.comments[0] ?? [template.owner, template.written];
  const revision = thread.revision ?? (template.earlier?.length ?? 0) + 1;
  const body = template.earlier?.[revision - 1]?.body ?? template.body;
  const lastAgo = Math.min(...thread.comments.map(([, at]) => at));
  return {
    workspaceId,
    id,
    decisionId: idOf(seeding, template.key),
    ...(thread.quote === undefined ? {} : { ...anchorIn(body, thread.quote), revision }),
    changedInRevision: thread.changedIn ?? null,
    resolvedAt: thread.resolved ? noonOf(thread.resolved[0]) : null,
    resolvedById: thread.resolved ? resolve.member(thread.resolved[1]) : null,
    createdById: resolve.member(by),
    createdAt: noonOf(ago),
    updatedAt: noonOf(lastAgo),
  };
}

async function insertThreads(tx: Tx, seeding: Seeding, templates: readonly DecisionTemplate[]): Promise<void> {
  const { workspaceId, resolve } = seeding;
  const threads = templates.flatMap((template) =>
    (template.threads ?? []).map((thread) => ({ template, thread, id: newId() })),
  );
  await tx.thread.createMany({
    data: threads.map(({ template, thread, id }) => threadRow(seeding, template, thread, id)),
  });
  await tx.comment.createMany({
    data: threads.flatMap(({ thread, id }) =>
      thread.comments.map(([by, ago, body], index) => ({
        workspaceId,
        id: newId(),
        threadId: id,
        authorId: resolve.member(by),
        body,
        // Comments of one day keep their order.
        createdAt: new Date(noonOf(ago).getTime() + index * 60_000),
      })),
    ),
  });
}

async function insertLinks(tx: Tx, seeding: Seeding, templates: readonly DecisionTemplate[]): Promise<void> {
  const { workspaceId, resolve } = seeding;
  await tx.decisionService.createMany({
    data: templates.flatMap((one) =>
      (one.services ?? []).map((key) => ({
        workspaceId,
        decisionId: idOf(seeding, one.key),
        serviceId: resolve.service(key),
      })),
    ),
  });
  await tx.decisionDebt.createMany({
    data: templates.flatMap((one) =>
      (one.debts ?? []).map(([kind, number]) => ({
        workspaceId,
        decisionId: idOf(seeding, one.key),
        debtId: resolve.debt(number),
        kind,
      })),
    ),
  });
  await tx.decisionRelation.createMany({
    data: templates.flatMap((one) =>
      (one.relations ?? []).map(({ type, to, partial, note }) => ({
        workspaceId,
        id: newId(),
        fromId: idOf(seeding, one.key),
        toId: idOf(seeding, to),
        type,
        partial: partial ?? false,
        note: note ?? '',
        createdById: resolve.member(one.owner),
        createdAt: noonOf(one.written),
      })),
    ),
  });
}

/** Two registers with decisions in every status, their revisions, reviews and discussions. */
export async function insertDecisions(tx: Tx, scope: WorkspaceScope, resolve: Resolve): Promise<number> {
  const { workspaceId } = scope;
  const templates = registers.flatMap((register) => [...register.decisions]);
  const seeding: Seeding = { workspaceId, resolve, ids: new Map(templates.map((one) => [one.key, newId()])) };
  for (const register of registers) {
    const { decisions, firstNumber, team, ...fields } = register;
    const id = newId();
    const numbers = numbersOf(decisions, firstNumber);
    const at = noonOf(Math.max(...decisions.map((one) => one.written)));
    await tx.register.create({
      data: {
        ...fields,
        workspaceId,
        id,
        teamId: resolve.team(team),
        lastNumber: Math.max(...numbers.values()),
        createdAt: at,
        updatedAt: at,
      },
    });
    await tx.decision.createMany({
      data: decisions.map((one) => decisionRow(seeding, id, numbers.get(one.key) ?? null, one)),
    });
  }
  await tx.decisionRevision.createMany({ data: templates.flatMap((one) => revisionRows(seeding, one)) });
  await tx.decisionAct.createMany({ data: templates.flatMap((one) => actRows(seeding, one)) });
  await tx.decisionReviewRequest.createMany({ data: templates.flatMap((one) => requestRows(seeding, one)) });
  await tx.decisionVerdict.createMany({ data: templates.flatMap((one) => verdictRows(seeding, one)) });
  await insertThreads(tx, seeding, templates);
  await insertLinks(tx, seeding, templates);
  return templates.length;
}
