import { z } from 'zod';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import type { DraftText } from './merge-text';

const text = z.object({ title: z.string(), productSentence: z.string(), body: z.string() });

/** What is typed and not saved, as this browser keeps it beside the server's copy: that one may be out of reach. */
const keptDraft = z.object({
  baseVersion: z.number(),
  /** The text that the typing began on; null when this browser never saw it. */
  base: text.nullable(),
  mine: text,
  /** Milliseconds since the epoch. */
  at: z.number(),
  /** Whether the server has it too. */
  isSent: z.boolean(),
});
export type KeptDraft = z.infer<typeof keptDraft>;

export function draftKey(workspace: string, id: string): string {
  return `paydown:decision-draft:${workspace}:${id}`;
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

/** Storage can be full, switched off or hold what an older version wrote: a draft is then simply not there. */
export function readKept(key: string): KeptDraft | null {
  try {
    const value = window.localStorage.getItem(key);
    const draft = value === null ? null : keptDraft.safeParse(parsed(value));
    return draft?.success ? draft.data : null;
  } catch {
    return null;
  }
}

/** Returns whether it could be kept. */
export function keepDraft(key: string, draft: KeptDraft): boolean {
  try {
    window.localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropKept(key: string): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // Without storage there is no draft to drop.
  }
}

export function textOf(record: DraftText): DraftText {
  const { title, productSentence, body } = record;
  return { title, productSentence, body };
}

/** The server trims what it stores: space at the ends is no difference. */
export function isSameText(a: DraftText, b: DraftText): boolean {
  return (
    a.title.trim() === b.title.trim() &&
    a.productSentence.trim() === b.productSentence.trim() &&
    a.body.trim() === b.body.trim()
  );
}

export type Opened = {
  mine: DraftText;
  base: { version: number; text: DraftText | null };
  /** When what is restored was typed; null when nothing was. */
  restoredAt: Date | null;
};

type Copy = { mine: DraftText; baseVersion: number; at: number };

/** Of the server's copy and this browser's, the one that holds the latest typing. */
function latestCopy(record: DecisionRecord, kept: KeptDraft | null): Copy | null {
  const { draft } = record;
  const sent = draft ? { mine: textOf(draft), baseVersion: draft.baseVersion, at: draft.updatedAt.getTime() } : null;
  // Sent and not there any more: it was saved or discarded, here or elsewhere.
  if (!kept || (kept.isSent && !sent)) return sent;
  if (kept.isSent && sent) return sent;
  return sent && sent.at > kept.at ? sent : kept;
}

/** What the editor begins with: the record as it is stored, or what was typed and not saved, with what it was based on. */
export function openDraft(record: DecisionRecord, kept: KeptDraft | null): Opened {
  const stored = textOf(record);
  const fresh = { mine: stored, base: { version: record.version, text: stored }, restoredAt: null };
  const copy = latestCopy(record, kept);
  if (!copy || isSameText(copy.mine, stored)) return fresh;
  const restoredAt = new Date(copy.at);
  if (copy.baseVersion === record.version) return { ...fresh, mine: copy.mine, restoredAt };
  const base = kept?.baseVersion === copy.baseVersion ? kept.base : null;
  // Only facts changed meanwhile, such as a tag: the text is still the one it was made on.
  if (base && isSameText(base, stored)) return { ...fresh, mine: copy.mine, restoredAt };
  return { mine: copy.mine, base: { version: copy.baseVersion, text: base }, restoredAt };
}
