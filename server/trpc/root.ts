import { backlogRouter } from '@/server/modules/backlog/router';
import { debtRouter } from '@/server/modules/debt/router';
import { router } from './init';

export const appRouter = router({
  backlog: backlogRouter,
  debt: debtRouter,
});

export type AppRouter = typeof appRouter;
