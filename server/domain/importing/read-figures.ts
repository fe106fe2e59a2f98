import { quoted, removeGuard } from '@/server/domain/importing/clean-text';
import type { DebtDraft } from '@/server/domain/importing/debt-draft';
import {
  FACTOR_FIELDS,
  type FactorField,
  IMPORT_FIELD_LABEL,
  type ImportField,
} from '@/server/domain/importing/import-field';
import { IMPORT_LIMIT } from '@/server/domain/importing/import-limit';
import {
  type EffortUnit,
  halfDaysOf,
  readEffortHours,
  readFactor,
  readNumber,
} from '@/server/domain/importing/read-number';
import type { RowView } from '@/server/domain/importing/row-view';
import { quadrantOf } from '@/server/domain/importing/status-word';

type Figures = Pick<DebtDraft, 'factors' | 'effortHalfDays' | 'interestHoursPerMonth' | 'quadrant'>;

/** Factors (integers 1 to 5), effort (half-days), interest (hours a month) and quadrant; bad numbers are errors. */
export function readFigures(view: RowView): Figures {
  return {
    factors: readFactors(view),
    effortHalfDays: readEffort(view),
    interestHoursPerMonth: readInterest(view),
    quadrant: readQuadrant(view),
  };
}

function readFactors(view: RowView): Record<FactorField, number | null> {
  const factors: Record<FactorField, number | null> = {
    impact: null,
    likelihood: null,
    velocityTax: null,
    remediationCost: null,
  };
  for (const field of FACTOR_FIELDS) factors[field] = readOneFactor(view, field);
  return factors;
}

function readOneFactor(view: RowView, field: FactorField): number | null {
  const text = removeGuard(view.value(field));
  if (text === '') return null;
  const reading = readFactor(text);
  if (!reading.ok) {
    view.note({
      severity: 'error',
      code: 'factorInvalid',
      field,
      message: `${factorName(field)} is ${quoted(text)}.`,
      suggestion: 'A factor is a whole number from 1 to 5. Correct it, empty the cell or keep the column as it is.',
      subject: text.trim(),
    });
    return null;
  }
  if (reading.repaired) {
    view.note({
      severity: 'info',
      code: 'valueTrimmed',
      field,
      message: `${factorName(field)} has spaces around it: ${quoted(text)}.`,
      suggestion: `Read as ${reading.value}.`,
      subject: field,
    });
  }
  return reading.value;
}

const factorName = (field: FactorField): string => IMPORT_FIELD_LABEL[field].replace(/,.*/, '');

const EFFORTS: readonly [ImportField, EffortUnit][] = [
  ['effortDays', 'days'],
  ['effortHours', 'hours'],
  ['effortSeconds', 'seconds'],
];

function readEffort(view: RowView): number | null {
  for (const [field, unit] of EFFORTS) {
    const text = removeGuard(view.value(field)).trim();
    if (text === '') continue;
    const reading = readEffortHours(text, unit);
    const days = reading.ok ? reading.value / 8 : Number.NaN;
    if (!reading.ok || days > IMPORT_LIMIT.effortDays) {
      badFigure(
        view,
        field,
        'effortInvalid',
        text,
        `Effort is a number of ${unit} or a duration such as 2d 4h, at most ${IMPORT_LIMIT.effortDays.toLocaleString('en-US')} days.`,
      );
      return null;
    }
    return effortFound(view, field, text, reading.value);
  }
  return null;
}

function effortFound(view: RowView, field: ImportField, text: string, hours: number): number | null {
  const { halfDays, rounded } = halfDaysOf(hours);
  if (halfDays === 0) {
    view.note({
      severity: 'info',
      code: 'effortZero',
      field,
      message: 'The estimate is 0.',
      suggestion: 'Expected some work. Effort stays unset.',
    });
    return null;
  }
  if (rounded) {
    view.note({
      severity: 'info',
      code: 'effortRounded',
      field,
      message: `Effort ${quoted(text)} is not a whole number of half-days.`,
      suggestion: `Rounded up to ${halfDays / 2} d; the original row keeps the exact value.`,
      subject: text,
    });
  }
  return halfDays;
}

/** A tracker's figure is a by-product there, so it only warns; in a plain CSV somebody wrote it on purpose. */
function badFigure(
  view: RowView,
  field: ImportField,
  code: 'effortInvalid' | 'interestInvalid',
  text: string,
  suggestion: string,
): void {
  const severity = view.reader.recognition.format === 'jira' ? 'warning' : 'error';
  const kept = severity === 'warning' ? ' It stays unset.' : ' Correct it or empty the cell.';
  const message = `${code === 'effortInvalid' ? 'Effort' : 'Interest'} is ${quoted(text)}.`;
  view.note({ severity, code, field, message, suggestion: suggestion + kept, subject: text });
}

function readInterest(view: RowView): number | null {
  const text = removeGuard(view.value('interestHoursPerMonth')).trim();
  if (text === '') return null;
  const reading = readNumber(text.replace(/\s*(h|hours?|hrs?)\.?$/i, ''));
  if (!reading.ok || reading.value < 0 || reading.value > IMPORT_LIMIT.interestHoursPerMonth) {
    const limit = IMPORT_LIMIT.interestHoursPerMonth.toLocaleString('en-US');
    badFigure(
      view,
      'interestHoursPerMonth',
      'interestInvalid',
      text,
      `Interest is a number of hours per month from 0 to ${limit}.`,
    );
    return null;
  }
  return reading.value;
}

function readQuadrant(view: RowView): DebtDraft['quadrant'] {
  const text = removeGuard(view.value('quadrant')).trim();
  if (text === '' || /^(not[ -]?debt|none|null|-|–)$/i.test(text)) return null;
  const quadrant = quadrantOf(text);
  if (quadrant === null) {
    view.note({
      severity: 'warning',
      code: 'unknownQuadrant',
      field: 'quadrant',
      message: `Quadrant is ${quoted(text)}.`,
      suggestion: 'Expected deliberate or inadvertent with prudent or reckless. Quadrant stays unset.',
      subject: text,
    });
  }
  return quadrant;
}
