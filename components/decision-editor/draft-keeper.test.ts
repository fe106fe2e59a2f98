import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DraftKeeper } from './draft-keeper';

const stored = { title: 'Cache tax rates', productSentence: '', body: 'We cache.' };
const opened = { mine: stored, base: { version: 3, text: stored }, restoredAt: null };

function keeper(send: (draft: unknown) => Promise<Date>) {
  return new DraftKeeper({ key: 'draft', send }, opened);
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is typed', () => {
  test('is sent once it rests, as it is then', async () => {
    const sent: unknown[] = [];
    const draft = keeper(async (one) => {
      sent.push(one);
      return new Date(5);
    });
    for (const body of ['We c', 'We ca', 'We ask.']) draft.put({ body });
    expect(draft.snapshot().status.kind).toBe('waiting');
    await vi.runAllTimersAsync();
    expect(sent).toEqual([{ ...stored, body: 'We ask.', baseVersion: 3 }]);
    expect(draft.snapshot().status).toEqual({ kind: 'saved', at: new Date(5) });
  });

  test('is forgotten at the server when it is as stored again', async () => {
    const sent: unknown[] = [];
    const draft = keeper(async (one) => {
      sent.push(one);
      return new Date(5);
    });
    draft.put({ body: 'x' });
    draft.put({ body: 'We cache.\n' });
    await vi.runAllTimersAsync();
    expect(sent).toEqual([null]);
    expect(draft.snapshot().status.kind).toBe('same');
  });

  test('without a title waits for one, and says so', async () => {
    const draft = keeper(() => Promise.reject(new Error('not sent')));
    draft.put({ title: ' ' });
    await vi.runAllTimersAsync();
    expect(draft.snapshot().status).toMatchObject({ kind: 'refused', reason: 'it needs a title' });
  });

  test('is sent again when the server was out of reach', async () => {
    let isUp = false;
    const draft = keeper(() =>
      isUp ? Promise.resolve(new Date(7)) : Promise.reject(new TypeError('Failed to fetch')),
    );
    draft.put({ body: 'We ask.' });
    await draft.send();
    expect(draft.snapshot().status.kind).toBe('offline');
    isUp = true;
    await vi.runAllTimersAsync();
    expect(draft.snapshot().status).toEqual({ kind: 'saved', at: new Date(7) });
  });

  test('is not sent after it was saved', async () => {
    const send = vi.fn(() => Promise.resolve(new Date(7)));
    const draft = keeper(send);
    draft.put({ body: 'We ask.' });
    draft.close();
    await vi.runAllTimersAsync();
    expect(send).not.toHaveBeenCalled();
  });

  test('comes back after it was discarded', async () => {
    const draft = keeper(() => Promise.resolve(new Date(7)));
    draft.put({ body: 'We ask.' });
    const was = draft.discard(4, { ...stored, body: 'We buy.' });
    expect(draft.snapshot()).toMatchObject({ mine: { body: 'We buy.' }, base: { version: 4 }, generation: 1 });
    draft.replace(was);
    expect(draft.snapshot()).toMatchObject({ mine: { body: 'We ask.' }, generation: 2 });
  });
});
