import { beforeEach, describe, expect, it } from 'vitest';
import { scopeForToken } from '@/server/access/scope';
import { now } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';
import { callerFor, callerWith } from '@/server/testing/caller';
import { makeTeam, makeTenant, makeToken, type Tenant } from '@/server/testing/tenant';

let tenant: Tenant;
let workspace: string;
beforeEach(async () => {
  tenant = await makeTenant();
  workspace = tenant.slug;
});

const tokenScope = (secret: string) =>
  scopeForToken({ slug: workspace, secret, permission: 'debt:read', requestId: newId(), address: '127.0.0.1' });

describe('roles', () => {
  it('change at the next request of the person', async () => {
    const { admin, viewer } = tenant.people;
    await expect(callerFor(viewer).member.list({ workspace })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await callerFor(admin).member.changeRole({ workspace, id: viewer.memberId, role: 'admin' });
    expect(await callerFor(viewer).member.list({ workspace })).toHaveLength(5);
  });

  it('are given up to one’s own, never to or from the owner', async () => {
    const { admin, owner, editor } = tenant.people;
    const api = callerFor(admin).member;
    await expect(api.changeRole({ workspace, id: editor.memberId, role: 'owner' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(api.changeRole({ workspace, id: owner.memberId, role: 'viewer' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(
      callerFor(owner).member.changeRole({ workspace, id: owner.memberId, role: 'viewer' }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('are not changed by someone who saw an older state', async () => {
    const { admin, editor } = tenant.people;
    const api = callerFor(admin).member;
    await api.changeRole({ workspace, id: editor.memberId, role: 'viewer', version: 1 });
    await expect(api.changeRole({ workspace, id: editor.memberId, role: 'admin', version: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('are told the caller as abilities', async () => {
    const list = await callerFor(tenant.people.admin).member.list({ workspace });
    const of = (role: string) => list.find((member) => member.role === role)?.abilities;
    expect(of('owner')).toMatchObject({ assignableRoles: [], remove: false, resetPassword: false });
    expect(of('editor')?.assignableRoles).toEqual(['viewer', 'commenter', 'editor', 'admin']);
    expect(of('admin')).toMatchObject({ remove: false });
  });
});

describe('the owner', () => {
  it('hands the workspace over and becomes an admin; there is one owner before and after', async () => {
    const { owner, editor } = tenant.people;
    await callerFor(owner).workspace.transfer({ workspace, memberId: editor.memberId });
    const roles = await database().member.findMany({
      where: { workspaceId: tenant.workspaceId },
      select: { id: true, role: true },
    });
    expect(roles.filter((one) => one.role === 'owner')).toEqual([{ id: editor.memberId, role: 'owner' }]);
    expect(roles.find((one) => one.id === owner.memberId)?.role).toBe('admin');
  });

  it('stays one when two transfers happen at once', async () => {
    const { owner, editor, viewer } = tenant.people;
    await Promise.allSettled([
      callerFor(owner).workspace.transfer({ workspace, memberId: editor.memberId }),
      callerFor(owner).workspace.transfer({ workspace, memberId: viewer.memberId }),
    ]);
    expect(await database().member.count({ where: { workspaceId: tenant.workspaceId, role: 'owner' } })).toBe(1);
  });

  it('can neither leave nor be removed', async () => {
    const { owner, admin } = tenant.people;
    await expect(callerFor(owner).member.leave({ workspace })).rejects.toThrow(/Hand the workspace over/);
    await expect(callerFor(admin).member.remove({ workspace, id: owner.memberId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('a removed member', () => {
  it('is out at the next request, with every token they made, and back with the same role after an undo', async () => {
    const { admin, editor } = tenant.people;
    const secret = await makeToken(tenant, 'editor', { createdById: editor.memberId });
    expect((await tokenScope(secret)).role).toBe('editor');
    await callerFor(admin).member.remove({ workspace, id: editor.memberId });
    await expect(callerFor(editor).workspace.get({ workspace })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(tokenScope(secret)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect((await callerFor(admin).member.directory({ workspace })).map((one) => one.id)).not.toContain(
      editor.memberId,
    );
    expect(await callerFor(admin).member.restore({ workspace, id: editor.memberId })).toMatchObject({ role: 'editor' });
    expect((await tokenScope(secret)).role).toBe('editor');
  });

  it('loses no token rights to a role change either: a token never does more than its maker', async () => {
    const { admin, editor } = tenant.people;
    const secret = await makeToken(tenant, 'editor', { createdById: editor.memberId });
    await callerFor(admin).member.changeRole({ workspace, id: editor.memberId, role: 'viewer' });
    expect((await tokenScope(secret)).role).toBe('viewer');
  });
});

describe('a password reset link made by an admin', () => {
  const newPassword = 'a louder harbour';

  it('works once, and signs the person out everywhere', async () => {
    const { admin, editor } = tenant.people;
    const { path } = await callerFor(admin).member.resetLink({ workspace, id: editor.memberId });
    const token = path.split('/').at(-1) ?? '';
    expect(await callerWith().account.resetInfo({ token })).toEqual({ email: editor.email });
    await callerWith().account.reset({ token, password: newPassword });
    expect(await database().session.count({ where: { userId: editor.userId, revokedAt: null } })).toBe(0);
    await expect(callerWith().account.reset({ token, password: newPassword })).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
    });
  });

  it('replaces the one before, and ends after 24 hours', async () => {
    const { admin, editor } = tenant.people;
    const make = async () =>
      (await callerFor(admin).member.resetLink({ workspace, id: editor.memberId })).path.split('/').at(-1) ?? '';
    const [before, after] = [await make(), await make()];
    expect(await callerWith().account.resetInfo({ token: before })).toEqual({ email: null });
    await database().passwordReset.updateMany({ where: { userId: editor.userId }, data: { expiresAt: now() } });
    expect(await callerWith().account.resetInfo({ token: after })).toEqual({ email: null });
  });

  it('is not made for someone above, nor for someone who also belongs where the admin is none', async () => {
    const { admin, owner, editor } = tenant.people;
    const reset = (id: string) => callerFor(admin).member.resetLink({ workspace, id });
    await expect(reset(owner.memberId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const elsewhere = await makeTenant();
    await database().member.create({
      data: { workspaceId: elsewhere.workspaceId, id: newId(), userId: editor.userId, role: 'viewer', joinedAt: now() },
    });
    await expect(reset(editor.memberId)).rejects.toThrow(/also belongs to a workspace/);
    await database().member.create({
      data: { workspaceId: elsewhere.workspaceId, id: newId(), userId: admin.userId, role: 'admin', joinedAt: now() },
    });
    expect((await reset(editor.memberId)).path).toMatch(/^\/reset\//);
  });
});

describe('sessions', () => {
  it('of a member are counted for admins and ended by them', async () => {
    const { admin, editor } = tenant.people;
    const list = await callerFor(admin).member.list({ workspace });
    expect(list.find((one) => one.id === editor.memberId)?.sessions).toBe(1);
    expect(await callerFor(admin).member.endSessions({ workspace, id: editor.memberId })).toEqual({ sessionsEnded: 1 });
  });
});

describe('teams of a member', () => {
  it('are exactly those that are named', async () => {
    await makeTeam(tenant, 'one');
    await makeTeam(tenant, 'two');
    const api = callerFor(tenant.people.admin).member;
    const id = tenant.people.viewer.memberId;
    expect((await api.setTeams({ workspace, id, teams: ['one', 'two'] })).teams.map((team) => team.key)).toEqual([
      'one',
      'two',
    ]);
    expect((await api.setTeams({ workspace, id, teams: ['two'] })).teams.map((team) => team.key)).toEqual(['two']);
    await expect(api.setTeams({ workspace, id, teams: ['three'] })).rejects.toThrow(/no team “three”/);
  });
});

describe('another tenant’s member', () => {
  it('is not found by any operation', async () => {
    const other = await makeTenant();
    const input = { workspace, id: other.people.viewer.memberId };
    const api = callerFor(tenant.people.owner);
    const calls = [
      () => api.member.changeRole({ ...input, role: 'viewer' }),
      () => api.member.remove(input),
      () => api.member.restore(input),
      () => api.member.resetLink(input),
      () => api.member.endSessions(input),
      () => api.member.setTeams({ ...input, teams: [] }),
      () => api.workspace.transfer({ workspace, memberId: input.id }),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
