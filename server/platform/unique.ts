/** Whether Postgres refused a row because another has the same key: two people did the same thing at once. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}
