// `npm test`: begins on the installed Node, goes on in the pinned one.
import { ensureInstalled, handOver } from './install.mjs';

ensureInstalled();
handOver('test.ts', process.argv.slice(2));
