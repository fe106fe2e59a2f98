import { quoted, removeGuard } from '@/server/domain/importing/clean-text';
import type { DebtDraft, DraftClosing, DraftState } from '@/server/domain/importing/debt-draft';
import type { RowView } from '@/server/domain/importing/row-view';
import { closingOf, type StatusCategory, stateOfStatus, statusCategory } from '@/server/domain/importing/status-word';

type Closing = Pick<DebtDraft, 'state' | 'closedAs'>;

const OF_CATEGORY: Readonly<Record<StatusCategory, DraftState>> = {
  toDo: 'open',
  inProgress: 'inProgress',
  done: 'resolved',
};
const IS_CLOSED: ReadonlySet<DraftState> = new Set(['resolved', 'withdrawn']);

/**
 * State and, for closed rows, how they were closed. The status category, which Jira guards, beats the status name,
 * which anybody may invent; the resolution decides between resolved and withdrawn.
 */
export function readClosing(view: RowView): Closing {
  noteMissingParent(view);
  const closing = readResolution(view);
  const stated = readState(view, closing !== null);
  if (!IS_CLOSED.has(stated)) {
    if (closing !== null && closing !== 'unknown') noteStale(view);
    return { state: stated, closedAs: null };
  }
  const bracketed = closingInState(view);
  const closedAs = closing === 'unknown' || closing === null ? bracketed : closing;
  if (closedAs === null) return { state: stated, closedAs: stated === 'resolved' ? 'fixed' : null };
  return { state: closedAs === 'fixed' ? 'resolved' : 'withdrawn', closedAs };
}

/** `Withdrawn (duplicate)` says both in one cell. */
function closingInState(view: RowView): DraftClosing | null {
  const text = /[(:]\s*([^)]+?)\s*\)?$/.exec(view.value('state'))?.[1] ?? view.value('state');
  const closing = closingOf(text);
  return closing === 'unresolved' || closing === 'fixed' ? null : closing;
}

function readState(view: RowView, resolved: boolean): DraftState {
  const status = removeGuard(view.value('state')).trim();
  const byName = status === '' ? null : stateOfStatus(status);
  const category = readCategory(view);
  if (category !== null) {
    if (category === 'toDo' && byName === 'planned') return 'planned';
    return category === 'done' && byName === 'withdrawn' ? 'withdrawn' : OF_CATEGORY[category];
  }
  if (byName !== null) return byName;
  if (status !== '') {
    view.note({
      severity: 'warning',
      code: 'unknownState',
      field: 'state',
      message: `Status ${quoted(status)} is not known.`,
      suggestion: `Expected open, planned, in progress, resolved, accepted or withdrawn. Read as ${resolved ? 'resolved' : 'open'}.`,
      subject: status,
    });
  }
  return resolved ? 'resolved' : 'open';
}

function readCategory(view: RowView): StatusCategory | null {
  const text = view.value('statusCategory').trim();
  if (text === '') return null;
  const category = statusCategory(text);
  if (category === null) {
    view.note({
      severity: 'warning',
      code: 'unknownStatusCategory',
      field: 'statusCategory',
      message: `Status category ${quoted(text)} is not known.`,
      suggestion: 'Expected To Do, In Progress or Done in a language Jira has. The status name was used instead.',
      subject: text,
    });
  }
  return category;
}

/** `unknown` counts as closed in some way; unresolved and empty as not closed. */
function readResolution(view: RowView): DraftClosing | 'unknown' | null {
  const text = removeGuard(view.value('resolution')).trim();
  if (text === '') return null;
  const closing = closingOf(text);
  if (closing === 'unresolved') return null;
  if (closing !== null) return closing;
  view.note({
    severity: 'warning',
    code: 'unknownResolution',
    field: 'resolution',
    message: `Resolution ${quoted(text)} is not known.`,
    suggestion: 'Expected fixed, duplicate, invalid, won’t fix or merged. A closed issue counts as fixed.',
    subject: text,
  });
  return 'unknown';
}

function noteStale(view: RowView): void {
  view.note({
    severity: 'info',
    code: 'resolutionWithoutClosing',
    field: 'resolution',
    message: `The issue is not closed, but has the resolution ${quoted(view.value('resolution'))}.`,
    suggestion: 'Expected none. The state was followed, the resolution was not.',
    subject: view.value('resolution'),
  });
}

const SUBTASK =
  /sub-?\s?task|subtarea|unteraufgabe|teilaufgabe|sous-t[aâ]che|subtarefa|sottoattivit|サブタスク|하위 작업|子任务|подзадача/iu;

function noteMissingParent(view: RowView): void {
  if (view.reader.recognition.format !== 'jira') return;
  if (!SUBTASK.test(view.aside('issueType')) || view.aside('parent') !== '') return;
  view.note({
    severity: 'info',
    code: 'subtaskWithoutParent',
    field: null,
    message: 'Sub-task without a parent.',
    suggestion: 'Expected a parent key. Comes in on its own.',
  });
}
