// Browsers list some zones under names that their cities have left behind.
const renamed: Readonly<Record<string, string>> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** The zone of this browser, as an IANA name. */
export function ownZone(): string {
  const name = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  return renamed[name] ?? name;
}

/** Every zone that can be chosen, the chosen one among them whatever it is called. */
export function zoneNames(chosen: string): string[] {
  const listed = Intl.supportedValuesOf('timeZone').map((name) => renamed[name] ?? name);
  return [...new Set(['UTC', chosen, ...listed])].sort((a, b) => a.localeCompare(b, 'en'));
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
