import { z } from 'zod';
import { reactions } from '@/server/domain/discussion/reaction';
import { id, optionalLine, prose, workspaceSlug } from '@/server/domain/field/text';
import { debtKey, person } from '@/server/modules/debt/contract';

/** What a thread is about. */
export const subject = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('decision'), id }),
  z.strictObject({ type: z.literal('debt'), key: debtKey }),
]);
export type Subject = z.output<typeof subject>;

const passage = (max: number) =>
  z
    .string()
    .max(max, `at most ${max} characters`)
    .refine((text) => !text.includes('\u0000'), 'no NUL character');

/** A passage as the reader sees it, with up to 64 characters on either side, and the revision it was chosen in. */
export const anchor = z.strictObject({
  quote: passage(2000).refine((text) => text.trim().length > 0, 'must not be empty'),
  prefix: passage(64),
  suffix: passage(64),
  revision: z.int().positive(),
});
export type Anchor = z.output<typeof anchor>;

export const commentRecord = z.object({
  id,
  author: person.nullable(),
  /** Markdown; empty once deleted. */
  body: z.string(),
  createdAt: z.date(),
  editedAt: z.date().nullable(),
  deletedAt: z.date().nullable(),
  version: z.number(),
  mentions: z.array(z.object({ id, name: z.string() })),
  reactions: z.array(z.object({ emoji: z.enum(reactions), people: z.array(z.string()), mine: z.boolean() })),
  abilities: z.object({ edit: z.boolean(), delete: z.boolean() }),
});
export type CommentRecord = z.infer<typeof commentRecord>;

export const threadRecord = z.object({
  id,
  /** Null on the page as a whole. */
  anchor: anchor.nullable(),
  /** The revision in which the passage was first missing, or null while it is there. */
  changedInRevision: z.number().nullable(),
  resolvedAt: z.date().nullable(),
  resolvedBy: z.string().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  /** The root first, then the replies, oldest first. */
  comments: z.array(commentRecord),
  abilities: z.object({ reply: z.boolean(), resolve: z.boolean() }),
});
export type ThreadRecord = z.infer<typeof threadRecord>;

const inWorkspace = { workspace: workspaceSlug };
const body = prose(20_000).refine((text) => text.length > 0, 'must not be empty');

export const threadContract = {
  /** Every thread of a subject, oldest first, resolved ones included. */
  list: {
    input: z.strictObject({ ...inWorkspace, subject }),
    output: z.object({ data: z.array(threadRecord), abilities: z.object({ create: z.boolean() }) }),
  },
  /** Begins a thread. A revision that is not there, or a passage that is not in it, is refused with what was sent. */
  create: {
    input: z.strictObject({ ...inWorkspace, subject, anchor: anchor.nullable().default(null), body }),
    output: threadRecord,
  },
  reply: { input: z.strictObject({ ...inWorkspace, thread: id, body }), output: threadRecord },
  edit: {
    input: z.strictObject({ ...inWorkspace, comment: id, version: z.int().positive(), body }),
    output: threadRecord,
  },
  /** Leaves “deleted” where the comment was. */
  delete: { input: z.strictObject({ ...inWorkspace, comment: id }), output: threadRecord },
  resolve: { input: z.strictObject({ ...inWorkspace, thread: id }), output: threadRecord },
  reopen: { input: z.strictObject({ ...inWorkspace, thread: id }), output: threadRecord },
  /** Puts a reaction or takes it away again. */
  react: {
    input: z.strictObject({ ...inWorkspace, comment: id, emoji: z.enum(reactions), on: z.boolean() }),
    output: threadRecord,
  },
  /** Members whose name or address begins so, for completing a mention; at most 8. */
  mentionable: {
    input: z.strictObject({ ...inWorkspace, q: optionalLine(100) }),
    output: z.array(z.object({ id, name: z.string(), email: z.string() })),
  },
  /** Unread mentions of the caller, for home. */
  mentions: {
    input: z.strictObject(inWorkspace),
    output: z.array(
      z.object({
        comment: id,
        author: z.string().nullable(),
        excerpt: z.string(),
        at: z.date(),
        subject: z.object({ type: z.enum(['decision', 'debt']), title: z.string(), href: z.string() }),
      }),
    ),
  },
  markSeen: { input: z.strictObject({ ...inWorkspace, subject }), output: z.object({ seen: z.number() }) },
};
export type CreateThread = z.output<typeof threadContract.create.input>;
