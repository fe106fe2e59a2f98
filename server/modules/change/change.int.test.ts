import { beforeAll, describe, expect, test } from 'vitest';
import { callerFor } from '@/server/testing/caller';
import { makeTenant, type Tenant } from '@/server/testing/tenant';

let tenant: Tenant;

beforeAll(async () => {
  tenant = await makeTenant();
});

describe('the stream of changes', () => {
  test('tells of a change, and ends for a member with their removal', async () => {
    const { people, slug: workspace } = tenant;
    const owner = callerFor(people.owner);
    await owner.debt.create({ workspace, title: 'A debt' });
    const sinceEver = { workspace, lastEventId: '00000000-0000-0000-0000-000000000000' };
    const stream = (await callerFor(people.viewer).change.stream(sinceEver))[Symbol.asyncIterator]();
    expect(JSON.stringify((await stream.next()).value)).toContain('debt.create');
    const second = stream.next();
    await owner.member.remove({ workspace, id: people.viewer.memberId });
    expect(await second).toMatchObject({ done: true });
  });
});
