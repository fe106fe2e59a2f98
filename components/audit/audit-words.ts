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
};

const nouns: Record<string, string> = { debtImport: 'import', savedView: 'saved view' };

/** `debtImport.run` in words, for actions that have no sentence of their own. */
function plainVerb(action: string): string {
  const [noun = '', verb = ''] = action.split('.');
  const words = verb.replace(/([A-Z])/g, ' $1').toLowerCase();
  return `${words}: ${nouns[noun] ?? noun}`;
}

export type AuditSentence = { verb: string; subject: string | null };

/** What was done, and to what. */
export function auditSentence(event: Pick<AuditRecord, 'action' | 'subject'>): AuditSentence {
  const verb = verbs[event.action];
  const hasNoObject = event.action === 'member.leave' || event.action.startsWith('workspace.');
  const subject = hasNoObject && event.action !== 'workspace.transfer' ? null : event.subject;
  return { verb: verb ?? plainVerb(event.action), subject };
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
    .filter(([, value]) => value !== event.subject && !(Array.isArray(value) && value.length === 0))
    .map(([name, value], index) => {
      const was = index === 0 && before !== undefined && typeof before !== 'object' ? `${valueText(before)} → ` : '';
      return `${name}: ${was}${valueText(value)}`;
    });
}
