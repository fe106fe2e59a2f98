import { publicProcedure, router } from '@/server/trpc/init';
import { setupContract as c } from './contract';
import { completeSetup, getSetup } from './service';

export const setupRouter = router({
  info: publicProcedure
    .input(c.info.input)
    .output(c.info.output)
    .query(({ input }) => getSetup(input.token)),
  complete: publicProcedure
    .input(c.complete.input)
    .output(c.complete.output)
    .mutation(({ input }) => completeSetup(input)),
});
