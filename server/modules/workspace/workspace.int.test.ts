import { beforeEach, describe, expect, it } from 'vitest';
import { scopeForToken } from '@/server/access/scope';
import { now } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';
import { callerFor } from '@/server/testing/caller';
import { makeTeam, makeTenant, type Tenant } from '@/server/testing/tenant';

let tenant: Tenant;
let workspace: string;
beforeEach(async () => {
  tenant = await makeTenant();
  workspace = tenant.slug;
});

describe('a workspace', () => {
  it('is created by anyone signed in, who owns it and is asked for nobody else', async () => {
    const slug = `new-${newId().slice(-8)}`;
    const api = callerFor(tenant.people.viewer);
    await api.workspace.create({ slug, name: 'Second' });
    expect(await api.workspace.mine()).toContainEqual({ slug, name: 'Second', role: 'owner', members: 1 });
    await expect(api.workspace.create({ slug, name: 'Third' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(callerFor(tenant.people.owner).workspace.get({ workspace: slug })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('keeps both sides when two people change its settings', async () => {
    const api = callerFor(tenant.people.admin).workspace;
    expect(
      await api.update({ workspace, version: 1, name: 'Renamed', debtPrefix: 'pay', floorImpact: 4 }),
    ).toMatchObject({
      name: 'Renamed',
      debtPrefix: 'PAY',
      floorImpact: 4,
      version: 2,
    });
    await expect(api.update({ workspace, version: 1, name: 'Again' })).rejects.toMatchObject({
      code: 'CONFLICT',
      cause: { details: { current: { name: 'Renamed', version: 2 } } },
    });
  });

  it('is deleted with everything in it by its owner, who types its name', async () => {
    const { owner, admin } = tenant.people;
    await makeTeam(tenant, 'one');
    const debt = {
      workspaceId: tenant.workspaceId,
      id: newId(),
      number: 1,
      title: 'x',
      stateChangedAt: now(),
      createdAt: now(),
      updatedAt: now(),
    };
    await database().debt.create({ data: { ...debt, ownerId: owner.memberId, createdById: admin.memberId } });
    await callerFor(admin).invitation.create({ workspace, email: 'x@example.test', role: 'viewer', team: 'one' });
    await callerFor(owner).token.create({ workspace, name: 't', role: 'viewer' });
    await expect(callerFor(admin).workspace.delete({ workspace, confirmName: 'Test company' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(callerFor(owner).workspace.delete({ workspace, confirmName: 'test' })).rejects.toThrow(
      /is not the name/,
    );
    const twice = [1, 2].map(() => callerFor(owner).workspace.delete({ workspace, confirmName: 'Test company' }));
    const [, refused] = (await Promise.allSettled(twice)).toSorted((a, b) => a.status.localeCompare(b.status));
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'NOT_FOUND' } });
    expect(await database().member.count({ where: { workspaceId: tenant.workspaceId } })).toBe(0);
    expect(await database().debt.count({ where: { workspaceId: tenant.workspaceId } })).toBe(0);
    await expect(callerFor(owner).workspace.get({ workspace })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a team', () => {
  it('has a key of its own, people of the workspace only, and can be brought back', async () => {
    const api = callerFor(tenant.people.admin).team;
    const { editor, viewer } = tenant.people;
    const team = await api.create({ workspace, key: 'checkout', name: 'Checkout', members: [editor.memberId] });
    expect(team.members.map((one) => one.id)).toEqual([editor.memberId]);
    await expect(api.create({ workspace, key: 'checkout', name: 'Other' })).rejects.toMatchObject({ code: 'CONFLICT' });
    const stranger = (await makeTenant()).people.viewer.memberId;
    await expect(api.update({ workspace, key: 'checkout', version: 1, members: [stranger] })).rejects.toThrow(
      /members: names someone/,
    );
    const changed = await api.update({
      workspace,
      key: 'checkout',
      version: 1,
      name: 'Pay',
      newKey: 'pay',
      members: [viewer.memberId],
    });
    expect(changed).toMatchObject({ key: 'pay', name: 'Pay', version: 2 });
    await expect(api.update({ workspace, key: 'pay', version: 1, name: 'Late' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await api.delete({ workspace, key: 'pay' });
    expect(await api.list({ workspace })).toEqual([]);
    expect(await api.restore({ workspace, id: team.id })).toMatchObject({
      key: 'pay',
      members: [{ id: viewer.memberId }],
    });
  });

  it('leaves its key to the next team of that name, and cannot come back over it', async () => {
    const api = callerFor(tenant.people.admin).team;
    const team = await api.create({ workspace, key: 'checkout', name: 'Checkout' });
    await api.delete({ workspace, key: 'checkout' });
    await api.create({ workspace, key: 'checkout', name: 'Checkout again' });
    await expect(api.restore({ workspace, id: team.id })).rejects.toMatchObject({ code: 'CONFLICT' });
    await api.delete({ workspace, key: 'checkout' });
    expect(await api.restore({ workspace, id: team.id })).toMatchObject({ key: 'checkout', name: 'Checkout' });
  });
});

describe('an API token', () => {
  const use = (secret: string, permission: 'debt:read' | 'debt:write' | 'token:manage') =>
    scopeForToken({ slug: workspace, secret, permission, requestId: newId(), address: '10.0.0.1' });

  it('is shown once, kept as a hash, does what it lists and nothing after it was revoked', async () => {
    const api = callerFor(tenant.people.admin).token;
    const made = await api.create({
      workspace,
      name: 'nightly',
      role: 'editor',
      permissions: ['debt:read'],
      expiresOn: '2199-01-01',
    });
    expect(made.secret).toMatch(/^pd_/);
    const stored = await database().apiToken.findFirstOrThrow({ where: { id: made.id } });
    expect(JSON.stringify(stored)).not.toContain(made.secret);
    await use(made.secret, 'debt:read');
    await expect(use(made.secret, 'debt:write')).rejects.toMatchObject({ code: 'forbidden' });
    const [listed] = await api.list({ workspace });
    expect(listed).toMatchObject({ name: 'nightly', prefix: made.secret.slice(0, 7), lastUsedFrom: '10.0.0.1' });
    expect(JSON.stringify(listed)).not.toContain(made.secret);
    await api.revoke({ workspace, id: made.id });
    await expect(use(made.secret, 'debt:read')).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('is neither above its maker nor beyond its role, and does not begin expired', async () => {
    const api = callerFor(tenant.people.admin).token;
    const token = { workspace, name: 'x' };
    await expect(api.create({ ...token, role: 'owner' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.create({ ...token, role: 'viewer', permissions: ['debt:write'] })).rejects.toThrow(
      /permissions: debt:write/,
    );
    await expect(api.create({ ...token, role: 'viewer', expiresOn: '2020-01-01' })).rejects.toThrow(
      /expiresOn: is in the past/,
    );
    const owners = await callerFor(tenant.people.owner).token.create({ ...token, role: 'owner' });
    await expect(api.revoke({ workspace, id: owners.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('of another tenant is not found', async () => {
    const other = await makeTenant();
    const made = await callerFor(other.people.owner).token.create({ workspace: other.slug, name: 'x', role: 'viewer' });
    await expect(callerFor(tenant.people.owner).token.revoke({ workspace, id: made.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the audit log', () => {
  it('tells who did what, page by page, newest first, and nothing of another tenant', async () => {
    const api = callerFor(tenant.people.admin);
    for (const key of ['a', 'b', 'c']) await api.team.create({ workspace, key, name: key.toUpperCase() });
    await callerFor(tenant.people.owner).member.changeRole({
      workspace,
      id: tenant.people.viewer.memberId,
      role: 'editor',
    });
    const first = await api.audit.list({ workspace, limit: 2 });
    expect(first.total).toBe(4);
    expect(first.data[0]).toMatchObject({
      action: 'member.changeRole',
      subject: 'Viewer Person',
      data: { role: 'editor', before: 'viewer' },
    });
    const second = await api.audit.list({ workspace, limit: 2, cursor: first.nextCursor });
    expect(second.data.map((event) => event.subject)).toEqual(['B', 'A']);
    expect(second.nextCursor).toBeNull();
    expect((await api.audit.list({ workspace, subjectType: 'member' })).total).toBe(1);
    await expect(callerFor(tenant.people.editor).audit.list({ workspace })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(api.audit.list({ workspace, cursor: 'made up' })).rejects.toMatchObject({
      code: 'UNPROCESSABLE_CONTENT',
    });
  });
});
