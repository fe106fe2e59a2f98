import type { FileName } from '@/server/domain/decision-record/file-name';
import { metadataKey } from '@/server/domain/decision-record/metadata-key';
import { addTargets, takeStatus } from '@/server/domain/decision-record/read-front';
import {
  isListField,
  newDraft,
  type RecordDraft,
  setList,
  setText,
  splitList,
} from '@/server/domain/decision-record/record-draft';
import { readTitle } from '@/server/domain/decision-record/record-title';

const ADOC_TITLE = /^= +(\S.*)$/;
const ADOC_ATTRIBUTE = /^:([A-Za-z][\w-]{0,60}):\s*(.*)$/;
const RST_FIELD = /^:([A-Za-z][\w -]{0,60}):\s*(.*)$/;

function take(draft: RecordDraft, name: string, value: string, line: number): boolean {
  const key = metadataKey(name === 'revdate' ? 'date' : name);
  if (!key) return false;
  if (key.kind === 'relation') {
    addTargets(draft, key, value, line);
    return true;
  }
  if (isListField(key.field)) return setList(draft, key.field, splitList(value, 'comma'), line);
  return key.field === 'status' ? takeStatus(draft, value, line) : setText(draft, key.field, value, line);
}

function keptAsText(draft: RecordDraft, format: string): void {
  draft.notes.push({
    line: null,
    code: 'keptAsText',
    severity: 'info',
    message: `${format} → Markdown; title, status and date were read, the rest was kept as text.`,
    suggestion: 'Nothing to do. The page shows the text as it is.',
  });
}

const untilBlank = (lines: readonly string[], from: number): string => {
  let at = from;
  while (at < lines.length && lines[at]?.trim() === '') at += 1;
  return lines[at]?.trim() ?? '';
};

/** AsciiDoc: `= Title`, then attributes such as `:status: accepted` or, for an RFD, `:state: published`. */
export function readAsciiDoc(path: string, name: FileName, text: string): RecordDraft {
  const draft = newDraft(path, name);
  draft.layout = 'adoc';
  keptAsText(draft, 'AsciiDoc');
  const lines = text.split('\n');
  const lifted = new Set<number>();
  lines.forEach((line, at) => {
    if (line.length > 4_000) return;
    const title = draft.titleIn === 'none' ? ADOC_TITLE.exec(line)?.[1] : undefined;
    if (title !== undefined) {
      const reading = readTitle(title, name.number);
      draft.title = reading.title;
      draft.headingNumber = reading.number;
      draft.titleIn = 'heading';
      lifted.add(at);
      return;
    }
    const attribute = ADOC_ATTRIBUTE.exec(line);
    if (attribute && take(draft, attribute[1] ?? '', attribute[2] ?? '', at + 1)) lifted.add(at);
    if (/^==+\s+status$/i.test(line.trim()) && takeStatus(draft, untilBlank(lines, at + 1), at + 1)) {
      lifted.add(at);
      lifted.add(lines.findIndex((candidate, index) => index > at && candidate.trim() !== ''));
    }
  });
  return finish(draft, lines, lifted);
}

function isRule(text: string | undefined): boolean {
  const trimmed = text?.trim() ?? '';
  return (
    trimmed.length >= 3 && /^[=\-~^"*+#`':.<>_]$/.test(trimmed.charAt(0)) && [...trimmed].every((c) => c === trimmed[0])
  );
}

/** reStructuredText: a title over a rule, a field list (`:Status: Accepted`) or a section Status. */
export function readRestructured(path: string, name: FileName, text: string): RecordDraft {
  const draft = newDraft(path, name);
  draft.layout = 'rst';
  keptAsText(draft, 'reStructuredText');
  const lines = text.split('\n');
  const lifted = new Set<number>();
  lines.forEach((line, at) => {
    if (line.length > 4_000) return;
    const isHeading = line.trim() !== '' && !isRule(line) && isRule(lines[at + 1]);
    if (isHeading && draft.titleIn === 'none') {
      const reading = readTitle(line, name.number);
      draft.title = reading.title;
      draft.headingNumber = reading.number;
      draft.titleIn = 'heading';
      for (const index of isRule(lines[at - 1]) ? [at - 1, at, at + 1] : [at, at + 1]) lifted.add(index);
      return;
    }
    const field = RST_FIELD.exec(line) ?? /^[*-] (Status|Date|Deciders):\s*(.*)$/i.exec(line);
    if (field && take(draft, field[1] ?? '', field[2] ?? '', at + 1)) lifted.add(at);
    if (isHeading && /^status$/i.test(line.trim()) && takeStatus(draft, untilBlank(lines, at + 2), at + 1)) {
      lifted.add(at);
      lifted.add(at + 1);
      lifted.add(lines.findIndex((candidate, index) => index > at + 1 && candidate.trim() !== ''));
    }
  });
  return finish(draft, lines, lifted);
}

function finish(draft: RecordDraft, lines: readonly string[], lifted: ReadonlySet<number>): RecordDraft {
  const kept = lines.filter((_line, at) => !lifted.has(at));
  while (kept.length > 0 && kept[0]?.trim() === '') kept.shift();
  while (kept.length > 0 && kept.at(-1)?.trim() === '') kept.pop();
  draft.body = kept.join('\n');
  draft.hasEvidence = draft.status !== null;
  return draft;
}
