/** The zone of this browser, as an IANA name. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** Every zone that can be chosen; the browser's own is among them under the name it uses for itself. */
export function zoneNames(own: string): string[] {
  return [...new Set(['UTC', own, ...Intl.supportedValuesOf('timeZone')])].sort((a, b) => a.localeCompare(b, 'en'));
}

function part(
  at: Date,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
  type: Intl.DateTimeFormatPartTypes,
): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).formatToParts(at);
  return parts.find((one) => one.type === type)?.value ?? '';
}

/** "UTC+2 in May": what the zone was at that time of the year. */
export function offsetText(timeZone: string, at: Date): string {
  const offset = part(at, timeZone, { timeZoneName: 'shortOffset' }, 'timeZoneName').replace('GMT', 'UTC');
  return `${offset} in ${part(at, timeZone, { month: 'long' }, 'month')}`;
}
