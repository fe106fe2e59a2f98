import { forgetOldEventsJob } from '@/server/modules/change/jobs';
import { forgetAbandonedImportsJob } from '@/server/modules/debt-import/jobs';
import { forgetAbandonedRegisterImportsJob } from '@/server/modules/register-import/jobs';

type Schedule = { queue: string; cron: string; run: (data: unknown) => Promise<unknown> };

/** What is done by the clock. Each is harmless to run twice. */
export const schedules: Schedule[] = [forgetAbandonedImportsJob, forgetAbandonedRegisterImportsJob, forgetOldEventsJob];
