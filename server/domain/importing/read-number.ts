/** `ok` with the value, or why the text is no such number; `repaired` says that the text was cleaned up first. */
export type NumberReading = { ok: true; value: number; repaired: boolean } | { ok: false };

const DECIMAL = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/;

/**
 * A number as people and spreadsheets write it: surrounding space, `4.0`, decimal comma, thousands separators in
 * groups of three. `1,234` is a thousand and more, `1,5` is one and a half.
 */
export function readNumber(text: string): NumberReading {
  const trimmed = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  let plain = trimmed.replace(/ (?=\d{3}(?:\D|$))/g, '');
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) plain = plain.replace(/,/g, '');
  else if (/^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/.test(plain)) plain = plain.replace(/\./g, '').replace(',', '.');
  else if (/^[+-]?\d+,\d+$/.test(plain)) plain = plain.replace(',', '.');
  if (!DECIMAL.test(plain)) return { ok: false };
  return { ok: true, value: Number(plain), repaired: plain !== text };
}

/** A factor of the score: a whole number from 1 to 5. `4.0` is 4 (Jira writes every number so), `4.5` is not one. */
export function readFactor(text: string): NumberReading {
  const reading = readNumber(text);
  if (!reading.ok || !Number.isInteger(reading.value) || reading.value < 1 || reading.value > 5) return { ok: false };
  return { ok: true, value: reading.value, repaired: text !== text.trim() };
}

const HOURS_PER_DAY = 8;
const HOURS_OF_UNIT = { weeks: 5 * HOURS_PER_DAY, days: HOURS_PER_DAY, hours: 1, minutes: 1 / 60, seconds: 1 / 3600 };
export type EffortUnit = keyof typeof HOURS_OF_UNIT;

const UNIT_WORDS: readonly [EffortUnit, RegExp][] = [
  ['weeks', /^(w|wk|wks|weeks?|wochen?|semanas?|semaines?|sem)$/i],
  ['days', /^(d|days?|pd|md|tage?|días?|dias?|jours?|j)$/i],
  ['hours', /^(h|hr|hrs|hours?|std|stunden?|horas?|heures?)$/i],
  ['minutes', /^(m|min|mins|minutes?|minuten?|minutos?)$/i],
  ['seconds', /^(s|sec|secs|seconds?)$/i],
];

/**
 * Effort in hours: a bare number in `unit`, or a duration such as `2d 4h`, `1w`, `90m`, with 8 hours to a day and 5
 * days to a week as in Jira. Negative and unreadable text is refused.
 */
export function readEffortHours(text: string, unit: EffortUnit): NumberReading {
  const bare = readNumber(text);
  if (bare.ok) return bare.value < 0 ? { ok: false } : { ...bare, value: bare.value * HOURS_OF_UNIT[unit] };
  let hours = 0;
  const pattern = /\s*(\d+(?:[.,]\d+)?)\s*(\p{L}+)\.?[\s,]*/uy;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    const word = match?.[2];
    const found = word === undefined ? undefined : UNIT_WORDS.find(([, words]) => words.test(word));
    if (!match || !found) return { ok: false };
    hours += Number(match[1]?.replace(',', '.')) * HOURS_OF_UNIT[found[0]];
  }
  return hours > 0 || /\d/.test(text) ? { ok: true, value: hours, repaired: false } : { ok: false };
}

/** Hours to whole half-days of 4 hours, rounded up: an effort of one hour still takes a place in a plan. */
export function halfDaysOf(hours: number): { halfDays: number; rounded: boolean } {
  const exact = hours / (HOURS_PER_DAY / 2);
  const nearest = Math.round(exact);
  // Seconds and thirds of an hour do not divide exactly in binary; a billionth of a half-day is no work.
  if (Math.abs(exact - nearest) < 1e-9) return { halfDays: nearest, rounded: false };
  return { halfDays: Math.ceil(exact), rounded: true };
}
