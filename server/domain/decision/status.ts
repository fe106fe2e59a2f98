/** The statuses of a decision. `unknown` comes from imported files only: what nobody could read is not guessed. */
export const decisionStatuses = [
  'draft',
  'proposed',
  'accepted',
  'rejected',
  'deprecated',
  'superseded',
  'unknown',
] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];

/** How the statuses are said. */
export const statusLabels: Readonly<Record<DecisionStatus, string>> = {
  draft: 'Draft',
  proposed: 'Proposed',
  accepted: 'Accepted',
  rejected: 'Rejected',
  deprecated: 'Deprecated',
  superseded: 'Superseded',
  unknown: 'Unknown',
};

/** The four changes after which a decision is worth a record (handbook, architecture decision records). */
export const decisionTriggers = ['dataFlow', 'newTechnology', 'deprecation', 'externalIntegration'] as const;
export type DecisionTrigger = (typeof decisionTriggers)[number];

/** How far what was decided is carried out. */
export const implementationStates = ['notStarted', 'inProgress', 'done', 'notNeeded'] as const;
export type ImplementationState = (typeof implementationStates)[number];

/** Relations as they are stored, read from the record that has them; the other end says them backwards. */
export const relationTypes = ['supersedes', 'amends', 'dependsOn', 'relates', 'conflicts'] as const;
export type RelationType = (typeof relationTypes)[number];

export const debtLinkKinds = ['incurs', 'resolves'] as const;
export type DebtLinkKind = (typeof debtLinkKinds)[number];

const next: Record<DecisionStatus, readonly DecisionStatus[]> = {
  draft: ['proposed'],
  proposed: ['accepted', 'rejected', 'draft'],
  accepted: ['deprecated', 'superseded'],
  rejected: ['draft'],
  deprecated: ['accepted', 'superseded'],
  superseded: ['accepted'],
  unknown: ['draft', 'proposed', 'accepted', 'rejected', 'deprecated', 'superseded'],
};

/** The statuses a record may go to from where it is. Every transition is recorded with who, when and why. */
export function allowedTransitions(from: DecisionStatus): readonly DecisionStatus[] {
  return next[from];
}

/** Statuses whose record is still to be decided, and whose number is not given yet. */
export function isOpenDecision(status: DecisionStatus): boolean {
  return status === 'draft' || status === 'proposed';
}

/** Whether a transition is refused without a reason: everything but the plain way forward. */
export function needsReason(from: DecisionStatus, to: DecisionStatus): boolean {
  return !(from === 'draft' && to === 'proposed') && !(from === 'proposed' && to === 'accepted');
}
