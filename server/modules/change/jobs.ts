import { forgetOldEvents } from './service';

export const forgetOldEventsJob = { queue: 'change.forgetOld', cron: '37 3 * * *', run: forgetOldEvents };
