/** What one import file may hold; checked before the work it would cost, wherever that is possible. */
export const IMPORT_LIMIT = {
  bytes: 20 * 1024 * 1024,
  rows: 50_000,
  columns: 2_000,
  titleCharacters: 300,
  textCharacters: 100_000,
  shortTextCharacters: 2_000,
  labelsPerDebt: 50,
  labelCharacters: 100,
  effortDays: 10_000,
  interestHoursPerMonth: 10_000,
  findingsListed: 1_000,
  rowsPerGroup: 50,
  groups: 500,
} as const;

export type RefusalCode =
  | 'emptyFile'
  | 'fileTooLarge'
  | 'notText'
  | 'spreadsheetFile'
  | 'htmlFile'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'noHeader'
  | 'unclosedQuote'
  | 'badMapping'
  | 'badTimeZone';

export interface RefusalDetail {
  code: RefusalCode;
  message: string;
  suggestion: string;
  limit?: number;
  actual?: number;
}

/** The whole file is refused before anything is read from it; `limit` and `actual` are set for exceeded limits. */
export class ImportRefusal extends Error {
  readonly code: RefusalCode;
  readonly suggestion: string;
  readonly limit: number | null;
  readonly actual: number | null;

  constructor(detail: RefusalDetail) {
    super(detail.message);
    this.name = 'ImportRefusal';
    this.code = detail.code;
    this.suggestion = detail.suggestion;
    this.limit = detail.limit ?? null;
    this.actual = detail.actual ?? null;
  }
}
