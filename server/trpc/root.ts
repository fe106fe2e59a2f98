import { debtRouter } from '@/server/modules/debt/router';
import { router } from './init';

export const appRouter = router({
  debt: debtRouter,
});

export type AppRouter = typeof appRouter;
