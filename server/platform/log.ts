import pino from 'pino';
import { env } from './env';

/** Structured logs to standard output. Values that could be secrets or personal are named here and never written. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  redact: {
    paths: [
      '*.password',
      '*.token',
      '*.secret',
      '*.email',
      '*.authorization',
      'headers.authorization',
      'headers.cookie',
    ],
    remove: true,
  },
});
