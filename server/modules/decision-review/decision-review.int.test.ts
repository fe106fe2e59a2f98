import { expect, test } from 'vitest';
import type { Role } from '@/server/access/permissions';
import { scopeForSession } from '@/server/access/scope';
import { now } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { AppError } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { callerFor } from '@/server/testing/caller';
import { makeTeam, makeTenant, type Tenant } from '@/server/testing/tenant';
import { answer, approvalStanding, endVerdictsForEdit } from './service';

async function makeDecision(
  tenant: Tenant,
  given: { status?: 'draft' | 'proposed' | 'accepted'; required?: number } = {},
) {
  const { workspaceId } = tenant;
  const [registerId, id, at] = [newId(), newId(), now()];
  const times = { createdAt: at, updatedAt: at };
  await database().register.create({
    data: {
      workspaceId,
      id: registerId,
      slug: `r-${id.slice(-8)}`,
      name: 'R',
      template: 'minimal',
      approvalsRequired: given.required ?? 2,
      ...times,
    },
  });
  await database().decision.create({
    data: {
      workspaceId,
      id,
      registerId,
      title: 'Cache rates',
      body: 'x',
      status: given.status ?? 'proposed',
      statusChangedAt: at,
      ...times,
    },
  });
  return id;
}

/** What saving a new text does: the next revision, and the end of what was said of this one. */
async function edit(tenant: Tenant, decision: string) {
  const scope = await scopeOf(tenant, 'editor');
  await database().$transaction(async (tx) => {
    await tx.decision.update({
      where: { workspaceId_id: { workspaceId: tenant.workspaceId, id: decision } },
      data: { revision: { increment: 1 } },
    });
    await endVerdictsForEdit(tx, scope, decision);
  });
}

const scopeOf = (tenant: Tenant, role: Role) =>
  scopeForSession({
    slug: tenant.slug,
    userId: tenant.people[role].userId,
    permission: 'decision:read',
    requestId: 'test',
  });
const as = (tenant: Tenant, role: Role) => callerFor(tenant.people[role]).decisionReview;

test('an approval names its revision, an edit takes it away, and the next revision waits for the same people', async () => {
  const tenant = await makeTenant();
  const { slug: workspace, people } = tenant;
  const decision = await makeDecision(tenant);
  const members = [people.admin.memberId, people.commenter.memberId];
  const asked = await as(tenant, 'editor').request({ workspace, decision, members });
  expect(asked).toMatchObject({ required: 2, approvals: 0, isSatisfied: false, waitsForMe: false });
  expect(asked.reviewers.map(({ person, verdict }) => [person.name, verdict])).toEqual([
    ['Admin Person', null],
    ['Commenter Person', null],
  ]);
  expect(await as(tenant, 'commenter').waiting({ workspace })).toMatchObject([
    { decisionId: decision, revision: 1, title: 'Cache rates' },
  ]);
  const one = await as(tenant, 'commenter').answer({ workspace, decision, revision: 1, kind: 'approve' });
  expect(one).toMatchObject({
    approvals: 1,
    isSatisfied: false,
    waitsForMe: false,
    mine: { kind: 'approve', revision: 1 },
  });
  const two = await as(tenant, 'admin').answer({ workspace, decision, revision: 1, kind: 'approve' });
  expect(two).toMatchObject({ approvals: 2, isSatisfied: true });
  expect(await as(tenant, 'commenter').waiting({ workspace })).toEqual([]);
  await edit(tenant, decision);
  const dropped = await as(tenant, 'commenter').get({ workspace, decision });
  expect(dropped).toMatchObject({ revision: 2, approvals: 0, isSatisfied: false, waitsForMe: true, mine: null });
  expect(dropped.reviewers.map(({ verdict }) => verdict?.endedAs)).toEqual(['edited', 'edited']);
  expect(dropped.history).toHaveLength(2);
  expect(await as(tenant, 'commenter').waiting({ workspace })).toHaveLength(1);
  expect(await approvalStanding(database(), await scopeOf(tenant, 'editor'), decision)).toEqual({
    revision: 2,
    required: 2,
    approvals: 0,
    changesRequested: 0,
    isSatisfied: false,
  });
});

test('a verdict on a text that has moved on is stale and says which revision it is now; nothing is written', async () => {
  const tenant = await makeTenant();
  const { slug: workspace } = tenant;
  const decision = await makeDecision(tenant);
  await edit(tenant, decision);
  const failure = await answer(await scopeOf(tenant, 'admin'), {
    workspace,
    decision,
    revision: 1,
    kind: 'approve',
    comment: '',
  }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AppError);
  expect(failure).toMatchObject({ code: 'stale', details: { current: { revision: 2 } } });
  await expect(as(tenant, 'admin').answer({ workspace, decision, revision: 3, kind: 'approve' })).rejects.toThrow(
    'there is no revision 3',
  );
  expect((await as(tenant, 'admin').get({ workspace, decision })).history).toEqual([]);
});

test('approving twice is one approval and a conflict that says so, also when both come at once', async () => {
  const tenant = await makeTenant();
  const { slug: workspace } = tenant;
  const decision = await makeDecision(tenant);
  const approve = () => as(tenant, 'admin').answer({ workspace, decision, revision: 1, kind: 'approve' });
  const both = await Promise.allSettled([approve(), approve(), approve()]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
  for (const one of both)
    if (one.status === 'rejected')
      expect(one.reason).toMatchObject({ code: 'CONFLICT', message: 'You have approved revision 1 already.' });
  expect(await as(tenant, 'admin').get({ workspace, decision })).toMatchObject({ approvals: 1, history: [] });
});

test('another verdict replaces the one before, and asking for changes needs a word about them', async () => {
  const tenant = await makeTenant();
  const { slug: workspace } = tenant;
  const decision = await makeDecision(tenant);
  await as(tenant, 'admin').answer({ workspace, decision, revision: 1, kind: 'approve' });
  await expect(
    as(tenant, 'admin').answer({ workspace, decision, revision: 1, kind: 'requestChanges', comment: '  ' }),
  ).rejects.toThrow('comment: say what has to change');
  const changed = await as(tenant, 'admin').answer({
    workspace,
    decision,
    revision: 1,
    kind: 'requestChanges',
    comment: 'Cap it at 72 hours',
  });
  expect(changed).toMatchObject({ approvals: 0, changesRequested: 1, mine: { comment: 'Cap it at 72 hours' } });
  expect(changed.history).toMatchObject([{ kind: 'approve', endedAs: 'replaced' }]);
  for (const kind of ['abstain', 'disagreeAndCommit'] as const) {
    expect(await as(tenant, 'admin').answer({ workspace, decision, revision: 1, kind })).toMatchObject({
      approvals: 0,
      mine: { kind },
    });
  }
});

test('a verdict is dismissed by an editor with a reason, never by its author, who withdraws it', async () => {
  const tenant = await makeTenant();
  const { slug: workspace, people } = tenant;
  const decision = await makeDecision(tenant);
  const given = await as(tenant, 'editor').answer({
    workspace,
    decision,
    revision: 1,
    kind: 'requestChanges',
    comment: 'No',
  });
  const verdict = given.mine?.id ?? '';
  expect(given.mine?.abilities).toEqual({ dismiss: false, withdraw: true });
  await expect(as(tenant, 'editor').dismiss({ workspace, decision, verdict, reason: 'Mine' })).rejects.toThrow(
    'withdraw it instead',
  );
  await expect(as(tenant, 'commenter').dismiss({ workspace, decision, verdict, reason: 'x' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(as(tenant, 'admin').dismiss({ workspace, decision, verdict, reason: ' ' })).rejects.toThrow(
    'must not be empty',
  );
  await expect(as(tenant, 'admin').withdraw({ workspace, decision, verdict })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  const after = await as(tenant, 'admin').dismiss({ workspace, decision, verdict, reason: 'Answered in the thread' });
  expect(after).toMatchObject({ changesRequested: 0, reviewers: [] });
  expect(after.history).toMatchObject([
    { endedAs: 'dismissed', endedBy: 'Admin Person', endReason: 'Answered in the thread' },
  ]);
  await expect(as(tenant, 'admin').dismiss({ workspace, decision, verdict, reason: 'Again' })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  const again = await as(tenant, 'commenter').answer({ workspace, decision, revision: 1, kind: 'approve' });
  expect(await as(tenant, 'commenter').withdraw({ workspace, decision, verdict: again.mine?.id ?? '' })).toMatchObject({
    approvals: 0,
    mine: null,
  });
  expect(people.viewer.memberId).not.toBe(people.commenter.memberId);
});

test('who is in a team that was asked counts as asked; a commenter answers, a viewer cannot', async () => {
  const tenant = await makeTenant();
  const { slug: workspace, workspaceId, people } = tenant;
  const decision = await makeDecision(tenant);
  const teamId = await makeTeam(tenant, 'core', 'Core');
  await database().teamMember.createMany({
    data: [people.commenter, people.viewer].map(({ memberId }) => ({ workspaceId, teamId, memberId })),
  });
  await as(tenant, 'editor').request({ workspace, decision, teams: ['core'] });
  await as(tenant, 'editor').request({ workspace, decision, teams: ['core'] });
  expect(await as(tenant, 'editor').get({ workspace, decision })).toMatchObject({
    reviewers: [],
    teams: [{ team: { key: 'core' } }],
    waitsForMe: false,
  });
  expect(await as(tenant, 'commenter').get({ workspace, decision })).toMatchObject({
    waitsForMe: true,
    reviewers: [{ person: { id: people.commenter.memberId }, team: { name: 'Core' }, requestId: null, verdict: null }],
  });
  expect(await as(tenant, 'viewer').get({ workspace, decision })).toMatchObject({
    waitsForMe: false,
    abilities: { answer: false, request: false },
  });
  await expect(
    as(tenant, 'viewer').answer({ workspace, decision, revision: 1, kind: 'approve' }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const answered = await as(tenant, 'commenter').answer({ workspace, decision, revision: 1, kind: 'approve' });
  expect(answered.reviewers).toMatchObject([{ team: { key: 'core' }, verdict: { kind: 'approve' } }]);
  const [team] = answered.teams;
  const withdrawn = await as(tenant, 'editor').withdrawRequest({ workspace, decision, request: team?.requestId ?? '' });
  expect(withdrawn).toMatchObject({ teams: [], approvals: 1, reviewers: [{ team: null, requestedAt: null }] });
});

test('nobody is asked who is not here or could not answer, and only a proposal is answered', async () => {
  const tenant = await makeTenant();
  const { slug: workspace, people } = tenant;
  const [proposed, draft, accepted] = [
    await makeDecision(tenant),
    await makeDecision(tenant, { status: 'draft' }),
    await makeDecision(tenant, { status: 'accepted' }),
  ];
  const editor = as(tenant, 'editor');
  await expect(editor.request({ workspace, decision: proposed })).rejects.toThrow('name somebody');
  await expect(editor.request({ workspace, decision: proposed, members: [newId()] })).rejects.toThrow(
    'there is no member',
  );
  await expect(editor.request({ workspace, decision: proposed, members: [people.viewer.memberId] })).rejects.toThrow(
    'Viewer Person may only read',
  );
  await expect(editor.request({ workspace, decision: proposed, teams: ['nobody'] })).rejects.toThrow(
    'no team “nobody”',
  );
  await expect(editor.request({ workspace, decision: accepted, members: [people.admin.memberId] })).rejects.toThrow(
    'is accepted',
  );
  await editor.request({ workspace, decision: draft, members: [people.admin.memberId] });
  expect(await as(tenant, 'admin').waiting({ workspace })).toEqual([]);
  for (const decision of [draft, accepted]) {
    await expect(
      as(tenant, 'admin').answer({ workspace, decision, revision: 1, kind: 'approve' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  }
  const other = await makeTenant();
  await expect(as(other, 'owner').get({ workspace: other.slug, decision: proposed })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(
    as(other, 'owner').answer({ workspace: other.slug, decision: proposed, revision: 1, kind: 'approve' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
