import type { Filters } from '@/server/modules/backlog/contract';

/** What home sums up. The server fetches exactly this ahead, so the browser must ask in the same words. */
export const openDebts: Filters = { open: true };
