import { EventEmitter } from 'node:events';
import { Client } from 'pg';
import { env } from './env';
import { log } from './log';

/** Told to every process after a commit that changed something in a workspace. */
export type ChangeSignal = { workspaceId: string; action: string; subjectType: string; count: number };

const channel = 'paydown_changes';
const reconnectMs = 2_000;

type Listening = { emitter: EventEmitter; start: Promise<void> | null };

// Next loads server code in several bundles of one process; the global keeps them on one listening connection.
const shared = globalThis as typeof globalThis & { paydownEvents?: Listening };

function listening(): Listening {
  shared.paydownEvents ??= { emitter: new EventEmitter().setMaxListeners(0), start: null };
  return shared.paydownEvents;
}

async function connect(state: Listening): Promise<void> {
  const client = new Client({ connectionString: env().DATABASE_URL, application_name: 'paydown events' });
  client.on('notification', (message) => {
    const signal: ChangeSignal = JSON.parse(message.payload ?? '{}');
    state.emitter.emit(signal.workspaceId, signal);
  });
  client.on('error', (error) => log.warn({ err: error }, 'the listening connection broke'));
  client.on('end', () => {
    state.start = null;
    if (state.emitter.eventNames().length > 0) setTimeout(() => void ensureListening(state), reconnectMs).unref();
  });
  await client.connect();
  await client.query(`LISTEN ${channel}`);
}

function ensureListening(state: Listening): Promise<void> {
  state.start ??= connect(state).catch((error: unknown) => {
    state.start = null;
    log.warn({ err: error }, 'cannot listen for changes');
  });
  return state.start;
}

/** Kept once changes are heard here, whoever commits them; before that one could be missed. */
export function whenListening(): Promise<void> {
  return ensureListening(listening());
}

/** Yields a signal for every change in a workspace until `abort` fires. */
export async function* changesOf(workspaceId: string, abort: AbortSignal): AsyncGenerator<ChangeSignal> {
  const state = listening();
  const queue: ChangeSignal[] = [];
  let wake: (() => void) | null = null;
  const onChange = (signal: ChangeSignal) => {
    queue.push(signal);
    wake?.();
  };
  const onAbort = () => wake?.();
  state.emitter.on(workspaceId, onChange);
  abort.addEventListener('abort', onAbort);
  try {
    await ensureListening(state);
    while (!abort.aborted) {
      const next = queue.shift();
      if (next) yield next;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    state.emitter.off(workspaceId, onChange);
    abort.removeEventListener('abort', onAbort);
  }
}
