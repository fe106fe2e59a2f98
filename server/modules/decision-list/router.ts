import { readGraph, readTimeline } from '@/server/modules/decision-graph/service';
import { router, workspaceProcedure } from '@/server/trpc/init';
import { decisionListContract as contract } from './contract';
import * as service from './service';

export const decisionListRouter = router({
  list: workspaceProcedure('decision:read')
    .input(contract.list.input)
    .output(contract.list.output)
    .query(({ ctx, input }) => service.listDecisions(ctx.scope, input)),
  facets: workspaceProcedure('decision:read')
    .input(contract.facets.input)
    .output(contract.facets.output)
    .query(({ ctx, input }) => service.countFacets(ctx.scope, input.filters)),
  summary: workspaceProcedure('decision:read')
    .input(contract.summary.input)
    .output(contract.summary.output)
    .query(({ ctx }) => service.summarise(ctx.scope)),
  due: workspaceProcedure('decision:read')
    .input(contract.due.input)
    .output(contract.due.output)
    .query(({ ctx, input }) => service.listDue(ctx.scope, input.register ? { register: [input.register] } : {})),
  graph: workspaceProcedure('decision:read')
    .input(contract.graph.input)
    .output(contract.graph.output)
    .query(({ ctx, input }) => readGraph(ctx.scope, input.register)),
  timeline: workspaceProcedure('decision:read')
    .input(contract.timeline.input)
    .output(contract.timeline.output)
    .query(({ ctx, input }) => readTimeline(ctx.scope, input.register)),
});
