import { spawn } from 'node:child_process';

type Guard = { release: () => void };

// Blocks on its standard input: a line means "no longer needed", the end of the input means that the parent was killed.
const SCRIPT = `
  trap '' INT HUP TERM
  read -r word && exit 0
  kill -s "$2" "$1" 2>/dev/null || exit 0
  waited=0
  while kill -0 "$1" 2>/dev/null && [ "$waited" -lt 20 ]; do sleep 1; waited=$((waited + 1)); done
  kill -s "$3" "$1" 2>/dev/null
`;

/**
 * Stops a process if this one dies without having done so itself (kill -9, out of memory): no handler runs then,
 * so a shell of our own, in its own session, waits for the pipe to this process to close.
 */
export function guard(pid: number, polite: 'INT' | 'TERM', final: 'QUIT' | 'KILL'): Guard {
  if (process.platform === 'win32') return { release: () => undefined };
  const shell = spawn('/bin/sh', ['-c', SCRIPT, 'paydown-guard', String(pid), polite, final], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  return { release: () => void shell.stdin.end('released\n') };
}
