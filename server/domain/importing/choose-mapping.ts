import type { ColumnMapping } from '@/server/domain/importing/column-mapping';
import { normaliseName } from '@/server/domain/importing/column-name';
import {
  type ColumnChoice,
  columnChoiceSchema,
  IMPORT_FIELD_LABEL,
  type ImportField,
  importFieldSchema,
  MULTIPLE_FIELDS,
  slotOf,
} from '@/server/domain/importing/import-field';
import { ImportRefusal } from '@/server/domain/importing/import-limit';

const refuse = (message: string, suggestion: string): never => {
  throw new ImportRefusal({ code: 'badMapping', message, suggestion });
};

/** Reads a user's mapping, `{ "Column name": "field" | null }`, from parsed JSON. Throws `ImportRefusal` badMapping. */
export function readChoice(value: unknown): ColumnChoice {
  const parsed = columnChoiceSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const column = issue?.path[0];
  if (column === undefined) {
    return refuse('The mapping is not an object of column names and fields.', 'Send {"Summary": "title"}.');
  }
  const sent =
    typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === column)?.[1] : value;
  return refuse(
    `The mapping sends column “${String(column)}” to ${JSON.stringify(sent)}, which is no field.`,
    `The fields are ${importFieldSchema.options.join(', ')}; null keeps the column as it is.`,
  );
}

/**
 * Puts a user's choices over the proposal. A field the user gives to one column is taken from the column that was
 * proposed for it. Throws `ImportRefusal` badMapping for a column the file does not have and for a field given twice.
 */
export function applyChoice(proposal: readonly ColumnMapping[], choice: ColumnChoice): ColumnMapping[] {
  const chosen = new Map<ColumnMapping, ImportField | null>();
  for (const [column, field] of Object.entries(choice)) {
    const group =
      proposal.find((one) => one.column === column) ??
      proposal.find((one) => normaliseName(one.column) === normaliseName(column));
    if (group) chosen.set(group, field);
    else
      refuse(
        `The mapping names a column “${column}” that the file does not have.`,
        `Its columns are ${listed(proposal)}.`,
      );
  }
  const owners = new Map<string, ColumnMapping>();
  for (const [group, field] of chosen) {
    if (field === null || MULTIPLE_FIELDS.has(field)) continue;
    const other = owners.get(slotOf(field));
    if (other) {
      refuse(
        `The mapping sends both “${other.column}” and “${group.column}” to ${IMPORT_FIELD_LABEL[field]}.`,
        'Keep one of them.',
      );
    }
    owners.set(slotOf(field), group);
  }
  return proposal.map((group) => {
    const field = chosen.get(group);
    if (field !== undefined) {
      const note = field === null ? 'Kept with the original row, as chosen.' : 'As chosen.';
      return { ...group, field, certainty: field === null ? 'kept' : 'certain', note };
    }
    if (group.field === null || !owners.has(slotOf(group.field))) return group;
    return {
      ...group,
      field: null,
      certainty: group.empty ? 'empty' : 'kept',
      note: 'Another column was chosen for its field.',
    };
  });
}

function listed(proposal: readonly ColumnMapping[]): string {
  const names = proposal.slice(0, 20).map((one) => `“${one.column}”`);
  return proposal.length > 20 ? `${names.join(', ')} and ${proposal.length - 20} more` : names.join(', ');
}
