import { beforeAll, describe, expect, it } from 'vitest';
import { callerFor, callerWith } from '@/server/testing/caller';
import { makeTenant, type Tenant } from '@/server/testing/tenant';

let tenant: Tenant;
beforeAll(async () => {
  tenant = await makeTenant();
});

const hostile: unknown[] = [
  '',
  ' ',
  'a\u0000b',
  '\ud800',
  'x'.repeat(1_000_000),
  '\'; DROP TABLE "User"; --',
  '<script>alert(1)</script>',
  '\u202eevil',
  '🐢',
  0,
  4.5,
  -1,
  null,
  true,
  [],
  {},
  ['a\u0000b'],
  '00000000-0000-7000-8000-000000000000',
];

/** Calls with input of any kind, as a request from anywhere brings it. */
type Loose = (input: unknown) => Promise<unknown>;

async function outcome(call: Loose, input: unknown): Promise<string> {
  try {
    await call(input);
    return 'OK';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'INTERNAL_SERVER_ERROR';
  }
}

describe('hostile values in any field of the people operations', () => {
  it('are never answered with an internal error', async () => {
    const anyone = callerWith(new Headers(), '10.9.0.1');
    const owner = callerFor(tenant.people.owner, '10.9.0.2');
    const workspace = tenant.slug;
    const id = tenant.people.viewer.memberId;
    const operations: [string, Loose, Record<string, unknown>][] = [
      ['setup.info', anyone.setup.info as Loose, { token: 'x' }],
      [
        'setup.complete',
        anyone.setup.complete as Loose,
        {
          token: 'x',
          name: 'a',
          email: 'a@b.example',
          password: 'a quiet harbour',
          workspaceName: 'a',
          slug: 'a',
          demo: false,
        },
      ],
      ['account.checkPassword', anyone.account.checkPassword as Loose, { password: 'a', email: 'a' }],
      ['account.requestReset', anyone.account.requestReset as Loose, { email: 'a@b.example' }],
      ['account.resetInfo', anyone.account.resetInfo as Loose, { token: 'xxxxxxxxxxxx' }],
      ['account.reset', anyone.account.reset as Loose, { token: 'xxxxxxxxxxxx', password: 'a quiet harbour' }],
      ['session.requestLink', anyone.session.requestLink as Loose, { email: 'a@b.example' }],
      ['invitation.info', anyone.invitation.info as Loose, { workspace, token: 'x'.repeat(54) }],
      [
        'invitation.acceptAsNew',
        anyone.invitation.acceptAsNew as Loose,
        { workspace, token: 'x'.repeat(54), name: 'a', password: 'a quiet harbour' },
      ],
      ['account.rename', owner.account.rename as Loose, { name: 'Owner' }],
      ['account.changePassword', owner.account.changePassword as Loose, { current: 'a', next: 'a quiet harbour' }],
      ['session.revoke', owner.session.revoke as Loose, { id }],
      ['workspace.create', owner.workspace.create as Loose, { slug: workspace, name: 'a' }],
      ['workspace.get', owner.workspace.get as Loose, { workspace }],
      [
        'workspace.update',
        owner.workspace.update as Loose,
        { workspace, version: 99, name: 'a', debtPrefix: 'TD', floorImpact: 5 },
      ],
      ['workspace.delete', owner.workspace.delete as Loose, { workspace, confirmName: 'no' }],
      ['workspace.transfer', owner.workspace.transfer as Loose, { workspace, memberId: tenant.people.owner.memberId }],
      ['member.changeRole', owner.member.changeRole as Loose, { workspace, id, role: 'viewer' }],
      ['member.setTeams', owner.member.setTeams as Loose, { workspace, id, teams: [] }],
      ['member.resetLink', owner.member.resetLink as Loose, { workspace, id }],
      [
        'invitation.create',
        owner.invitation.create as Loose,
        { workspace, email: 'n@b.example', role: 'viewer', team: null },
      ],
      ['invitation.renew', owner.invitation.renew as Loose, { workspace, id }],
      ['team.create', owner.team.create as Loose, { workspace, key: 'k', name: 'K', members: [] }],
      [
        'team.update',
        owner.team.update as Loose,
        { workspace, key: 'k', version: 99, name: 'K', newKey: 'k2', members: [] },
      ],
      ['team.restore', owner.team.restore as Loose, { workspace, id }],
      [
        'token.create',
        owner.token.create as Loose,
        { workspace, name: 't', role: 'viewer', permissions: [], expiresOn: null },
      ],
      ['token.revoke', owner.token.revoke as Loose, { workspace, id }],
      ['audit.list', owner.audit.list as Loose, { workspace, subjectType: 'debt', actor: id, cursor: null, limit: 5 }],
    ];
    const broken: string[] = [];
    for (const [name, call, good] of operations) {
      for (const field of [...Object.keys(good), 'unknownField']) {
        for (const value of hostile) {
          const code = await outcome(call, { ...good, [field]: value });
          if (code === 'INTERNAL_SERVER_ERROR') broken.push(`${name} ${field}=${JSON.stringify(value)?.slice(0, 40)}`);
        }
      }
      for (const value of [undefined, ...hostile]) {
        if ((await outcome(call, value)) === 'INTERNAL_SERVER_ERROR')
          broken.push(`${name} ${JSON.stringify(value)?.slice(0, 40)}`);
      }
    }
    expect(broken).toEqual([]);
  }, 120_000);
});
