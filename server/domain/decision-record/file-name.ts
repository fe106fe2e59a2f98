export interface FileName {
  folder: string;
  /** `md`, lower case, without the dot. */
  extension: string;
  /** The name without its extension; of the folder for an `index` or `README` in a folder of its own. */
  stem: string;
  number: number | null;
  numberText: string;
  /** `YYYY-MM-DD` when the name begins with a date. */
  date: string | null;
  /** What is left after number, date and prefix. */
  slug: string;
  /** The file is the `index` or `README` of a folder that carries number or date. */
  isBundle: boolean;
}

const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})(?=[-_ ]|$)/;
const SPACED_DATE = /^(\d{4})[-_](\d{2})[-_](\d{2})(?=[-_ ]|$)/;
const YEAR_MONTH = /^((?:19|20)\d{2})[-_](0[1-9]|1[0-2])(?=[-_ ][a-z])/i;
const LEADING = /^(\d{1,6})(?=[-_. ]|$)/;
const PREFIXED =
  /^((?:[a-z]{1,20}[-_ ]){0,4}?(?:m?adr|rfc|rfd|decision)(?:(?:[-_ ][a-z]{1,20}){0,2}[-_ ])?)(\d{1,6})(?=[-_. ]|$)/i;
const UNNUMBERED = /^[xX]{4}(?=[-_ ])/;

function isDay(year: string, month: string, day: string): boolean {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return y >= 1900 && y <= 2200 && m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
}

const bare = (text: string): string => text.replace(/^[-_. ]+/, '');

type NameParts = Pick<FileName, 'number' | 'numberText' | 'date' | 'slug'>;

/** A date is no number: `20230531-…` is not record 2023. */
function readStem(stem: string): NameParts {
  const day = COMPACT_DATE.exec(stem) ?? SPACED_DATE.exec(stem);
  if (day && isDay(day[1] ?? '', day[2] ?? '', day[3] ?? '')) {
    const date = `${day[1]}-${day[2]}-${day[3]}`;
    const rest = bare(stem.slice(day[0].length));
    const sequence = /^(\d{3,5})(?=[-_. ]|$)/.exec(rest)?.[1];
    if (sequence === undefined) return { number: null, numberText: '', date, slug: rest };
    return { number: Number(sequence), numberText: sequence, date, slug: bare(rest.slice(sequence.length)) };
  }
  if (YEAR_MONTH.test(stem)) return { number: null, numberText: '', date: null, slug: bare(stem.slice(7)) };
  if (UNNUMBERED.test(stem)) return { number: null, numberText: '', date: null, slug: bare(stem.slice(4)) };
  const leading = LEADING.exec(stem)?.[1];
  if (leading !== undefined) {
    return { number: Number(leading), numberText: leading, date: null, slug: bare(stem.slice(leading.length)) };
  }
  const prefixed = PREFIXED.exec(stem);
  const digits = prefixed?.[2];
  if (prefixed && digits !== undefined) {
    return { number: Number(digits), numberText: digits, date: null, slug: bare(stem.slice(prefixed[0].length)) };
  }
  return { number: null, numberText: '', date: null, slug: stem };
}

/** Number, date and slug of a file's path. */
export function readFileName(path: string): FileName {
  const cut = path.lastIndexOf('/');
  const folder = cut < 0 ? '' : path.slice(0, cut);
  const name = path.slice(cut + 1);
  const dot = name.lastIndexOf('.');
  const extension = dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
  const stem = dot <= 0 ? name : name.slice(0, dot);
  if (/^(?:index|_index|readme)$/i.test(stem) && folder !== '') {
    const parent = folder.slice(folder.lastIndexOf('/') + 1);
    const parts = readStem(parent);
    if (parts.number !== null || parts.date !== null) {
      return { folder: folder.slice(0, -parent.length - 1), extension, stem: parent, ...parts, isBundle: true };
    }
  }
  return { folder, extension, stem, ...readStem(stem), isBundle: false };
}

/** Lower-case words joined by hyphens, safe on every file system; `record` when nothing is left. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '');
  return slug === '' ? 'record' : slug;
}

/** A slug back to words, for a record without a title. */
export function titleOfSlug(slug: string): string {
  const words = slug.replace(/[-_]+/g, ' ').trim();
  return words === '' ? '' : words.charAt(0).toUpperCase() + words.slice(1);
}
