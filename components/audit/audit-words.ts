import { z } from 'zod';
import { scoreText } from '@/server/domain/scoring/score';
import type { AuditRecord } from '@/server/modules/audit/contract';

const verbs: Record<string, string> = {
  'workspace.create': 'created the workspace',
  'workspace.update': 'changed the settings',
  'workspace.transfer': 'handed the workspace over to',
  'member.changeRole': 'changed the role of',
  'member.setTeams': 'changed the teams of',
  'member.remove': 'removed',
  'member.restore': 'brought back',
  'member.leave': 'left the workspace',
  'member.endSessions': 'signed out everywhere',
  'member.resetLink': 'made a password link for',
  'invitation.create': 'invited',
  'invitation.renew': 'made a new invitation link for',
  'invitation.revoke': 'took back the invitation of',
  'invitation.changeRole': 'changed the role in the invitation of',
  'invitation.accept': 'joined by the invitation of',
  'team.create': 'created the team',
  'team.update': 'changed the team',
  'team.delete': 'deleted the team',
  'team.restore': 'brought back the team',
  'token.create': 'created the token',
  'token.revoke': 'revoked the token',
  'debt.create': 'wrote down',
  'debt.update': 'changed',
  'debt.delete': 'deleted',
  'debt.restore': 'brought back',
  'debt.import': 'imported',
  'debt.importUndo': 'undid the import of',
  'service.create': 'added the service',
  'service.update': 'changed the service',
  'service.delete': 'deleted the service',
  'service.restore': 'brought back the service',
  'savedView.create': 'saved a view',
  'savedView.update': 'changed a saved view',
  'savedView.delete': 'deleted a saved view',
  'savedView.restore': 'brought back a saved view',
  'seed.demo': 'filled the workspace with the demo company',
};

const nouns: Record<string, string> = { debtImport: 'import', savedView: 'saved view' };

/** `debtImport.run` in words, for actions that have no sentence of their own. */
function plainVerb(action: string): string {
  const [noun = '', verb = ''] = action.split('.');
  return `${spaced(verb)}: ${nouns[noun] ?? noun}`;
}

export type AuditSentence = { verb: string; subject: string | null };

/** What was done, and to what. */
export function auditSentence(event: Pick<AuditRecord, 'action' | 'subject'>): AuditSentence {
  const verb = verbs[event.action];
  const hasNoObject = event.action === 'member.leave' || /^(workspace|seed)\./.test(event.action);
  const subject = hasNoObject && event.action !== 'workspace.transfer' ? null : event.subject;
  return { verb: verb ?? plainVerb(event.action), subject };
}

/** `remediationCost` as it is said: "remediation cost". */
function spaced(name: string): string {
  return name.replace(/([A-Z])/g, ' $1').toLowerCase();
}

const listsOfFields = new Set(['fields', 'changed']);

const scoreChange = z.object({ fromThirds: z.number().nullable(), toThirds: z.number().nullable() });

function thirdsText(thirds: number | null): string {
  return thirds === null ? 'none' : scoreText(thirds);
}

function factText(name: string, value: unknown): string {
  const score = name === 'score' ? scoreChange.safeParse(value).data : undefined;
  if (score) return `${thirdsText(score.fromThirds)} → ${thirdsText(score.toThirds)}`;
  if (!listsOfFields.has(name) || !Array.isArray(value)) return valueText(value);
  return value.map((field) => spaced(String(field))).join(', ');
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (Array.isArray(value)) return value.map(valueText).join(', ') || 'none';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The facts of an event: `role: viewer → editor`, `name: Checkout`. What names the subject is said already. */
export function auditFacts(event: Pick<AuditRecord, 'data' | 'subject'>): string[] {
  const { before, ...rest } = event.data;
  return Object.entries(rest)
    .filter(
      ([name, value]) =>
        value !== event.subject && !(name === 'score' && !value) && !(Array.isArray(value) && value.length === 0),
    )
    .map(([name, value], index) => {
      const was = index === 0 && before !== undefined && typeof before !== 'object' ? `${valueText(before)} → ` : '';
      return `${spaced(name)}: ${was}${factText(name, value)}`;
    });
}
