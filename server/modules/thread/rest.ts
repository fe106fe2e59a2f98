import { z } from 'zod';
import { reactions } from '@/server/domain/discussion/reaction';
import { id } from '@/server/domain/field/text';
import { debtKey } from '@/server/modules/debt/contract';
import { instant, isoOrNull } from '@/server/rest/instant';
import { jsonBody, jsonReply, type Operation, operation } from '@/server/rest/operation';
import { pageOf } from '@/server/rest/page';
import { listOf, pageQuery } from '@/server/rest/query';
import { anchor, type CommentRecord, type Subject, type ThreadRecord, threadContract } from './contract';
import { createThread, getThread, listThreads, replyToThread } from './service';

const tag = 'Discussion';
const params = z.object({ id: id.meta({ description: 'The id of the thread.' }) });

const subjectText = z
  .string()
  .transform((text, context): Subject => {
    const [type, ...rest] = text.split(':');
    const name = rest.join(':');
    if (type === 'decision' && id.safeParse(name).success) return { type, id: name };
    const key = debtKey.safeParse(name);
    if (type === 'debt' && key.success) return { type, key: key.data };
    const message = `decision: and the id of a decision, or debt: and the key of a debt, not “${text.slice(0, 60)}”`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  })
  .meta({
    description: 'What is discussed: `decision:` and its id, or `debt:` and its key.',
    type: 'string',
    examples: ['decision:0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f', 'debt:TD-31'],
  });

const comment = z
  .object({
    id: z.uuid(),
    author: z.object({ id: z.uuid(), name: z.string(), email: z.string() }).nullable(),
    body: z.string().meta({ description: 'Markdown; empty once deleted.' }),
    createdAt: instant,
    editedAt: instant.nullable(),
    deletedAt: instant.nullable(),
    mentions: z.array(z.object({ id: z.uuid(), name: z.string() })),
    reactions: z.array(z.object({ emoji: z.enum(reactions), people: z.array(z.string()) })),
    version: z.int(),
  })
  .meta({ id: 'Comment' });
type Comment = z.input<typeof comment>;

const anchorText = anchor.meta({
  id: 'Anchor',
  description: 'A passage as a reader sees it, up to 64 characters on either side, and the revision it was chosen in.',
});

const thread = z
  .object({
    id: z.uuid(),
    anchor: anchorText.nullable().meta({ description: 'Null on the page as a whole.' }),
    changedInRevision: z
      .int()
      .nullable()
      .meta({ description: 'The revision in which the passage was first missing, null while it is there.' }),
    resolvedAt: instant.nullable(),
    resolvedBy: z.string().nullable(),
    createdAt: instant,
    updatedAt: instant,
    comments: z.array(comment).meta({ description: 'The root first, then the replies, oldest first.' }),
  })
  .meta({ id: 'Thread' });
type Thread = z.input<typeof thread>;

function presentComment(record: CommentRecord): Comment {
  const { abilities: _abilities, createdAt, editedAt, deletedAt, reactions: given, ...plain } = record;
  return {
    ...plain,
    createdAt: createdAt.toISOString(),
    editedAt: isoOrNull(editedAt),
    deletedAt: isoOrNull(deletedAt),
    reactions: given.map(({ emoji, people }) => ({ emoji, people })),
  };
}

function present(record: ThreadRecord): Thread {
  const { abilities: _abilities, resolvedAt, createdAt, updatedAt, comments, ...plain } = record;
  return {
    ...plain,
    resolvedAt: isoOrNull(resolvedAt),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    comments: comments.map(presentComment),
  };
}

const exampleComment: Comment = {
  id: '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e60',
  author: { id: '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f', name: 'Jonas Lind', email: 'jonas@example.com' },
  body: 'How old may it get? If three refreshes fail, Thursday is charged at Monday’s rate.',
  createdAt: '2026-11-12T09:00:00.000Z',
  editedAt: null,
  deletedAt: null,
  mentions: [],
  reactions: [{ emoji: '👍', people: ['Ruth Osei'] }],
  version: 1,
};
const exampleAnchor = {
  quote: 'the last known one for that state',
  prefix: 'When a rate is missing we use ',
  suffix: ', for at most 72 hours',
  revision: 4,
};
const example: Thread = {
  id: '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e61',
  anchor: exampleAnchor,
  changedInRevision: null,
  resolvedAt: null,
  resolvedBy: null,
  createdAt: '2026-11-12T09:00:00.000Z',
  updatedAt: '2026-11-12T09:00:00.000Z',
  comments: [exampleComment],
};

const { shape: creatable } = threadContract.create.input;
const address = (workspace: string, thread: string) => `/workspaces/${workspace}/threads/${thread}/comments`;

export const threadOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/threads',
    operationId: 'listThreads',
    tag,
    summary: 'List the threads of a record',
    description: 'Oldest first, resolved ones included.',
    permission: 'thread:read',
    query: z.strictObject({ ...pageQuery, subject: subjectText }),
    reply: jsonReply(200, listOf(thread).meta({ id: 'ThreadList' }), {
      description: 'One page of the threads, each with its comments.',
      example: { data: [example], nextCursor: null, total: 1 },
    }),
    run: async ({ scope, query }) => {
      const { data } = await listThreads(scope, query.subject);
      const view = `threads ${scope.workspaceId} ${JSON.stringify(query.subject)}`;
      const page = pageOf(data, { view, idOf: (one) => one.id }, query);
      return { body: { ...page, data: page.data.map(present) } };
    },
  }),
  operation({
    method: 'post',
    path: '/threads',
    operationId: 'createThread',
    tag,
    summary: 'Begin a thread',
    description:
      'On a passage of a decision with `anchor`, on the page as a whole without. A passage that does not stand in the revision named is refused.',
    permission: 'thread:write',
    body: jsonBody(
      z
        .strictObject({ subject: subjectText, anchor: anchorText.nullable().optional(), body: creatable.body })
        .meta({ id: 'NewThread' }),
      { subject: 'decision:0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f', anchor: exampleAnchor, body: 'How old may it get?' },
    ),
    reply: jsonReply(201, thread, { description: 'The thread with its first comment.', example }),
    problems: ['conflict'],
    run: async ({ scope, body }) => {
      const made = await createThread(scope, { ...body, workspace: scope.slug, anchor: body.anchor ?? null });
      return { body: present(made), location: address(scope.slug, made.id) };
    },
  }),
  operation({
    method: 'get',
    path: '/threads/{id}/comments',
    operationId: 'listComments',
    tag,
    summary: 'List the comments of a thread',
    permission: 'thread:read',
    params,
    query: z.strictObject(pageQuery),
    reply: jsonReply(200, listOf(comment).meta({ id: 'CommentList' }), {
      description: 'The root first, then the replies, oldest first; a deleted one keeps its place.',
      example: { data: [exampleComment], nextCursor: null, total: 1 },
    }),
    run: async ({ scope, params: { id: threadId }, query }) => {
      const { comments } = await getThread(scope, threadId);
      const page = pageOf(comments, { view: `comments ${threadId}`, idOf: (one) => one.id }, query);
      return { body: { ...page, data: page.data.map(presentComment) } };
    },
  }),
  operation({
    method: 'post',
    path: '/threads/{id}/comments',
    operationId: 'createComment',
    tag,
    summary: 'Reply in a thread',
    description: 'A resolved thread stays resolved.',
    permission: 'thread:write',
    params,
    body: jsonBody(z.strictObject({ body: creatable.body }).meta({ id: 'NewComment' }), {
      body: 'Revision 4 caps it at 72 hours.',
    }),
    reply: jsonReply(201, comment, { description: 'The comment as it was saved.', example: exampleComment }),
    problems: ['conflict'],
    run: async ({ scope, params: { id: threadId }, body }) => {
      const { thread: changed, comment: made } = await replyToThread(scope, {
        ...body,
        workspace: scope.slug,
        thread: threadId,
      });
      return { body: presentComment(made), location: address(scope.slug, changed.id) };
    },
  }),
];
