import { encode } from 'next-auth/jwt';
import { beforeAll, describe, expect, test } from 'vitest';
import { authSecret, sessionCookieName } from '@/server/access/session-token';
import { newId } from '@/server/platform/ids';
import { callerFor } from '@/server/testing/caller';
import { hostile } from '@/server/testing/hostile';
import { makeTeam, makeTenant } from '@/server/testing/tenant';
import { handleTrpc } from './handler';
import { appRouter } from './root';

type Base = ['GET' | 'POST', Record<string, unknown>];

let cookie: string;
let bases: Record<string, Base>;

/** By procedure, an input that is right; a name with a dot is a field inside another that is tried as well. */
beforeAll(async () => {
  const tenant = await makeTenant();
  const { userId, sessionId } = tenant.people.owner;
  cookie = `${sessionCookieName(false)}=${await encode({ token: { sub: userId, sid: sessionId }, secret: authSecret() })}`;
  await makeTeam(tenant, 'payments');
  const owner = callerFor(tenant.people.owner);
  const { slug: workspace } = tenant;
  await owner.service.create({ workspace, key: 'checkout', name: 'Checkout', tier: 'high' });
  const { key: debt } = await owner.debt.create({ workspace, title: 'A debt' });
  await owner.register.create({ workspace, slug: 'core', name: 'Core' });
  await owner.register.createTemplate({ workspace, key: 'ours', name: 'Ours', description: '', body: '' });
  const make = (title: string) =>
    owner.decision.create({ workspace, register: 'core', title, body: '# A\n\nA passage.\n' });
  const { id } = await make('One');
  const { id: target } = await make('Two');
  const { id: decision } = await make('Three');
  await owner.decision.transition({ workspace, id: decision, to: 'proposed' });
  const about = { type: 'decision' as const, id };
  const thread = await owner.thread.create({ workspace, subject: about, body: 'Why?' });
  const comment = thread.comments[0]?.id ?? '';
  const form = new FormData();
  for (const [name, value] of [
    ['workspace', workspace],
    ['register', 'core'],
    ['paths', 'adr/0001-a.md'],
  ] as const)
    form.append(name, value);
  form.append('files', new File(['# A\n'], '0001-a.md'));
  const upload = await owner.registerImport.upload(form as never);
  const member = tenant.people.viewer.memberId;
  const one = { workspace, id };
  const reviewed = { workspace, decision };
  const register = { workspace, slug: 'core' };
  const none = newId();
  const facts = {
    owner: null,
    deciders: [],
    consulted: [],
    informed: [],
    tags: [],
    triggers: [],
    services: [],
    implementation: 'done',
    revisitOn: null,
    revisitCondition: '',
    expiresOn: null,
    checklist: {},
  };
  const fields = { name: 'x', description: '', home: '', team: null, template: 'minimal', approvalsRequired: 0 };
  const filters = { q: 'a' };
  const within = (names: string) => Object.fromEntries(names.split(' ').map((name) => [`filters.${name}`, undefined]));
  const filterFields = within('q register status tag service owner age due awaitingMe');
  const options = { dateOrders: {}, 'dateOrders.adr': 1 };
  bases = {
    'decision.get': ['GET', one],
    'decision.resolve': ['GET', { workspace, register: 'core', ref: 'a' }],
    'decision.original': ['GET', one],
    'decision.create': [
      'POST',
      { workspace, register: 'core', title: 'x', productSentence: '', body: '', template: 'nygard', ...facts },
    ],
    'decision.update': ['POST', { ...one, version: 1, title: 'x', productSentence: '', body: '', note: '', ...facts }],
    'decision.saveDraft': [
      'POST',
      {
        ...one,
        draft: { title: 'x', productSentence: '', body: '', baseVersion: 1 },
        'draft.body': 1,
        'draft.baseVersion': 1,
      },
    ],
    'decision.transition': [
      'POST',
      { ...one, version: 1, to: 'rejected', reason: 'x', supersedes: [], supersededBy: target },
    ],
    'decision.succeed': ['POST', { ...one, partial: false, note: '' }],
    'decision.relate': ['POST', { ...one, target, type: 'relates', partial: false, note: '' }],
    'decision.unrelate': ['POST', { ...one, relation: none }],
    'decision.linkDebt': ['POST', { ...one, debt, kind: 'incurs' }],
    'decision.unlinkDebt': ['POST', { ...one, debt }],
    'decision.forDebt': ['GET', { workspace, debt }],
    'decision.reaffirm': ['POST', { ...one, reason: 'x', revisitOn: null }],
    'decision.conditionMet': ['POST', { ...one, reason: 'x' }],
    'decision.delete': ['POST', { workspace, id: none, version: 1 }],
    'decision.restore': ['POST', { workspace, id: none }],
    'decisionList.list': [
      'GET',
      { workspace, filters, sort: '-since', cursor: null, direction: 'forward', limit: 5, ...filterFields },
    ],
    'decisionList.facets': ['GET', { workspace, filters, ...filterFields }],
    'decisionList.summary': ['GET', { workspace }],
    'decisionList.due': ['GET', { workspace, register: 'core' }],
    'decisionList.graph': ['GET', { workspace, register: 'core' }],
    'decisionList.timeline': ['GET', { workspace, register: 'core' }],
    'decisionReview.get': ['GET', reviewed],
    'decisionReview.request': ['POST', { ...reviewed, members: [member], teams: [] }],
    'decisionReview.withdrawRequest': ['POST', { ...reviewed, request: none }],
    'decisionReview.answer': ['POST', { ...reviewed, revision: 1, kind: 'approve', comment: '' }],
    'decisionReview.withdraw': ['POST', { ...reviewed, verdict: none }],
    'decisionReview.dismiss': ['POST', { ...reviewed, verdict: none, reason: 'x' }],
    'decisionReview.waiting': ['GET', { workspace }],
    'decisionRevision.list': ['GET', reviewed],
    'decisionRevision.get': ['GET', { ...reviewed, number: 1 }],
    'decisionRevision.difference': ['GET', { ...reviewed, from: 1, to: 1 }],
    'decisionRevision.asOf': ['GET', { ...reviewed, day: '2026-01-01' }],
    'decisionRevision.restore': ['POST', { ...reviewed, number: 1, version: 1, note: '' }],
    'register.list': ['GET', { workspace, q: 'a' }],
    'register.get': ['GET', register],
    'register.create': ['POST', { workspace, slug: 'next', ...fields }],
    'register.update': ['POST', { ...register, version: 1, ...fields }],
    'register.delete': ['POST', { workspace, slug: 'nowhere', version: 1 }],
    'register.restore': ['POST', { workspace, slug: 'nowhere' }],
    'register.templates': ['GET', { workspace }],
    'register.createTemplate': ['POST', { workspace, key: 'theirs', name: 'x', description: '', body: '' }],
    'register.updateTemplate': ['POST', { workspace, key: 'ours', version: 1, name: 'x', description: '', body: '' }],
    'register.deleteTemplate': ['POST', { workspace, key: 'nowhere' }],
    'registerImport.upload': ['POST', { workspace, register: 'core', files: [], paths: [] }],
    'registerImport.preview': ['POST', { workspace, id: upload.id, ...options }],
    'registerImport.run': ['POST', { workspace, id: none, ...options }],
    'registerImport.status': ['GET', { workspace, id: upload.id }],
    'registerImport.list': ['GET', { workspace, register: 'core' }],
    'thread.list': ['GET', { workspace, subject: about, 'subject.type': 1, 'subject.id': 1 }],
    'thread.create': [
      'POST',
      {
        workspace,
        subject: about,
        body: 'x',
        anchor: { quote: 'passage', prefix: '', suffix: '', revision: 1 },
        'subject.id': 1,
        'anchor.quote': 1,
        'anchor.prefix': 1,
        'anchor.suffix': 1,
        'anchor.revision': 1,
      },
    ],
    'thread.reply': ['POST', { workspace, thread: thread.id, body: 'x' }],
    'thread.edit': ['POST', { workspace, comment, version: 1, body: 'x' }],
    'thread.delete': ['POST', { workspace, comment: none }],
    'thread.resolve': ['POST', { workspace, thread: thread.id }],
    'thread.reopen': ['POST', { workspace, thread: thread.id }],
    'thread.react': ['POST', { workspace, comment, emoji: '👍', on: true }],
    'thread.mentionable': ['GET', { workspace, q: 'a' }],
    'thread.mentions': ['GET', { workspace }],
    'thread.markSeen': ['POST', { workspace, subject: about, 'subject.id': 1 }],
    'image.upload': ['POST', { workspace, file: 'x' }],
  };
}, 60_000);

async function statusOf(name: string, method: 'GET' | 'POST', input: unknown): Promise<number> {
  const json = JSON.stringify({ json: input });
  const address = `http://localhost/api/trpc/${name}`;
  const post = { method, headers: { cookie, 'content-type': 'application/json' }, body: json };
  const request =
    method === 'POST'
      ? new Request(address, post)
      : new Request(`${address}?input=${encodeURIComponent(json)}`, { headers: { cookie } });
  return (await handleTrpc(request)).status;
}

/** The input with one value at a field or, after a dot, at a field inside it beside the right ones. */
function withValue(base: Record<string, unknown>, field: string, value: unknown): Record<string, unknown> {
  const plain = Object.fromEntries(Object.entries(base).filter(([name]) => !name.includes('.')));
  const [outer = '', inner] = field.split('.');
  const before = plain[outer];
  const around = typeof before === 'object' && before !== null ? before : {};
  return { ...plain, [outer]: inner ? { ...around, [inner]: value } : value };
}

describe('a request about decisions that no screen sends', () => {
  test('is never answered with an internal error, whichever field has whatever value', async () => {
    const broken: string[] = [];
    for (const [name, [method, base]] of Object.entries(bases)) {
      for (const field of Object.keys(base)) {
        for (const value of hostile) {
          const status = await statusOf(name, method, withValue(base, field, value));
          if (status >= 500) broken.push(`${name} ${field} ${JSON.stringify(value).slice(0, 60)}: ${status}`);
        }
      }
    }
    expect(broken).toEqual([]);
  }, 300_000);

  test('differs in one field from one that is understood', async () => {
    const refused: string[] = [];
    for (const [name, [method, base]] of Object.entries(bases)) {
      const status = await statusOf(name, method, withValue(base, 'workspace', base.workspace));
      if (status === 400 || status === 405) refused.push(`${name}: ${status}`);
    }
    // These take forms.
    expect(refused).toEqual(['registerImport.upload: 400', 'image.upload: 400']);
  });

  test('is tried for every procedure there is', () => {
    const nouns = /^(?:decision\w*|register\w*|thread|image)\./;
    const all = Object.keys(appRouter._def.procedures).filter((name) => nouns.test(name));
    expect(Object.keys(bases).sort()).toEqual(all.sort());
  });
});
