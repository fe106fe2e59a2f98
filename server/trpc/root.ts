import { backlogRouter } from '@/server/modules/backlog/router';
import { debtRouter } from '@/server/modules/debt/router';
import { serviceRouter } from '@/server/modules/service/router';
import { router } from './init';

export const appRouter = router({
  backlog: backlogRouter,
  debt: debtRouter,
  service: serviceRouter,
});

export type AppRouter = typeof appRouter;
