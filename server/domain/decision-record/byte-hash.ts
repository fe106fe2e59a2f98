import { hashText } from '@/server/domain/importing/content-hash';

/** 128 bits of a file as 32 hex digits; tells an unchanged file, and is no protection against forgery. */
export function hashBytes(bytes: Uint8Array): string {
  return hashText(new TextDecoder('latin1').decode(bytes));
}
