import { expect, it } from 'vitest';
import { auditFacts, auditSentence } from './audit-words';

it('says who was given which role, before and after', () => {
  const event = { action: 'member.changeRole', subject: 'Kim', data: { role: 'editor', before: 'viewer' } };
  expect(auditSentence(event)).toEqual({ verb: 'changed the role of', subject: 'Kim' });
  expect(auditFacts(event)).toEqual(['role: viewer → editor']);
});

it('says what named the subject only once, and leaves empty lists out', () => {
  expect(auditFacts({ subject: 'nightly', data: { name: 'nightly', role: 'viewer', permissions: [] } })).toEqual([
    'role: viewer',
  ]);
});

it('says the fields of a debt that changed as words', () => {
  const event = {
    action: 'debt.update',
    subject: 'TD-31',
    data: { fields: ['velocityTax', 'remediationCost'], score: { fromThirds: 40, toThirds: 52 } },
  };
  expect(auditSentence(event)).toEqual({ verb: 'changed', subject: 'TD-31' });
  expect(auditFacts(event)).toEqual(['fields: velocity tax, remediation cost', 'score: 13.3 → 17.3']);
});

it('puts an action without a sentence of its own into words', () => {
  expect(auditSentence({ action: 'debtImport.undo', subject: null }).verb).toBe('undo: import');
});
