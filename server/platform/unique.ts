/** Whether Postgres refused a row because another has the same key: two people did the same thing at once. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}

/** Whether Postgres broke a transaction off because it and another waited for each other; nothing of it was written. */
export function isDeadlock(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false;
  return error.code === 'P2034' || (error.code === 'P2010' && error.message.includes('`40P01`'));
}

/** Whether a transaction waited too long for its turn, such as behind a large import; nothing of it was written. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2028';
}
