import { z } from 'zod';

/** A moment as RFC 3339 in UTC. */
export const instant = z.iso.datetime().meta({ examples: ['2026-11-09T08:30:00.000Z'] });

export function isoOrNull(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
