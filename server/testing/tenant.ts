import { type Permission, permissions, type Role, roles } from '@/server/access/permissions';
import { now } from '@/server/platform/clock';
import { randomSecret, sha256 } from '@/server/platform/crypto';
import { database } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';

export type TestPerson = { userId: string; memberId: string; sessionId: string; email: string; name: string };
export type Tenant = { workspaceId: string; slug: string; people: Record<Role, TestPerson> };

async function addPerson(workspaceId: string, role: Role): Promise<TestPerson> {
  const [userId, memberId, sessionId] = [newId(), newId(), newId()];
  const email = `${role}-${userId.slice(-12)}@example.test`;
  const name = `${role[0]?.toUpperCase()}${role.slice(1)} Person`;
  const at = now();
  await database().user.create({
    data: {
      id: userId,
      email,
      name,
      createdAt: at,
      sessions: {
        create: {
          id: sessionId,
          createdAt: at,
          lastSeenAt: at,
          expiresAt: new Date(at.getTime() + 86_400_000),
          userAgent: 'test',
          address: '127.0.0.1',
          method: 'password',
        },
      },
    },
  });
  await database().member.create({ data: { workspaceId, id: memberId, userId, role, joinedAt: at } });
  return { userId, memberId, sessionId, email, name };
}

/** A workspace of its own with one member of each role, each with a live session. */
export async function makeTenant(): Promise<Tenant> {
  const workspaceId = newId();
  const slug = `t-${workspaceId.slice(-12)}`;
  await database().workspace.create({ data: { id: workspaceId, slug, name: 'Test company', createdAt: now() } });
  const people = await Promise.all(roles.map(async (role) => [role, await addPerson(workspaceId, role)] as const));
  const byRole = new Map(people);
  const of = (role: Role): TestPerson => {
    const person = byRole.get(role);
    if (!person) throw new Error(`no ${role} was made`);
    return person;
  };
  return {
    workspaceId,
    slug,
    people: {
      viewer: of('viewer'),
      commenter: of('commenter'),
      editor: of('editor'),
      admin: of('admin'),
      owner: of('owner'),
    },
  };
}

/** An API token made by the owner. No permissions means all that its role may do. */
export async function makeToken(
  tenant: Tenant,
  role: Role,
  options: { permissions?: Permission[]; revoked?: boolean; expiresAt?: Date; createdById?: string } = {},
): Promise<string> {
  const secret = `pdt_${randomSecret()}`;
  await database().apiToken.create({
    data: {
      workspaceId: tenant.workspaceId,
      id: newId(),
      name: `${role} token`,
      prefix: secret.slice(0, 8),
      secretHash: sha256(secret),
      role,
      permissions: (options.permissions ?? []).filter((one) => permissions.includes(one)),
      createdById: options.createdById ?? tenant.people.owner.memberId,
      createdAt: now(),
      revokedAt: options.revoked ? now() : null,
      expiresAt: options.expiresAt ?? null,
    },
  });
  return secret;
}

export async function makeTeam(tenant: Tenant, key: string, name = key): Promise<string> {
  const id = newId();
  await database().team.create({ data: { workspaceId: tenant.workspaceId, id, key, name, createdAt: now() } });
  return id;
}
