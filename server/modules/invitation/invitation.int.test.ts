import { beforeAll, describe, expect, it } from 'vitest';
import { now } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';
import { callerFor, callerWith } from '@/server/testing/caller';
import { makeTeam, makeTenant, type Tenant } from '@/server/testing/tenant';
import { joinByVerifiedEmail } from './service';

let tenant: Tenant;
let other: Tenant;
beforeAll(async () => {
  tenant = await makeTenant();
  other = await makeTenant();
});

const newAddress = () => `n-${newId().slice(-12)}@example.test`;
const tokenOf = (path: string | null) => path?.split('/').at(-1) ?? '';

async function invite(options: { email?: string; role?: 'viewer' | 'editor' | 'admin'; team?: string } = {}) {
  const input = { workspace: tenant.slug, email: newAddress(), role: 'editor' as const, ...options };
  return callerFor(tenant.people.admin).invitation.create(input);
}

function link(record: { path: string | null }) {
  return { workspace: tenant.slug, token: tokenOf(record.path) };
}

const person = { name: 'New Person', password: 'a quiet harbour' };

describe('an invitation', () => {
  it('makes a new person a member with its role and team, once', async () => {
    await makeTeam(tenant, 'checkout');
    const record = await invite({ team: 'checkout' });
    const api = callerWith();
    expect(await api.invitation.info(link(record))).toMatchObject({
      state: 'open',
      email: record.email,
      hasAccount: false,
    });
    await api.invitation.acceptAsNew({ ...link(record), ...person });
    const member = await database().member.findFirstOrThrow({
      where: { workspaceId: tenant.workspaceId, user: { email: record.email } },
      include: { teams: { include: { team: true } } },
    });
    expect(member.role).toBe('editor');
    expect(member.teams.map((one) => one.team.key)).toEqual(['checkout']);
    expect(await api.invitation.info(link(record))).toMatchObject({ state: 'used' });
    await expect(api.invitation.acceptAsNew({ ...link(record), ...person })).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
    });
  });

  it('lets exactly one of several at once through', async () => {
    const record = await invite();
    const tries = [1, 2, 3, 4].map(() => callerWith().invitation.acceptAsNew({ ...link(record), ...person }));
    const results = await Promise.allSettled(tries);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await database().user.count({ where: { email: record.email } })).toBe(1);
  });

  it('is the only open one of its address, also of several made at once', async () => {
    const email = newAddress();
    await Promise.all([1, 2, 3, 4].map(() => invite({ email, role: 'admin' })));
    const open = await callerFor(tenant.people.admin).invitation.list({ workspace: tenant.slug });
    expect(open.filter((one) => one.email === email)).toHaveLength(1);
  });

  it('shows the same link again, and another after it was renewed, when the first has stopped', async () => {
    const record = await invite();
    const api = callerFor(tenant.people.admin);
    const listed = (await api.invitation.list({ workspace: tenant.slug })).find((one) => one.id === record.id);
    expect(listed?.path).toBe(record.path);
    const renewed = await api.invitation.renew({ workspace: tenant.slug, id: record.id });
    expect(renewed.path).not.toBe(record.path);
    expect(await callerWith().invitation.info(link(record))).toMatchObject({ state: 'unknown' });
    expect(await callerWith().invitation.info(link(renewed))).toMatchObject({ state: 'open' });
  });

  it('stops at once when it is revoked, and after seven days', async () => {
    const [revoked, old] = [await invite(), await invite()];
    await callerFor(tenant.people.admin).invitation.revoke({ workspace: tenant.slug, id: revoked.id });
    await database().invitation.updateMany({ where: { id: old.id }, data: { expiresAt: now() } });
    for (const record of [revoked, old]) {
      await expect(callerWith().invitation.acceptAsNew({ ...link(record), ...person })).rejects.toThrow(/has expired/);
    }
    expect(await callerWith().invitation.info(link(old))).toMatchObject({ state: 'expired' });
    const days = ((await invite()).expiresAt.getTime() - now().getTime()) / 86_400_000;
    expect(Math.round(days)).toBe(7);
  });

  it('is accepted by a signed-in person with the invited address, and by no other', async () => {
    const { viewer, editor } = other.people;
    const record = await invite({ email: viewer.email });
    expect(await callerWith().invitation.info(link(record))).toMatchObject({ hasAccount: true });
    await expect(callerWith().invitation.acceptAsNew({ ...link(record), ...person })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(callerFor(editor).invitation.accept(link(record))).rejects.toThrow(/This invitation is for/);
    await callerFor(viewer).invitation.accept(link(record));
    expect((await callerFor(viewer).workspace.mine()).map((one) => one.slug)).toContain(tenant.slug);
  });

  it('cannot be used under another workspace, altered or guessed', async () => {
    const record = await invite();
    const token = tokenOf(record.path);
    for (const wrong of [
      { workspace: other.slug, token },
      { workspace: tenant.slug, token: `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}` },
      { workspace: tenant.slug, token: 'x'.repeat(54) },
      { workspace: tenant.slug, token: token.slice(0, 22) },
    ]) {
      expect(await callerWith().invitation.info(wrong)).toMatchObject({ state: 'unknown', email: '' });
    }
  });

  it('gives no role above the inviter’s own, and never owner', async () => {
    const input = { workspace: tenant.slug, email: newAddress() };
    await expect(callerFor(tenant.people.admin).invitation.create({ ...input, role: 'owner' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(callerFor(tenant.people.owner).invitation.create({ ...input, role: 'owner' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(callerFor(tenant.people.editor).invitation.create({ ...input, role: 'viewer' })).rejects.toMatchObject(
      { code: 'FORBIDDEN' },
    );
  });

  it('leaves one working link when an address is invited twice', async () => {
    const email = newAddress();
    const [before, after] = [await invite({ email }), await invite({ email })];
    expect(await callerWith().invitation.info(link(before))).toMatchObject({ state: 'unknown' });
    expect(await callerWith().invitation.info(link(after))).toMatchObject({ state: 'open' });
  });

  it('of another tenant is not found', async () => {
    const record = await invite();
    const input = { workspace: other.slug, id: record.id };
    const api = callerFor(other.people.owner);
    await expect(api.invitation.revoke(input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(api.invitation.renew(input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('does not lower a role that the person has by now', async () => {
    const { people } = await makeTenant();
    const record = await invite({ email: people.owner.email, role: 'viewer' });
    await database().member.create({
      data: {
        workspaceId: tenant.workspaceId,
        id: newId(),
        userId: people.owner.userId,
        role: 'admin',
        joinedAt: now(),
      },
    });
    await callerFor(people.owner).invitation.accept(link(record));
    const member = await database().member.findFirstOrThrow({
      where: { workspaceId: tenant.workspaceId, userId: people.owner.userId },
    });
    expect(member.role).toBe('admin');
  });
});

describe('someone a sign-in provider vouches for', () => {
  it('gets a place in every workspace that invited the address, and a stranger gets none', async () => {
    const email = newAddress();
    await invite({ email });
    await callerFor(other.people.owner).invitation.create({ workspace: other.slug, email, role: 'viewer' });
    const userId = await joinByVerifiedEmail({ verifiedEmail: email, name: 'Kim' });
    expect(await database().member.count({ where: { userId: userId ?? '' } })).toBe(2);
    expect(await joinByVerifiedEmail({ verifiedEmail: newAddress(), name: 'Nobody' })).toBeNull();
  });
});
