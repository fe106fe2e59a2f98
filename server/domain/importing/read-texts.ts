import { splitJoined } from '@/server/domain/field/list-cell';
import { cleanBlock, cleanLine, looksLikeFormula, quoted, removeGuard } from '@/server/domain/importing/clean-text';
import type { DebtDraft } from '@/server/domain/importing/debt-draft';
import { IMPORT_FIELD_LABEL, type ImportField } from '@/server/domain/importing/import-field';
import { IMPORT_LIMIT } from '@/server/domain/importing/import-limit';
import type { RowView } from '@/server/domain/importing/row-view';
import { wikiToMarkdown } from '@/server/domain/importing/wiki-markup';

type Texts = Pick<
  DebtDraft,
  'sourceKey' | 'debtKey' | 'title' | 'description' | 'notDebtReason' | 'repaymentPlan' | 'productSentence'
>;

const PIPELINE_CUT = 2_000;

/** Title, keys and long texts of a row. A missing or overlong title is an error; other repairs are findings. */
export function readTexts(view: RowView): Texts {
  return {
    sourceKey: readKey(view, 'sourceKey'),
    debtKey: readKey(view, 'debtKey'),
    title: readTitle(view),
    description: readDescription(view),
    notDebtReason: readBlock(view, 'notDebtReason', IMPORT_LIMIT.shortTextCharacters),
    repaymentPlan: readBlock(view, 'repaymentPlan', IMPORT_LIMIT.textCharacters),
    productSentence: readBlock(view, 'productSentence', IMPORT_LIMIT.shortTextCharacters),
  };
}

// As our own export names an origin: the system, its key, and the address if it has one.
const ORIGIN = /^(?:jira|csv) (.+?)(?: https?:\/\/\S+)?$/;

/** The key of an origin in our own export; a row without a key of its own was known by what it said, which is none. */
function keyOfOrigin(origin: string): string {
  const key = ORIGIN.exec(origin)?.[1] ?? origin;
  return key.startsWith('#') ? '' : key;
}

function readKey(view: RowView, field: 'sourceKey' | 'debtKey'): string | null {
  const isOurs = view.reader.recognition.dialect === 'paydown';
  const cell = unguarded(view, field);
  // Paydown exports every source of a debt in one cell; the first is the one it came from.
  const [first = ''] = isOurs ? splitJoined(cell) : cell.split(/[;,\n]/);
  const written = cleanLine(first).text;
  const isOrigin = field === 'sourceKey' && isOurs;
  const key = isOrigin ? keyOfOrigin(written) : written;
  if (key.length > IMPORT_LIMIT.titleCharacters) tooLong(view, field, key, IMPORT_LIMIT.titleCharacters);
  return key === '' ? null : key;
}

/** A guard is an export's own doing, so taking it back is no finding; only plain CSV has guards. */
function unguarded(view: RowView, field: ImportField): string {
  const value = view.value(field);
  return view.reader.recognition.format === 'csv' ? removeGuard(value) : value;
}

function readTitle(view: RowView): string {
  const written = unguarded(view, 'title');
  const { text, changed } = cleanLine(written);
  if (text === '') {
    view.note({
      severity: 'error',
      code: 'titleMissing',
      field: 'title',
      message: 'The title is empty.',
      suggestion: `A title has 1 to ${IMPORT_LIMIT.titleCharacters} characters. Fill it in or remove the row.`,
    });
  }
  if (changed) removed(view, 'title');
  if ([...text].length > IMPORT_LIMIT.titleCharacters) tooLong(view, 'title', text, IMPORT_LIMIT.titleCharacters);
  if (looksLikeFormula(text)) {
    view.note({
      severity: 'warning',
      code: 'titleFormula',
      field: 'title',
      message: `Title begins with “${text[0]}”: ${quoted(text)}`,
      suggestion: 'Expected a sentence. Kept as text, disarmed in exports.',
    });
  }
  return text;
}

function removed(view: RowView, field: ImportField): void {
  view.note({
    severity: 'warning',
    code: 'controlCharacters',
    field,
    message: `${IMPORT_FIELD_LABEL[field]} holds control characters or line breaks.`,
    suggestion: 'They were removed; the original row keeps them.',
  });
}

function tooLong(view: RowView, field: ImportField, text: string, limit: number): void {
  const length = [...text].length.toLocaleString('en-US');
  view.note({
    severity: 'error',
    code: field === 'title' ? 'titleTooLong' : 'textTooLong',
    field,
    message: `${IMPORT_FIELD_LABEL[field]} has ${length} characters: ${quoted(text)}`,
    suggestion: `At most ${limit.toLocaleString('en-US')} characters. Shorten it, or keep the column as it is.`,
  });
}

function readBlock(view: RowView, field: ImportField, limit: number): string | null {
  const { text, changed } = cleanBlock(unguarded(view, field));
  if (changed) removed(view, field);
  if (text.length > limit) tooLong(view, field, text, limit);
  return text === '' ? null : text;
}

const MENTION = /\[~(?:accountid:)?[^\]\n]{1,200}\]/g;

function readDescription(view: RowView): string {
  const { recognition } = view.reader;
  const written = readBlock(view, 'description', IMPORT_LIMIT.textCharacters) ?? '';
  if (recognition.format !== 'jira' || written === '' || written.length > IMPORT_LIMIT.textCharacters) return written;
  const pipeline = recognition.dialect === 'dataPipeline';
  if (pipeline && [...written].length >= PIPELINE_CUT) {
    view.note({
      severity: 'warning',
      code: 'descriptionCut',
      field: 'description',
      message: `The notes have ${PIPELINE_CUT.toLocaleString('en-US')} characters, where the data pipeline cuts them off.`,
      suggestion: 'Import the issue export of the same project to complete them.',
    });
  }
  for (const mention of new Set(written.match(MENTION))) noteMention(view, mention);
  // The data pipeline escapes line breaks instead of quoting them.
  return wikiToMarkdown(pipeline ? written.replace(/\\r\\n|\\n/g, '\n') : written);
}

function noteMention(view: RowView, mention: string): void {
  const name = mention.slice(2, -1).replace(/^accountid:/, '');
  if (view.reader.names.members.find(name).reference.id !== null) return;
  view.note({
    severity: 'info',
    code: 'unknownMention',
    field: 'description',
    message: `${mention} names no member.`,
    suggestion: 'Expected a person. Kept as written.',
    subject: mention,
  });
}
