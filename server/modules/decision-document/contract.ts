import { z } from 'zod';
import { debtLinkKinds, relationTypes } from '@/server/domain/decision/status';
import { day } from '@/server/domain/field/day-field';
import { id, optionalLine } from '@/server/domain/field/text';
import { debtKey } from '@/server/modules/debt/contract';
import { decisionContract } from '@/server/modules/decision/contract';

const relations = z
  .array(
    z.strictObject({
      target: id.meta({ description: 'The id of the other record.' }),
      type: z.enum(relationTypes),
      partial: z.boolean().default(false).meta({ description: 'For `supersedes`: only a part of it is replaced.' }),
      note: optionalLine(300).default(''),
    }),
  )
  .max(100, 'at most 100 relations')
  .meta({ description: 'Exactly the relations that this record has; those that others have to it stay.' });

const debts = z
  .array(z.strictObject({ key: debtKey, kind: z.enum(debtLinkKinds) }))
  .max(100, 'at most 100 debts')
  .meta({ description: 'Exactly the debts that it takes on or pays back.' });

const highestNumber = 2_147_483_647;

/** A decision written in one piece: text, facts, relations and debts together. */
export const decisionDocument = {
  create: decisionContract.create.input.omit({ workspace: true, register: true }).extend({
    status: z
      .enum(['draft', 'proposed'], {
        error: 'draft or proposed: a record begins as one of these and goes on by its transitions',
      })
      .default('draft'),
    number: z
      .int('a whole number')
      .min(0, 'at least 0')
      .max(highestNumber, `at most ${highestNumber}`)
      .optional()
      .meta({ description: 'Only for records that have one already: acceptance gives the next.' }),
    date: day
      .nullable()
      .optional()
      .meta({ description: 'The day the record names; each change of status sets it anew.' }),
    relations: relations.optional(),
    debts: debts.optional(),
  }),
  update: decisionContract.update.input.omit({ workspace: true, id: true, version: true }).extend({
    relations: relations.optional(),
    debts: debts.optional(),
  }),
};

export type NewDecision = z.output<typeof decisionDocument.create>;
export type DecisionChanges = z.output<typeof decisionDocument.update>;
