/** The five questions of a design review: the scenario, running cost, the next change, the way back, other teams. */
export const checklistKeys = ['scenario', 'cost', 'change', 'rollback', 'teams'] as const;
export type ChecklistKey = (typeof checklistKeys)[number];
