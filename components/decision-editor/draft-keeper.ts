import { codeOf, messageOf } from '@/components/query/request-error';
import { dropKept, isSameText, keepDraft, type Opened } from './draft-store';
import type { DraftText } from './merge-text';

const quietMs = 1_000;
const longestWaitMs = 5_000;
const retryMs = 15_000;

export type DraftStatus =
  | { kind: 'same' }
  /** Typed, and on its way to the server. */
  | { kind: 'waiting' }
  | { kind: 'saved'; at: Date }
  /** The server is out of reach; `isKept` when this browser has it. */
  | { kind: 'offline'; isKept: boolean }
  /** The server does not take it as it is, such as without a title. */
  | { kind: 'refused'; reason: string; isKept: boolean };

export type DraftBase = Opened['base'];

export type DraftSnapshot = {
  mine: DraftText;
  base: DraftBase;
  status: DraftStatus;
  /** When what was restored was typed; null when nothing was, or it was discarded. */
  restoredAt: Date | null;
  /** Counts how often the text was exchanged from outside: the editor then opens anew. */
  generation: number;
};

type SentDraft = (DraftText & { baseVersion: number }) | null;

export type KeeperOptions = {
  /** Where this browser keeps it. */
  key: string;
  /** Takes it to the server; null forgets it there. */
  send: (draft: SentDraft) => Promise<Date>;
};

/** Keeps what is typed: in this browser at once, at the server a second later, and in neither once it is saved. */
export class DraftKeeper {
  readonly #options: KeeperOptions;
  readonly #listeners = new Set<() => void>();
  #snapshot: DraftSnapshot;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | null = null;
  #isClosed = false;

  constructor(options: KeeperOptions, opened: Opened) {
    this.#options = options;
    const { restoredAt } = opened;
    const status: DraftStatus = restoredAt ? { kind: 'saved', at: restoredAt } : { kind: 'same' };
    this.#snapshot = { ...opened, status, generation: 0 };
  }

  readonly snapshot = (): DraftSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(change: Partial<DraftSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }

  #keep(at: number, isSent: boolean): boolean {
    const { mine, base } = this.#snapshot;
    return keepDraft(this.#options.key, { mine, base: base.text, baseVersion: base.version, at, isSent });
  }

  get isChanged(): boolean {
    const { mine, base } = this.#snapshot;
    return base.text === null || !isSameText(mine, base.text);
  }

  /** Something was typed. */
  put(change: Partial<DraftText>): void {
    this.#set({ mine: { ...this.#snapshot.mine, ...change }, status: { kind: 'waiting' } });
    const now = Date.now();
    this.#keep(now, false);
    this.#waitingSince ??= now;
    clearTimeout(this.#timer);
    const wait = Math.min(quietMs, Math.max(0, this.#waitingSince + longestWaitMs - now));
    this.#timer = setTimeout(() => void this.send(), wait);
  }

  /** Exchanges the text, such as by an undo: the editor opens anew with it. */
  replace(text: DraftText): void {
    this.put(text);
    this.#set({ generation: this.#snapshot.generation + 1 });
  }

  /** Goes on from another stored text. With `text`, the editor shows that instead of what was typed. */
  rebase(base: DraftBase, text?: DraftText): void {
    this.#set(text ? { base, mine: text, generation: this.#snapshot.generation + 1 } : { base });
  }

  /** Back to what is stored; returns what was typed, for an undo. */
  discard(version: number, stored: DraftText): DraftText {
    const { mine } = this.#snapshot;
    this.rebase({ version, text: stored }, stored);
    this.#set({ restoredAt: null });
    void this.send();
    return mine;
  }

  /** Sends what is not sent yet, at once. */
  async send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#waitingSince = null;
    if (this.#isClosed) return;
    const { mine, base } = this.#snapshot;
    const isKept = this.#keep(Date.now(), false);
    if (!mine.title.trim()) return this.#set({ status: { kind: 'refused', reason: 'it needs a title', isKept } });
    const draft = this.isChanged ? { ...mine, baseVersion: base.version } : null;
    const isOvertaken = () => this.#snapshot.mine !== mine || this.#isClosed;
    try {
      const at = await this.#options.send(draft);
      if (isOvertaken()) return;
      if (draft) this.#keep(at.getTime(), true);
      else dropKept(this.#options.key);
      this.#set({ status: draft ? { kind: 'saved', at } : { kind: 'same' } });
    } catch (error) {
      if (isOvertaken()) return;
      if (codeOf(error) !== null) return this.#set({ status: { kind: 'refused', reason: messageOf(error), isKept } });
      this.#set({ status: { kind: 'offline', isKept } });
      this.#timer = setTimeout(() => void this.send(), retryMs);
    }
  }

  /** The connection is back. */
  retry(): void {
    if (this.#snapshot.status.kind === 'offline') void this.send();
  }

  /** The page is on screen; it is not again after `close`. */
  open(): void {
    this.#isClosed = false;
  }

  /** The page goes away: what was typed within the last second is sent before. */
  leave(): void {
    if (this.#waitingSince !== null) void this.send();
    clearTimeout(this.#timer);
  }

  /** Saved: nothing is kept any more, and nothing is sent after it. */
  close(): void {
    clearTimeout(this.#timer);
    this.#waitingSince = null;
    this.#isClosed = true;
    dropKept(this.#options.key);
  }
}
