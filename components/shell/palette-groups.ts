'use client';

import { useEffect, useMemo, useState } from 'react';
import type { PaletteGroup, PaletteItem, PaletteSource } from './command-palette';
import { useReadPaletteActions } from './palette-actions';
import { hasWords, wordsOf } from './palette-match';

const PAUSE_MS = 120;

type Answer = { text: string; groups: readonly PaletteGroup[]; failed: boolean };

const NO_ANSWER: Answer = { text: '', groups: [], failed: false };

/** What the palette shows for a text: results of the server first, then places, then actions. */
export function usePaletteGroups(source: PaletteSource, text: string) {
  const readActions = useReadPaletteActions();
  const [pageActions] = useState(readActions);
  const actionsOnly = text.startsWith('>');
  const typed = (actionsOnly ? text.slice(1) : text).trim();
  const { answer, searching } = useSearch(source.search, actionsOnly ? '' : typed);
  const words = useMemo(() => wordsOf(typed), [typed]);

  const matching = (items: readonly PaletteItem[]) =>
    items.filter((item) => hasWords(`${item.title} ${item.detail ?? ''} ${item.keywords ?? ''}`, words));
  const actions = matching([...pageActions, ...(source.actions ?? [])]);
  const groups: PaletteGroup[] = [
    ...(actionsOnly || typed.length < 2 ? [] : answer.groups),
    { heading: 'Go to', items: actionsOnly ? [] : matching(source.places) },
    { heading: 'Do', items: actions },
  ].filter((group) => group.items.length > 0);
  return { groups, words, searching, failed: answer.failed, actionsOnly };
}

/** Asks after a pause; the last answer stays until the next one is there, so that nothing jumps. */
function useSearch(search: PaletteSource['search'], text: string) {
  const [answer, setAnswer] = useState(NO_ANSWER);
  const wanted = search && text.length >= 2 ? text : '';
  useEffect(() => {
    if (!search || !wanted) return;
    const control = new AbortController();
    const timer = setTimeout(() => {
      search(wanted, control.signal).then(
        (groups) => {
          if (!control.signal.aborted) setAnswer({ text: wanted, groups, failed: false });
        },
        () => {
          if (!control.signal.aborted) setAnswer({ text: wanted, groups: [], failed: true });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [search, wanted]);
  return { answer: wanted ? answer : NO_ANSWER, searching: wanted !== '' && answer.text !== wanted };
}
