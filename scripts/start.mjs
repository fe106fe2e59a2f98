// `npm start` and `npm run dev`: begins on the installed Node, goes on in the pinned one.
// package.json runs it with `exec`, because a shell between npm and us keeps Ctrl-C sent to npm to itself; the second
// half of that line is for shells that have no exec.
import path from 'node:path';
import process from 'node:process';
import { ensureInstalled, handOver } from './install.mjs';

ensureInstalled();
handOver('serve.ts', process.argv.slice(2), [
  `--env-file-if-exists=${path.join(import.meta.dirname ?? '.', '..', '.env')}`,
]);
