import { z } from 'zod';
import { isDay } from './day';

/** A plain calendar day, `YYYY-MM-DD`, without a time zone. */
export const day = z.string().refine(isDay, 'a day that exists, as YYYY-MM-DD, such as 2026-11-21');
