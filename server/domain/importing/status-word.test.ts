import { describe, expect, it } from 'vitest';
import { closingOf, quadrantOf, stateOfStatus, statusCategory } from '@/server/domain/importing/status-word';

describe('statusCategory', () => {
  it.each([
    [
      'toDo',
      [
        'To Do',
        'Por hacer',
        'Tareas por hacer',
        'Zu erledigen',
        'À faire',
        'Itens Pendentes',
        'A fazer',
        '作業前',
        '未着手',
        'Da completare',
      ],
    ],
    ['inProgress', ['In Progress', 'En curso', 'In Arbeit', 'En cours', 'Em andamento', '進行中', 'In corso']],
    [
      'done',
      [
        'Done',
        'Listo',
        'Finalizada',
        'Fertig',
        'Terminé(e)',
        'Terminé',
        'Concluído',
        'Itens concluídos',
        '完了',
        'Completato',
      ],
    ],
  ] as const)('knows %s in the languages of Jira', (category, words) => {
    expect(words.map(statusCategory)).toEqual(words.map(() => category));
  });

  it('does not guess', () => {
    expect(statusCategory('Purple')).toBeNull();
  });
});

describe('stateOfStatus', () => {
  it.each([
    ['Backlog', 'open'],
    ['Reopened', 'open'],
    ['Selected for Development', 'planned'],
    ['In Review', 'inProgress'],
    ['inProgress', 'inProgress'],
    ['in_progress', 'inProgress'],
    ['In progress', 'inProgress'],
    ['DONE', 'resolved'],
    ['Geschlossen', 'resolved'],
    ['Risk accepted', 'accepted'],
    ["Won't Do", 'withdrawn'],
    ['Withdrawn (duplicate)', 'withdrawn'],
    ['解決済み', 'resolved'],
    ['Waiting for legal', null],
  ])('reads %s as %s', (status, state) => {
    expect(stateOfStatus(status)).toBe(state);
  });
});

describe('closingOf', () => {
  it.each([
    ['Fixed', 'fixed'],
    ['Done', 'fixed'],
    ['Listo', 'fixed'],
    ['Fertig', 'fixed'],
    ['Terminé', 'fixed'],
    ['完了', 'fixed'],
    ['Duplicate', 'duplicate'],
    ['Duplikat', 'duplicate'],
    ['Doublon', 'duplicate'],
    ['重複', 'duplicate'],
    ["Won't Do", 'wontFix'],
    ['Won’t Fix', 'wontFix'],
    ['Obsolete', 'wontFix'],
    ['Cannot Reproduce', 'invalid'],
    ['Não será feito', 'wontFix'],
    ['Unresolved', 'unresolved'],
    ['Sin resolver', 'unresolved'],
    ['未解決', 'unresolved'],
    ['Somehow', null],
  ])('reads %s as %s', (resolution, closing) => {
    expect(closingOf(resolution)).toBe(closing);
  });
});

describe('quadrantOf', () => {
  it.each([
    ['deliberatePrudent', 'deliberatePrudent'],
    ['Deliberate, prudent', 'deliberatePrudent'],
    ['reckless / inadvertent', 'inadvertentReckless'],
    ['inadvertent_prudent', 'inadvertentPrudent'],
    ['Deliberate-Reckless', 'deliberateReckless'],
    ['prudent', null],
    ['deliberate prudent reckless', null],
    ['', null],
  ])('reads %j as %s', (text, quadrant) => {
    expect(quadrantOf(text)).toBe(quadrant);
  });
});

it('takes a text longer than any status for no status, however many brackets it opens', () => {
  expect(stateOfStatus('(*a'.repeat(33_000))).toBeNull();
});
