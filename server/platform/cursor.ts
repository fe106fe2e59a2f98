import { z } from 'zod';
import { derivedSecret } from './crypto';
import { invalid } from './errors';

const shape = z.tuple([z.string(), z.union([z.string(), z.number()]), z.number().int()]);

export type Position = { value: string | number; tieBreak: number };

function signature(body: string): string {
  return derivedSecret('cursor', body).slice(0, 12);
}

/** An opaque place in a list. `view` is what the list shows (sort and filters): the cursor works for no other. */
export function encodeCursor(view: string, position: Position): string {
  const body = Buffer.from(JSON.stringify([view, position.value, position.tieBreak])).toString('base64url');
  return `${body}.${signature(body)}`;
}

/** The place in a list that this server made for the same view. Throws `invalid` for anything else. */
export function decodeCursor(view: string, unverifiedCursor: string): Position {
  const [body = '', given = ''] = unverifiedCursor.split('.');
  if (given === signature(body)) {
    const parsed = shape.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
    if (parsed[0] === view) return { value: parsed[1], tieBreak: parsed[2] };
    throw invalid(
      'cursor',
      'belongs to another sort or filter. Send it with the ones it came with, or begin without it.',
    );
  }
  throw invalid('cursor', 'is not one that a list gave out. Send nextCursor as it came, or begin without it.');
}
