import type { KeyboardEvent } from 'react';

/**
 * Saves on mod+enter and mod+s from whatever has the focus inside. Listens before the controls do: a radio swallows
 * Enter and a button would be pressed by it.
 */
export function onSaveKeys(save: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    const isSave = (event.metaKey || event.ctrlKey) && (event.key === 'Enter' || event.key.toLowerCase() === 's');
    if (!isSave) return;
    event.preventDefault();
    event.stopPropagation();
    save();
  };
}
