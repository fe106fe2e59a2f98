import { v7, validate } from 'uuid';

/** A new UUIDv7: sortable by the time it was made, so that indexes grow at their end. */
export function newId(): string {
  return v7();
}

export function isId(unverifiedId: string): boolean {
  return validate(unverifiedId);
}
