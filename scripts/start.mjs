// `npm start` and `npm run dev`: begins on the installed Node, goes on in the pinned one.
// package.json runs it with `exec`, because a shell between npm and us keeps Ctrl-C sent to npm to itself; the second
// half of that line is for shells that have no exec.
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, handOver } from './install.mjs';

const variables = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '.env');

ensureInstalled();
handOver('serve.ts', process.argv.slice(2), existsSync(variables) ? [`--env-file=${variables}`] : []);
