import type { DecisionStatus } from '@/server/domain/decision/status';
import { decisionStatuses, implementationStates } from '@/server/domain/decision/status';
import { titleOfSlug } from '@/server/domain/decision-record/file-name';
import type { MetadataField } from '@/server/domain/decision-record/metadata-key';
import { type DecisionRecord, RECORD_LIMIT, type RecordFinding } from '@/server/domain/decision-record/record';
import { readDate } from '@/server/domain/decision-record/record-date';
import type { RecordDraft } from '@/server/domain/decision-record/record-draft';
import { dropEmphasis, type TextNote } from '@/server/domain/decision-record/record-text';
import { cleanStatus, readStatus } from '@/server/domain/decision-record/status-word';
import type { DayOrder } from '@/server/domain/importing/parse-date';

const short = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

function unknownNote(raw: string, how: string, line: number): TextNote {
  const why =
    how === 'several'
      ? ' names several statuses'
      : how === 'placeholder'
        ? ' is text of a template'
        : ' is no known status';
  return {
    line,
    code: how === 'several' ? 'statusSeveral' : 'statusUnknown',
    severity: 'warning',
    message: `“${short(raw)}”${why} → proposed, accepted, rejected, deprecated or superseded; the status is unknown.`,
    suggestion: 'Set the status here after the import, or in the file.',
  };
}

function missingNote(isHelpOnly: boolean, line: number | null): TextNote {
  return {
    line,
    code: 'statusMissing',
    severity: 'warning',
    message: isHelpOnly
      ? 'Only help text of the template stands below Status → a status; it is unknown.'
      : 'No status → proposed, accepted, rejected, deprecated or superseded; it is unknown until one is set.',
    suggestion: 'Set the status here after the import, or in the file.',
  };
}

function impliedNote(why: string): TextNote {
  return {
    line: null,
    code: 'statusImplied',
    severity: 'info',
    message: `No status of its own → accepted, ${why}.`,
    suggestion: 'Set another status if that is wrong.',
  };
}

function withoutStatus(draft: RecordDraft): DecisionStatus {
  const isHelpOnly = draft.status?.isHelpOnly ?? false;
  if (!isHelpOnly && draft.layout === 'log4brains') {
    draft.notes.push(impliedNote('as log4brains reads it'));
    return 'accepted';
  }
  const isSuccessor = draft.relations.some(({ relation }) => relation.type === 'supersedes');
  const isSuperseded = draft.relations.some(({ relation }) => relation.type === 'supersededBy' && !relation.partial);
  if (!isHelpOnly && isSuperseded) {
    draft.notes.push(fromRelationNote('', draft.status?.line ?? null));
    return 'superseded';
  }
  if (!isHelpOnly && isSuccessor) {
    draft.notes.push(impliedNote('as it supersedes another record'));
    return 'accepted';
  }
  draft.notes.push(missingNote(isHelpOnly, draft.status?.line ?? null));
  return 'unknown';
}

const fromRelationNote = (raw: string, line: number | null): TextNote => ({
  line,
  code: 'statusFromRelation',
  severity: 'warning',
  message: `${raw === '' ? 'No status' : `“${short(raw)}”`}, and the record names what superseded it → superseded.`,
  suggestion: 'Check that the whole record is superseded.',
});

function statusOf(draft: RecordDraft): { status: DecisionStatus; rawStatus: string } {
  const written = draft.status?.raw ?? '';
  const rawStatus = dropEmphasis(written).slice(0, 1_000);
  const held = draft.texts.get('heldStatus')?.text;
  const kept = decisionStatuses.find((status) => status === held);
  if (kept) return { status: kept, rawStatus };
  if (cleanStatus(written) === '') return { status: withoutStatus(draft), rawStatus };
  const line = draft.status?.line ?? 1;
  const { status, how } = readStatus(written, { hasDraft: draft.layout === 'log4brains' });
  const named = cleanStatus(written);
  if (status === 'unknown' && isOnlySuccessor(draft, named)) {
    draft.notes.push(impliedNote('as it supersedes another record'));
    return { status: 'accepted', rawStatus };
  }
  if (status === 'unknown') draft.notes.push(unknownNote(named, how, line));
  else if (how === 'mapped') draft.notes.push(mappedNote(named, status, line));
  else if (how === 'partly') draft.notes.push(partlyNote(named, line));
  const isSuperseded = draft.relations.some(({ relation }) => relation.type === 'supersededBy' && !relation.partial);
  if (isSuperseded && (status === 'accepted' || status === 'proposed' || status === 'unknown')) {
    draft.notes.push(fromRelationNote(named, line));
    return { status: 'superseded', rawStatus };
  }
  return { status, rawStatus };
}

const isOnlySuccessor = (draft: RecordDraft, status: string): boolean =>
  /^super[sc]edes\b/i.test(status) && draft.relations.some(({ relation }) => relation.type === 'supersedes');

const mappedNote = (raw: string, status: DecisionStatus, line: number): TextNote => ({
  line,
  code: 'statusMapped',
  severity: 'info',
  message: `“${short(raw)}” → ${status}.`,
  suggestion: 'Set another status if that is wrong; the word is kept.',
});

const partlyNote = (raw: string, line: number): TextNote => ({
  line,
  code: 'statusPartly',
  severity: 'warning',
  message: `“${short(raw)}” → accepted, in part superseded: the rest of the record still holds.`,
  suggestion: 'Check that the rest holds.',
});

function dateOf(draft: RecordDraft, order: DayOrder | null): { date: string | null; rawDate: string } {
  const written = draft.texts.get('date');
  if (!written) return { date: draft.name.date, rawDate: '' };
  const rawDate = written.text.slice(0, 300);
  const { date, how } = readDate(rawDate, order);
  if (how === 'ambiguous') {
    draft.notes.push({
      line: written.line,
      code: 'dateAmbiguous',
      severity: 'warning',
      message: `“${short(rawDate)}” can be read two ways → year, month, day; it has no date yet.`,
      suggestion: 'Choose day first or month first for this folder.',
    });
  } else if (how !== 'plain') {
    draft.notes.push({
      line: written.line,
      code: how === 'repaired' ? 'dateRepaired' : 'dateUnreadable',
      severity: how === 'repaired' ? 'info' : 'warning',
      message:
        how === 'repaired'
          ? `“${short(rawDate)}” → ${date}, the first date in it.`
          : `“${short(rawDate)}” → a date such as 2026-11-12; the record has none.`,
      suggestion: 'The text is kept beside the date.',
    });
  }
  return { date, rawDate };
}

function dayOf(draft: RecordDraft, field: MetadataField): string | null {
  const written = draft.texts.get(field);
  if (!written) return null;
  const { date } = readDate(written.text, null);
  if (date === null) {
    draft.notes.push({
      line: written.line,
      code: 'dateUnreadable',
      severity: 'warning',
      message: `“${short(written.text)}” → a date such as 2026-11-12; it was left out.`,
      suggestion: 'Write year, month and day.',
    });
  }
  return date;
}

function titleOf(draft: RecordDraft): string {
  if (draft.title !== '') return draft.title.slice(0, 500);
  const fallback = titleOfSlug(draft.name.slug) || titleOfSlug(draft.name.stem) || 'Untitled';
  draft.notes.push({
    line: null,
    code: draft.isTemplate ? 'titlePlaceholder' : 'titleMissing',
    severity: 'warning',
    message: `${draft.isTemplate ? 'The heading is text of a template' : 'No title'} → a heading; the file name gives “${short(fallback)}”.`,
    suggestion: 'Give the record a title.',
  });
  return fallback;
}

function numberOf(draft: RecordDraft): { number: number | null; numberText: string } {
  const { name, givenNumber, headingNumber } = draft;
  const number = name.number ?? (givenNumber ? Number(givenNumber.text) : headingNumber);
  const numberText = name.numberText || givenNumber?.text || (headingNumber === null ? '' : String(headingNumber));
  if (headingNumber !== null && headingNumber !== number) {
    draft.notes.push({
      line: null,
      code: 'numberDiffers',
      severity: 'warning',
      message: `The heading says ${headingNumber}, the file name ${numberText} → one number; the file name counts.`,
      suggestion: 'Correct the heading.',
    });
  }
  return { number, numberText };
}

function notePointer(draft: RecordDraft): void {
  if (draft.layout === 'json-adr' || draft.body.length > 400 || draft.body.includes('\n#')) return;
  if (!/https?:\/\//.test(draft.body) || draft.body.startsWith('#')) return;
  draft.notes.push({
    line: null,
    code: 'pointerOnly',
    severity: 'info',
    message: 'Little text and a link → the decision itself; the record only points to it.',
    suggestion: 'Nothing to do if the text has to stay where it is.',
  });
}

function findingsOf(draft: RecordDraft): RecordFinding[] {
  const findings = draft.notes.map((note): RecordFinding => ({ path: draft.path, ...note }));
  if (findings.length <= RECORD_LIMIT.findings) return findings;
  const left = findings.length - RECORD_LIMIT.findings;
  findings.length = RECORD_LIMIT.findings;
  const message = `${left} more findings of this file → at most ${RECORD_LIMIT.findings} are listed.`;
  findings.push({
    path: draft.path,
    line: null,
    code: 'tooManyValues',
    severity: 'warning',
    message,
    suggestion: 'Check the file.',
  });
  return findings;
}

/** A draft to a record, once the order of dates in its folder is known. Relations are resolved afterwards. */
export function finishRecord(draft: RecordDraft, order: DayOrder | null, hash: string): DecisionRecord {
  const title = titleOf(draft);
  const number = numberOf(draft);
  const status = statusOf(draft);
  const date = dateOf(draft, order);
  const text = (field: MetadataField) => draft.texts.get(field)?.text ?? '';
  const implementation = text('implementation');
  const revisitOn = dayOf(draft, 'revisitOn');
  const expiresOn = dayOf(draft, 'expiresOn');
  notePointer(draft);
  return {
    path: draft.path,
    layout: draft.layout,
    ...number,
    title,
    ...status,
    ...date,
    deciders: draft.lists.get('deciders') ?? [],
    consulted: draft.lists.get('consulted') ?? [],
    informed: draft.lists.get('informed') ?? [],
    tags: draft.lists.get('tags') ?? [],
    relations: draft.relations.map(({ relation }) => ({ ...relation, resolvedPath: null, derived: false })),
    productSentence: text('productSentence'),
    revisitOn,
    revisitCondition: text('revisitCondition'),
    expiresOn,
    triggers: draft.lists.get('triggers') ?? [],
    implementation: implementationStates.find((state) => state === implementation) ?? '',
    services: draft.lists.get('services') ?? [],
    body: draft.body,
    extra: draft.extra,
    hash,
    findings: findingsOf(draft),
  };
}
