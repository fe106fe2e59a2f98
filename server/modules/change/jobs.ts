import { dayMs, fromNow } from '@/server/platform/clock';
import { deleteEventsBefore } from './repo';

const keptDays = 7;

/** Events older than a week: a tab that was away longer loads everything anew. */
export const forgetOldEvents = () => deleteEventsBefore(fromNow(-keptDays * dayMs));
