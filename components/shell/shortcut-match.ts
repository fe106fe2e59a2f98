type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>;

const NAMED: Record<string, string> = { ' ': 'space', esc: 'escape' };

/**
 * The combination a key press stands for, such as `mod+k`, `shift+x`, `?` or `arrowdown`.
 * Where the layout types no Latin letter, the letter printed at that place counts.
 */
export function pressedKeys(event: KeyPress): string {
  const latin = /^Key([A-Z])$/.exec(event.code)?.[1];
  const raw = event.key.length === 1 && event.key > '~' && latin ? latin : event.key;
  const key = NAMED[raw.toLowerCase()] ?? raw.toLowerCase();
  const isSign = key.length === 1 && !/[a-z0-9]/.test(key);
  return [
    event.metaKey || event.ctrlKey ? 'mod' : '',
    event.altKey && !isSign ? 'alt' : '',
    // Shift is part of how a sign such as ? is typed, not of the combination.
    event.shiftKey && !isSign ? 'shift' : '',
    key,
  ]
    .filter(Boolean)
    .join('+');
}

export type SequenceStep = { kind: 'run'; keys: string } | { kind: 'wait'; pressed: string } | { kind: 'none' };

/** What a press means after what was pressed before it, given all that is registered (`g b` is a sequence). */
export function nextStep(before: string, press: string, registered: readonly string[]): SequenceStep {
  const sequence = before ? `${before} ${press}` : press;
  if (registered.includes(sequence)) return { kind: 'run', keys: sequence };
  if (registered.some((keys) => keys.startsWith(`${sequence} `))) return { kind: 'wait', pressed: sequence };
  return before ? nextStep('', press, registered) : { kind: 'none' };
}
