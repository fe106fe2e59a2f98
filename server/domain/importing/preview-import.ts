import { applyChoice, readChoice } from '@/server/domain/importing/choose-mapping';
import { byCertainty, type ColumnMapping } from '@/server/domain/importing/column-mapping';
import type { ImportContext } from '@/server/domain/importing/debt-draft';
import { type DecodedText, decodeText } from '@/server/domain/importing/decode-text';
import { createFindingLog, type FindingLog } from '@/server/domain/importing/finding';
import { ImportRefusal } from '@/server/domain/importing/import-limit';
import { keyRangeOf } from '@/server/domain/importing/key-range';
import { type ParsedCsv, parseCsv } from '@/server/domain/importing/parse-csv';
import { type ExistingDebt, type ImportPlan, planImport } from '@/server/domain/importing/plan-import';
import { addKnowledge, proposeMapping } from '@/server/domain/importing/propose-mapping';
import { readRows } from '@/server/domain/importing/read-rows';
import {
  type ImportDialect,
  type ImportFormat,
  type Recognition,
  recognise,
} from '@/server/domain/importing/recognise';
import { isTimeZone } from '@/server/domain/importing/time-zone';
import { findZoneExample, type ZoneExample } from '@/server/domain/importing/zone-example';

export interface ImportOptions {
  /** `auto` recognises; the others insist. */
  format?: 'auto' | ImportFormat;
  /** Parsed JSON of a user's mapping, unchecked; null or undefined for none. */
  unverifiedMapping?: unknown;
}

export interface ImportPreview extends ImportPlan {
  format: ImportFormat;
  dialect: ImportDialect | null;
  confidence: number;
  projectKeys: string[];
  delimiter: string;
  encoding: string;
  /** The header as written, for `originalOf(header, draft.cells)`. */
  header: string[];
  /** Least certain first. */
  mapping: ColumnMapping[];
  /** Columns with values that become no field; they are kept with the original row. */
  unmappedColumns: string[];
  /** Set where times of the file name no zone, whether one was chosen or not. */
  zoneExample: ZoneExample | null;
  /** The source keys of the file, where they count through one project. */
  keyRange: { first: string; last: string } | null;
}

const JIRA_CAP = 1_000;

/**
 * The whole importer in one call: bytes of a CSV file to the preview of what importing it would do, and the drafts to
 * do it with (`actions`). Writes nothing, reads no clock. Throws `ImportRefusal` when the file or the mapping cannot
 * be used at all; everything else is a finding. `existing` must hold deleted and merged debts too. With no title column
 * the plan is `blocked` and has no actions, and the four counts are 0.
 */
export function previewImport(
  bytes: Uint8Array,
  existing: Iterable<ExistingDebt>,
  unverifiedContext: ImportContext,
  options: ImportOptions = {},
): ImportPreview {
  const { parsed, decoded } = readTable(bytes);
  const recognition = insist(recognise(parsed.header, parsed.rows), options.format ?? 'auto');
  const context = withKnownZone(unverifiedContext);
  const mapping = mapColumns(parsed, recognition, context, options.unverifiedMapping);
  const log = createFindingLog();
  for (const finding of [...decoded.findings, ...parsed.findings]) log.add(finding);
  noteSize(parsed, recognition, log);
  const titled = noteTitle(mapping, log);
  const drafts = titled ? [...readRows(parsed, mapping, recognition, context, log)] : [];
  const plan = { ...planImport(drafts, existing, log), rows: parsed.rows.length };
  return {
    ...plan,
    format: recognition.format,
    dialect: recognition.dialect,
    confidence: recognition.confidence,
    projectKeys: recognition.projectKeys,
    delimiter: parsed.delimiter,
    encoding: decoded.encoding,
    header: parsed.header,
    mapping: [...mapping].sort(byCertainty),
    unmappedColumns: mapping.filter((one) => one.field === null && !one.empty).map((one) => one.column),
    zoneExample: findZoneExample(parsed.rows, mapping, context.timeZone),
    keyRange: keyRangeOf(drafts.map((draft) => draft.sourceKey)),
  };
}

// A function of its own, so that the text can be forgotten before the rows are read: it is as large as the file.
function readTable(bytes: Uint8Array): { parsed: ParsedCsv; decoded: Omit<DecodedText, 'text'> } {
  const { text, encoding, findings } = decodeText(bytes);
  return { parsed: parseCsv(text), decoded: { encoding, findings } };
}

function insist(recognition: Recognition, format: 'auto' | ImportFormat): Recognition {
  if (format === 'auto' || format === recognition.format) return recognition;
  return { ...recognition, format, dialect: format === 'jira' ? 'cloud' : null, confidence: 1 };
}

function withKnownZone(context: ImportContext): ImportContext {
  if (context.timeZone === null || isTimeZone(context.timeZone)) return context;
  throw new ImportRefusal({
    code: 'badTimeZone',
    message: `“${context.timeZone}” is no time zone.`,
    suggestion: 'Send an IANA name such as Europe/Berlin.',
  });
}

function mapColumns(
  parsed: ParsedCsv,
  recognition: Recognition,
  context: ImportContext,
  unverifiedMapping: unknown,
): ColumnMapping[] {
  const proposal = proposeMapping(parsed.header, parsed.rows, recognition);
  const none = unverifiedMapping === undefined || unverifiedMapping === null;
  const chosen = none ? proposal : applyChoice(proposal, readChoice(unverifiedMapping));
  return addKnowledge(chosen, parsed.rows, context);
}

/** Without a title nothing can come in, but the mapping is still shown, so that a person can say which column it is. */
function noteTitle(mapping: readonly ColumnMapping[], log: FindingLog): boolean {
  if (mapping.some((one) => one.field === 'title')) return true;
  const columns = mapping.slice(0, 20).map((one) => `“${one.column}”`);
  log.add({
    row: null,
    column: null,
    code: 'noTitleColumn',
    severity: 'error',
    message: 'No column of the file is known to be the title.',
    suggestion: `Map one of ${columns.join(', ')} to the title.`,
  });
  return false;
}

function noteSize(parsed: ParsedCsv, recognition: Recognition, log: FindingLog): void {
  const whole = { row: null, column: null } as const;
  if (parsed.rows.length === 0) {
    const suggestion = 'Expected at least one row below the header.';
    log.add({
      ...whole,
      code: 'noRows',
      severity: 'warning',
      message: 'The file has a header but no rows.',
      suggestion,
    });
  }
  if (recognition.format === 'jira' && parsed.rows.length > 0 && parsed.rows.length % JIRA_CAP === 0) {
    log.add({
      ...whole,
      code: 'rowCap',
      severity: 'warning',
      message: `The file has exactly ${parsed.rows.length.toLocaleString('en-US')} rows; Jira cuts an export at 1,000.`,
      suggestion: 'Export the rest with a narrower filter and import those files too; issues in both count once.',
    });
  }
}
