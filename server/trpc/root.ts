import { backlogRouter } from '@/server/modules/backlog/router';
import { changeRouter } from '@/server/modules/change/router';
import { debtRouter } from '@/server/modules/debt/router';
import { serviceRouter } from '@/server/modules/service/router';
import { router } from './init';

export const appRouter = router({
  backlog: backlogRouter,
  change: changeRouter,
  debt: debtRouter,
  service: serviceRouter,
});

export type AppRouter = typeof appRouter;
