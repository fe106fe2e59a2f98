// `npm start` and `npm run dev`: begins on the installed Node, goes on in the pinned one.
import { ensureInstalled, handOver } from './install.mjs';

ensureInstalled();
handOver('serve.ts', process.argv.slice(2));
