import { describe, expect, test } from 'vitest';
import { tenancyProblems } from './check-tenancy';

const SOUND = `
/// A thing.
model Thing {
  workspaceId String  @db.Uuid
  id          String  @db.Uuid
  key         String
  otherId     String? @db.Uuid

  workspace Workspace @relation(fields: [workspaceId], references: [id], onDelete: Cascade)
  other     Thing?    @relation("other", fields: [workspaceId, otherId], references: [workspaceId, id], onDelete: NoAction)
  others    Thing[]   @relation("other")

  @@id([workspaceId, id])
  @@unique([workspaceId, key])
  @@index([workspaceId, otherId])
}
`;

describe('the tenancy check', () => {
  test('accepts a model that is found by its workspace only', () => {
    expect(tenancyProblems(SOUND)).toEqual([]);
  });

  test.each([
    ['a key of the id alone', '@@id([workspaceId, id])', '@@id([id])', 'the primary key'],
    ['a key with the workspace last', '@@id([workspaceId, id])', '@@id([id, workspaceId])', 'the primary key'],
    ['no key at all', '  @@id([workspaceId, id])\n', '', 'the primary key'],
    [
      'an index without the workspace',
      '@@index([workspaceId, otherId])',
      '@@index([otherId])',
      '@@index([otherId]) must begin',
    ],
    [
      'a key that is unique in all workspaces',
      '@@unique([workspaceId, key])',
      '@@unique([key])',
      '@@unique([key]) must begin',
    ],
    ['a field that is unique in all workspaces', 'key         String', 'key         String @unique', 'Thing.key'],
    [
      'a relation by id alone',
      'fields: [workspaceId, otherId], references: [workspaceId, id]',
      'fields: [otherId], references: [id]',
      'Thing.other',
    ],
    [
      'a relation that empties the workspace',
      'onDelete: NoAction',
      'onDelete: SetNull',
      'SetNull would empty workspaceId',
    ],
    ['a workspace that may be missing', 'workspaceId String  @db.Uuid', 'workspaceId String?', 'must be a uuid'],
  ])('refuses %s', (_, from, to, message) => {
    expect(SOUND).toContain(from);
    expect(tenancyProblems(SOUND.replace(from, to)).join('\n')).toContain(message);
  });

  test('wants a reason for every model that belongs to no workspace', () => {
    const user = 'model User {\n  id String @id\n}\n';
    expect(tenancyProblems(`/// global: a person.\n${user}`)).toEqual([]);
    expect(tenancyProblems(user)).toEqual([expect.stringContaining('User: belongs to no workspace')]);
  });

  test('takes an unknown model for a tenant’s, whatever its comment claims', () => {
    expect(tenancyProblems('/// global: trust me.\nmodel Secret {\n  id String @id\n}\n')).not.toEqual([]);
  });
});
