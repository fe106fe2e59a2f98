import { meetCondition, reaffirmDecision } from '@/server/modules/decision-act/service';
import {
  createDecision,
  deleteDecision,
  restoreDecision,
  updateDecision,
} from '@/server/modules/decision-edit/service';
import {
  decisionsOfDebt,
  linkDebt,
  relateDecision,
  succeedDecision,
  unlinkDebt,
  unrelateDecision,
} from '@/server/modules/decision-link/service';
import { getOriginal, saveDraft } from '@/server/modules/decision-text/service';
import { transitionDecision } from '@/server/modules/decision-transition/service';
import { router, workspaceProcedure } from '@/server/trpc/init';
import { decisionContract as contract } from './contract';
import { getDecision, resolveDecision } from './service';

export const decisionRouter = router({
  get: workspaceProcedure('decision:read')
    .input(contract.get.input)
    .output(contract.get.output)
    .query(({ ctx, input }) => getDecision(ctx.scope, input.id)),
  resolve: workspaceProcedure('decision:read')
    .input(contract.resolve.input)
    .output(contract.resolve.output)
    .query(({ ctx, input }) => resolveDecision(ctx.scope, input)),
  original: workspaceProcedure('decision:read')
    .input(contract.original.input)
    .output(contract.original.output)
    .query(({ ctx, input }) => getOriginal(ctx.scope, input.id)),
  create: workspaceProcedure('decision:write')
    .input(contract.create.input)
    .output(contract.create.output)
    .mutation(({ ctx, input }) => createDecision(ctx.scope, input)),
  update: workspaceProcedure('decision:write')
    .input(contract.update.input)
    .output(contract.update.output)
    .mutation(({ ctx, input }) => updateDecision(ctx.scope, input)),
  saveDraft: workspaceProcedure('decision:write')
    .input(contract.saveDraft.input)
    .output(contract.saveDraft.output)
    .mutation(({ ctx, input }) => saveDraft(ctx.scope, input)),
  transition: workspaceProcedure('decision:write')
    .input(contract.transition.input)
    .output(contract.transition.output)
    .mutation(({ ctx, input }) => transitionDecision(ctx.scope, input)),
  succeed: workspaceProcedure('decision:write')
    .input(contract.succeed.input)
    .output(contract.succeed.output)
    .mutation(({ ctx, input }) => succeedDecision(ctx.scope, input)),
  relate: workspaceProcedure('decision:write')
    .input(contract.relate.input)
    .output(contract.relate.output)
    .mutation(({ ctx, input }) => relateDecision(ctx.scope, input)),
  unrelate: workspaceProcedure('decision:write')
    .input(contract.unrelate.input)
    .output(contract.unrelate.output)
    .mutation(({ ctx, input }) => unrelateDecision(ctx.scope, input)),
  linkDebt: workspaceProcedure('decision:write')
    .input(contract.linkDebt.input)
    .output(contract.linkDebt.output)
    .mutation(({ ctx, input }) => linkDebt(ctx.scope, input)),
  unlinkDebt: workspaceProcedure('decision:write')
    .input(contract.unlinkDebt.input)
    .output(contract.unlinkDebt.output)
    .mutation(({ ctx, input }) => unlinkDebt(ctx.scope, input)),
  forDebt: workspaceProcedure('decision:read')
    .input(contract.forDebt.input)
    .output(contract.forDebt.output)
    .query(({ ctx, input }) => decisionsOfDebt(ctx.scope, input.debt)),
  reaffirm: workspaceProcedure('decision:write')
    .input(contract.reaffirm.input)
    .output(contract.reaffirm.output)
    .mutation(({ ctx, input }) => reaffirmDecision(ctx.scope, input)),
  conditionMet: workspaceProcedure('decision:write')
    .input(contract.conditionMet.input)
    .output(contract.conditionMet.output)
    .mutation(({ ctx, input }) => meetCondition(ctx.scope, input)),
  delete: workspaceProcedure('decision:write')
    .input(contract.delete.input)
    .output(contract.delete.output)
    .mutation(({ ctx, input }) => deleteDecision(ctx.scope, input)),
  restore: workspaceProcedure('decision:write')
    .input(contract.restore.input)
    .output(contract.restore.output)
    .mutation(({ ctx, input }) => restoreDecision(ctx.scope, input.id)),
});
