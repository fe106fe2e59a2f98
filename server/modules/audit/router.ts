import { router, workspaceProcedure } from '@/server/trpc/init';
import { auditContract as c } from './contract';
import { listAudit } from './service';

export const auditRouter = router({
  list: workspaceProcedure('audit:read')
    .input(c.list.input)
    .output(c.list.output)
    .query(({ ctx, input }) => listAudit(ctx.scope, input)),
});
