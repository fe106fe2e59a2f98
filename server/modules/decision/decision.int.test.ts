import { beforeAll, describe, expect, test } from 'vitest';
import { callerFor } from '@/server/testing/caller';
import { makeTenant, type Tenant } from '@/server/testing/tenant';

let tenant: Tenant;
let editor: ReturnType<typeof callerFor>;
let workspace: string;

beforeAll(async () => {
  tenant = await makeTenant();
  workspace = tenant.slug;
  editor = callerFor(tenant.people.editor);
  await callerFor(tenant.people.admin).register.create({ workspace, slug: 'core', name: 'Core' });
});

describe('the life of a decision', () => {
  test('goes from draft over proposed to accepted with the next number', async () => {
    const draft = await editor.decision.create({ workspace, register: 'core', title: 'Use Postgres' });
    expect(draft.status).toBe('draft');
    expect(draft.number).toBe(null);
    expect(draft.body).toContain('## Context');
    await editor.decision.transition({ workspace, id: draft.id, to: 'proposed' });
    const accepted = await editor.decision.transition({ workspace, id: draft.id, to: 'accepted' });
    expect(accepted.number).toBe(1);
    const updated = await editor.decision.update({
      workspace,
      id: draft.id,
      version: accepted.version,
      body: '## Context\n\nNew',
    });
    expect(updated.revision).toBe(2);
    expect(await editor.register.get({ workspace, slug: 'core' })).toMatchObject({
      decisions: 1,
      inForce: 1,
      lastNumber: 1,
    });
  });
});
