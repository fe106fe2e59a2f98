'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { mentionBeingTyped, type Named } from '@/server/domain/discussion/mention-text';

// The list is at most so high, with a little air.
const listHeight = 260;

type Person = { id: string; name: string; email: string };
const nobody: Person[] = [];

/**
 * Completes `@` and the beginning of a name in a text field. The focus stays in the field, which names the person that Enter
 * would take as its active descendant.
 */
export function useMentionCompletion(
  workspace: string,
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  write: (text: string, picked: Named) => void,
) {
  const trpc = useTRPC();
  const listId = useId();
  const [typed, setTyped] = useState<{ start: number; query: string } | null>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const [isAbove, setAbove] = useState(false);
  const caretAfterPick = useRef<number | null>(null);
  const wanted = typed !== null && typed.start !== dismissed;
  const { data } = useQuery(
    trpc.thread.mentionable.queryOptions(
      { workspace, q: typed?.query.trim() ?? '' },
      { enabled: wanted, placeholderData: keepPreviousData, staleTime: 60_000 },
    ),
  );
  const people = wanted ? (data ?? nobody) : nobody;
  const isOpen = people.length > 0;
  const at = Math.min(active, people.length - 1);

  // With the text and before the next key, which would otherwise be typed where the caret was.
  useLayoutEffect(() => {
    const caret = caretAfterPick.current;
    if (caret === null) return;
    caretAfterPick.current = null;
    field.current?.focus();
    field.current?.setSelectionRange(caret, caret);
  });

  const look = () => {
    const element = field.current;
    const found =
      element && element.selectionStart === element.selectionEnd
        ? mentionBeingTyped(element.value, element.selectionStart)
        : null;
    setTyped((was) => (was?.start === found?.start && was?.query === found?.query ? was : found));
    if (found?.query !== typed?.query) setActive(0);
    if (element && found && !typed) setAbove(element.getBoundingClientRect().bottom + listHeight > window.innerHeight);
    if (!found) setDismissed(null);
  };
  const pick = (person: Person) => {
    if (!typed) return;
    const end = typed.start + 1 + typed.query.length;
    const mention = `@${person.name} `;
    write(text.slice(0, typed.start) + mention + text.slice(end), { name: person.name, member: person.id });
    setTyped(null);
    caretAfterPick.current = typed.start + mention.length;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing) return;
    const person = people[at];
    if (event.key === 'ArrowDown') setActive((at + 1) % people.length);
    else if (event.key === 'ArrowUp') setActive((at + people.length - 1) % people.length);
    else if (event.key === 'Escape') setDismissed(typed?.start ?? null);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.metaKey && !event.ctrlKey && person) pick(person);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    people,
    isOpen,
    isAbove,
    active: at,
    listId,
    optionId: (index: number) => `${listId}-${index}`,
    look,
    pick,
    onKeyDown,
    close: () => setTyped(null),
  };
}
