import { forgetAbandonedImports } from '@/server/modules/debt-import/jobs';
import { forgetOldEvents } from '@/server/modules/change/jobs';

type Schedule = { queue: string; cron: string; run: (data: unknown) => Promise<unknown> };

/** What is done by the clock. Each is harmless to run twice. */
export const schedules: Schedule[] = [
  { queue: 'import.forgetAbandoned', cron: '17 3 * * *', run: forgetAbandonedImports },
  { queue: 'change.forgetOld', cron: '37 3 * * *', run: forgetOldEvents },
];
