import type { ColumnMapping } from '@/server/domain/importing/column-mapping';
import type { CsvRow } from '@/server/domain/importing/parse-csv';
import { inferDayOrder, parseDate } from '@/server/domain/importing/parse-date';
import { createZoneClock } from '@/server/domain/importing/time-zone';

/** A time of the file that names no zone, and what it is under the chosen one. */
export interface ZoneExample {
  column: string;
  /** As the file writes it. */
  text: string;
  /** The UTC instant it means in the zone that was chosen, or in UTC when none was. */
  instant: string;
}

const ROWS_LOOKED_AT = 500;

/** The first time without a zone among the columns that become dates; null where the file leaves nothing to ask. */
export function findZoneExample(
  rows: readonly CsvRow[],
  mapping: readonly ColumnMapping[],
  timeZone: string | null,
): ZoneExample | null {
  for (const { column, field, positions } of mapping) {
    if (field !== 'incurredOn' && field !== 'createdAt' && field !== 'closedOn') continue;
    const values = rows
      .slice(0, ROWS_LOOKED_AT)
      .flatMap(({ cells }) => positions.map((position) => cells[position]?.trim() ?? ''))
      .filter((value) => value !== '');
    const order = inferDayOrder(values) === 'monthFirst' ? 'monthFirst' : 'dayFirst';
    for (const text of values) {
      const date = parseDate(text, order);
      if (!date?.time || date.offsetMinutes !== null) continue;
      const instant = new Date(createZoneClock(timeZone ?? 'UTC').instantOf(date)).toISOString();
      return { column, text, instant };
    }
  }
  return null;
}
