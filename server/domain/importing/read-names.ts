import { splitJoined } from '@/server/domain/field/list-cell';
import { cleanLine, quoted, removeGuard, splitList } from '@/server/domain/importing/clean-text';
import type { DebtDraft, NamedReference } from '@/server/domain/importing/debt-draft';
import { IMPORT_LIMIT } from '@/server/domain/importing/import-limit';
import { splitNames } from '@/server/domain/importing/resolve-name';
import type { RowView } from '@/server/domain/importing/row-view';

type Names = Pick<DebtDraft, 'owner' | 'reporter' | 'team' | 'services' | 'labels'>;

/** Owner, reporter, team, services and labels of a row; names nobody has here are kept as names, with a finding. */
export function readNames(view: RowView): Names {
  return {
    owner: readMember(view, 'owner'),
    reporter: readMember(view, 'reporter'),
    team: readTeam(view),
    services: readServices(view),
    labels: readLabels(view),
  };
}

function readMember(view: RowView, field: 'owner' | 'reporter'): NamedReference | null {
  const name = cleanLine(removeGuard(view.value(field))).text;
  const owner = field === 'owner';
  if (name === '') {
    if (owner && view.has('owner')) {
      view.note({
        severity: 'info',
        code: 'noAssignee',
        field,
        message: 'No assignee.',
        suggestion: 'Expected a person. Owner stays unset.',
      });
    }
    return null;
  }
  const { reference, ambiguous } = view.reader.names.members.find(name);
  if (reference.id !== null) return reference;
  view.note({
    severity: owner ? 'warning' : 'info',
    code: ambiguous ? 'ambiguousMember' : 'unknownMember',
    field,
    message: ambiguous ? `Several members are called ${quoted(name)}.` : `No member is called ${quoted(name)}.`,
    suggestion: ambiguous
      ? 'Use the e-mail address instead. The field stays unset.'
      : `Expected a member’s name or e-mail address. Invite them first, or ${owner ? 'owner' : 'reported by'} stays unset.`,
    subject: name,
  });
  return reference;
}

function readTeam(view: RowView): NamedReference | null {
  const name = cleanLine(removeGuard(view.value('team'))).text;
  if (name === '') return null;
  const { reference } = view.reader.names.teams.find(name);
  if (reference.id !== null) return reference;
  // A team is listed once by its name and once by its key.
  const teams = new Set(view.reader.context.teams.map((team) => team.id)).size;
  const expected =
    teams === 0
      ? 'There are no teams here'
      : teams === 1
        ? 'Expected your one team'
        : `Expected one of your ${teams} teams`;
  view.note({
    severity: 'warning',
    code: 'unknownTeam',
    field: 'team',
    message: `No team is called ${quoted(name)}.`,
    suggestion: `${expected}. Create it first, or team stays unset.`,
    subject: name,
  });
  return reference;
}

function readServices(view: RowView): NamedReference[] {
  const found = new Map<string, NamedReference>();
  const { find } = view.reader.names.services;
  for (const name of view.values('services').flatMap((cell) => splitNames(cell, find))) {
    const { reference } = find(cleanLine(removeGuard(name)).text);
    if (reference.name === '' || found.has(reference.id ?? reference.name)) continue;
    found.set(reference.id ?? reference.name, reference);
    if (reference.id !== null) continue;
    view.note({
      severity: 'warning',
      code: 'unknownService',
      field: 'services',
      message: `No service is called ${quoted(reference.name)}.`,
      suggestion: 'Expected a key or name from the catalogue. Create it first, or it stays with the original row.',
      subject: reference.name,
    });
  }
  return [...found.values()];
}

function readLabels(view: RowView): string[] {
  const labels = new Set<string>();
  for (const cell of view.values('labels')) {
    for (const label of labelsIn(cell, view)) {
      const text = cleanLine(label).text;
      if (text !== '' && keepsLabel(view, text, labels.size)) labels.add(text);
    }
  }
  return [...labels];
}

function labelsIn(cell: string, view: RowView): string[] {
  const { format, dialect } = view.reader.recognition;
  // Our own export guards the cell and escapes in it: what is left is the label's own.
  if (dialect === 'paydown') return splitJoined(removeGuard(cell));
  const labels = splitList(cell).map(removeGuard);
  // A Jira label has no spaces, so a space in the cell separates two.
  return format === 'jira' ? labels.flatMap((label) => label.split(/\s+/)) : labels;
}

function keepsLabel(view: RowView, label: string, count: number): boolean {
  const tooLong = label.length > IMPORT_LIMIT.labelCharacters;
  if (!tooLong && count < IMPORT_LIMIT.labelsPerDebt) return true;
  view.note({
    severity: 'warning',
    code: 'labelDropped',
    field: 'labels',
    message: tooLong
      ? `A label is too long: ${quoted(label)}`
      : `The row has more than ${IMPORT_LIMIT.labelsPerDebt} labels.`,
    suggestion: `A debt takes ${IMPORT_LIMIT.labelsPerDebt} labels of ${IMPORT_LIMIT.labelCharacters} characters. The original row keeps it.`,
  });
  return false;
}
