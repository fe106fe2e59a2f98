import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferDayOrder, parseDate } from '@/server/domain/importing/parse-date';
import { createZoneClock, isTimeZone, writtenDay } from '@/server/domain/importing/time-zone';

const read = (text: string, order: 'dayFirst' | 'monthFirst' = 'dayFirst'): string | null => {
  const date = parseDate(text, order);
  if (!date) return null;
  const { time, offsetMinutes } = date;
  const clock = time ? ` ${time.hour}:${String(time.minute).padStart(2, '0')}` : '';
  return `${writtenDay(date)}${clock}${offsetMinutes === null ? '' : ` ${offsetMinutes >= 0 ? '+' : ''}${offsetMinutes}`}`;
};

describe('parseDate', () => {
  it.each([
    ['22/Sep/25 9:26 AM', '2025-09-22 9:26'],
    ['22/Sep/25 12:26 AM', '2025-09-22 0:26'],
    ['22/Sep/25 12:26 PM', '2025-09-22 12:26'],
    ['2/Dec/26 9:11 PM', '2026-12-02 21:11'],
    ['10/nov/25 4:51 PM', '2025-11-10 16:51'],
    ['25/ago/26 03:45 PM', '2026-08-25 15:45'],
    ['06 abr 2026, 0:36', '2026-04-06 0:36'],
    ['10/ene/25 4:51 p. m.', '2025-01-10 16:51'],
    ['22/Sept./25 9:26 AM', '2025-09-22 9:26'],
    ['3/Mär/26 14:05', '2026-03-03 14:05'],
    ['22. Dezember 2025', '2025-12-22'],
    ['23.10.2024 11:02', '2024-10-23 11:02'],
    ['22/févr./26 9:26 AM', '2026-02-22 9:26'],
    ['1 août 2025', '2025-08-01'],
    ['1er juil. 2025', '2025-07-01'],
    ['15/dez/25 10:00', '2025-12-15 10:00'],
    ['7 de março de 2026', '2026-03-07'],
    ['12/giu/25 08:15', '2025-06-12 8:15'],
    ['5/paź/25 08:15', '2025-10-05 8:15'],
    ['5/янв/25 08:15', '2025-01-05 8:15'],
    ['22/9月/25 9:26 午前', '2025-09-22 9:26'],
    ['22/9月/25 9:26 午後', '2025-09-22 21:26'],
    ['2025年9月22日 9:26', '2025-09-22 9:26'],
    ['2025년 9월 22일', '2025-09-22'],
    ['2025/09/22 9:26', '2025-09-22 9:26'],
    ['2025-09-22', '2025-09-22'],
    ['2025-09-22 09:26', '2025-09-22 9:26'],
    ['2025-09-22T09:26:41.123Z', '2025-09-22 9:26 +0'],
    ['2025-09-22T09:26:41+0545', '2025-09-22 9:26 +345'],
    ['2025-09-22T09:26:41-03:00', '2025-09-22 9:26 -180'],
    ['2025-09-22 09:26:41 UTC', '2025-09-22 9:26 +0'],
    ['Wed May 13 2026 11:21:41 GMT+0000 (GMT+00:00)', '2026-05-13 11:21 +0'],
    ['Sep 22, 2025', '2025-09-22'],
    ['September 22nd, 2025 at 9:26 pm', '2025-09-22 21:26'],
    ['22-Sep-2025', '2025-09-22'],
    ['13/11/2024', '2024-11-13'],
    ['11/13/2024', '2024-11-13'],
    ['  22/Sep/25 ', '2025-09-22'],
    ['3/Feb/99', '1999-02-03'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    'soon',
    'TBD 2026',
    'Q3 2025',
    '2025-02-30',
    '31/Apr/25',
    '32/01/2025',
    '2025-09-22 25:00',
    '14:00',
    '45922',
    'insert date',
    '1/2',
    '2023-07-2i',
  ])('takes %j for no date', (text) => {
    expect(read(text)).toBeNull();
  });

  it('lets the order decide only where both are possible', () => {
    expect(read('03/04/25', 'dayFirst')).toBe('2025-04-03');
    expect(read('03/04/25', 'monthFirst')).toBe('2025-03-04');
    expect(read('25/04/03', 'monthFirst')).toBe('2003-04-25');
  });

  it('reads every day as each of the forms that trackers write it in', () => {
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', dd = ''] = iso.split('-');
        expect(read(iso)).toBe(iso);
        expect(read(`${Number(dd)}/${months[Number(month) - 1]}/${year.slice(2)}`)).toBe(iso);
        expect(read(`${dd}.${month}.${year}`)).toBe(iso);
        expect(read(`${month}/${dd}/${year}`, 'monthFirst')).toBe(iso);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void parseDate(text, 'dayFirst')));
  });
});

describe('inferDayOrder', () => {
  it.each([
    [['13/02/25', '01/02/25'], 'dayFirst'],
    [['02/13/2025 10:00', '01/02/2025'], 'monthFirst'],
    [['13/02/25', '02/13/25'], 'mixed'],
    [['01/02/25', '03/04/25'], 'ambiguous'],
    [['05/05/25'], 'none'],
    [['22/Sep/25 9:26 AM', '2025-01-02', ''], 'none'],
  ])('sees %j as %s', (values, expected) => {
    expect(inferDayOrder(values)).toBe(expected);
  });
});

describe('createZoneClock', () => {
  const instant = (text: string, zone: string): string => {
    const date = parseDate(text, 'dayFirst');
    return date ? new Date(createZoneClock(zone).instantOf(date)).toISOString() : 'no date';
  };

  it.each([
    ['25/May/26 4:22 PM', 'Europe/Berlin', '2026-05-25T14:22:00.000Z'],
    ['25/Jan/26 4:22 PM', 'Europe/Berlin', '2026-01-25T15:22:00.000Z'],
    ['25/May/26 4:22 PM', 'Asia/Kathmandu', '2026-05-25T10:37:00.000Z'],
    ['25/May/26 4:22 PM', 'UTC', '2026-05-25T16:22:00.000Z'],
    ['1/Jan/26 1:00 AM', 'Pacific/Auckland', '2025-12-31T12:00:00.000Z'],
    ['2026-05-25T16:22:00+02:00', 'America/New_York', '2026-05-25T14:22:00.000Z'],
    ['25/Oct/26 1:59 AM', 'Europe/Berlin', '2026-10-24T23:59:00.000Z'],
    ['25/Oct/26 3:01 AM', 'Europe/Berlin', '2026-10-25T02:01:00.000Z'],
  ])('reads %s in %s', (text, zone, expected) => {
    expect(instant(text, zone)).toBe(expected);
  });

  it('gives the day on that zone’s calendar', () => {
    const ms = Date.parse('2026-05-25T23:30:00Z');
    expect(createZoneClock('Europe/Berlin').dayOf(ms)).toBe('2026-05-26');
    expect(createZoneClock('America/New_York').dayOf(ms)).toBe('2026-05-25');
  });

  it('knows time zones from other words', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
  });
});
