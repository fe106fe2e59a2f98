'use client';

import { useState } from 'react';
import { dateToDay } from '@/server/domain/field/day';

/** Today in UTC as `YYYY-MM-DD`, as the server counts days: both must say "stale" on the same day. */
export function useToday(): string {
  const [today] = useState(() => dateToDay(new Date()));
  return today;
}
