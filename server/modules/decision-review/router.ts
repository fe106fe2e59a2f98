import { router, workspaceProcedure } from '@/server/trpc/init';
import { decisionReviewContract as contract } from './contract';
import * as service from './service';

export const decisionReviewRouter = router({
  get: workspaceProcedure('decision:read')
    .input(contract.get.input)
    .output(contract.get.output)
    .query(({ ctx, input }) => service.getReview(ctx.scope, input.decision)),
  request: workspaceProcedure('decision:write')
    .input(contract.request.input)
    .output(contract.request.output)
    .mutation(({ ctx, input }) => service.requestReview(ctx.scope, input)),
  withdrawRequest: workspaceProcedure('decision:write')
    .input(contract.withdrawRequest.input)
    .output(contract.withdrawRequest.output)
    .mutation(({ ctx, input }) => service.withdrawRequest(ctx.scope, input)),
  answer: workspaceProcedure('decision:review')
    .input(contract.answer.input)
    .output(contract.answer.output)
    .mutation(({ ctx, input }) => service.answer(ctx.scope, input)),
  withdraw: workspaceProcedure('decision:review')
    .input(contract.withdraw.input)
    .output(contract.withdraw.output)
    .mutation(({ ctx, input }) => service.withdrawVerdict(ctx.scope, input)),
  dismiss: workspaceProcedure('decision:write')
    .input(contract.dismiss.input)
    .output(contract.dismiss.output)
    .mutation(({ ctx, input }) => service.dismissVerdict(ctx.scope, input)),
  waiting: workspaceProcedure('decision:read')
    .input(contract.waiting.input)
    .output(contract.waiting.output)
    .query(({ ctx }) => service.listWaiting(ctx.scope)),
});
