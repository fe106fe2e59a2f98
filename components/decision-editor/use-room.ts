'use client';

import { useSyncExternalStore } from 'react';

/** How much stands beside each other: one part; the text and one more; text, preview and facts. */
export type Room = 'narrow' | 'middle' | 'wide';

const queries = { wide: '(min-width: 1440px)', middle: '(min-width: 1200px)' };

function subscribe(onChange: () => void): () => void {
  const lists = Object.values(queries).map((query) => window.matchMedia(query));
  for (const list of lists) list.addEventListener('change', onChange);
  return () => {
    for (const list of lists) list.removeEventListener('change', onChange);
  };
}

function currentRoom(): Room {
  if (window.matchMedia(queries.wide).matches) return 'wide';
  return window.matchMedia(queries.middle).matches ? 'middle' : 'narrow';
}

export function useRoom(): Room {
  return useSyncExternalStore(subscribe, currentRoom, () => 'wide');
}

export type Pane = 'write' | 'both' | 'read' | 'facts';

/** What can be chosen where there is this much room. */
export function panesOf(room: Room): readonly Pane[] {
  return room === 'narrow' ? ['write', 'read', 'facts'] : ['write', 'both', 'read'];
}

/** Which parts are on screen. */
export function shownParts(room: Room, pane: Pane): { write: boolean; read: boolean; facts: boolean } {
  const chosen = panesOf(room).includes(pane) ? pane : room === 'narrow' ? 'write' : 'both';
  return {
    write: chosen === 'write' || chosen === 'both',
    read: chosen === 'read' || chosen === 'both',
    facts: chosen === 'facts' || room === 'wide' || (room === 'middle' && chosen !== 'both'),
  };
}
