import type { DecisionTrigger } from './status';

export const checklistKeys = ['scenario', 'cost', 'change', 'rollback', 'teams'] as const;
export type ChecklistKey = (typeof checklistKeys)[number];

/** The five questions of a design review (handbook, architecture decision records). */
export const checklistQuestions: readonly { key: ChecklistKey; question: string; hint: string }[] = [
  {
    key: 'scenario',
    question: 'Does it handle the user scenario?',
    hint: 'Name the scenario, and what happens in it step by step.',
  },
  {
    key: 'cost',
    question: 'What does it cost to run?',
    hint: 'Money and attention a month, at the load of today and of next year.',
  },
  {
    key: 'change',
    question: 'How hard is the likely change in six months?',
    hint: 'Name the change that will be asked for next.',
  },
  {
    key: 'rollback',
    question: 'What is the rollback?',
    hint: 'The steps back, how long they take, and until when they are possible.',
  },
  {
    key: 'teams',
    question: 'Which teams does it depend on, and have they confirmed?',
    hint: 'Each team with the person who said yes.',
  },
];

/** The four triggers: a change that does one of these is worth a record. */
export const triggerLabels: Readonly<Record<DecisionTrigger, string>> = {
  dataFlow: 'Alters how data flows',
  newTechnology: 'Introduces a technology',
  deprecation: 'Deprecates a system',
  externalIntegration: 'Affects an external integration',
};
