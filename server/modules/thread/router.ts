import { router, workspaceProcedure } from '@/server/trpc/init';
import { threadContract as contract } from './contract';
import {
  createThread,
  deleteComment,
  editComment,
  listMentionable,
  listThreads,
  listUnseenMentions,
  markMentionsSeen,
  reactToComment,
  reopenThread,
  replyToThread,
  resolveThread,
} from './service';

export const threadRouter = router({
  list: workspaceProcedure('thread:read')
    .input(contract.list.input)
    .output(contract.list.output)
    .query(({ ctx, input }) => listThreads(ctx.scope, input.subject)),
  create: workspaceProcedure('thread:write')
    .input(contract.create.input)
    .output(contract.create.output)
    .mutation(({ ctx, input }) => createThread(ctx.scope, input)),
  reply: workspaceProcedure('thread:write')
    .input(contract.reply.input)
    .output(contract.reply.output)
    .mutation(async ({ ctx, input }) => (await replyToThread(ctx.scope, input)).thread),
  edit: workspaceProcedure('thread:write')
    .input(contract.edit.input)
    .output(contract.edit.output)
    .mutation(({ ctx, input }) => editComment(ctx.scope, input)),
  delete: workspaceProcedure('thread:write')
    .input(contract.delete.input)
    .output(contract.delete.output)
    .mutation(({ ctx, input }) => deleteComment(ctx.scope, input)),
  resolve: workspaceProcedure('thread:write')
    .input(contract.resolve.input)
    .output(contract.resolve.output)
    .mutation(({ ctx, input }) => resolveThread(ctx.scope, input.thread)),
  reopen: workspaceProcedure('thread:write')
    .input(contract.reopen.input)
    .output(contract.reopen.output)
    .mutation(({ ctx, input }) => reopenThread(ctx.scope, input.thread)),
  react: workspaceProcedure('thread:write')
    .input(contract.react.input)
    .output(contract.react.output)
    .mutation(({ ctx, input }) => reactToComment(ctx.scope, input)),
  mentionable: workspaceProcedure('member:read')
    .input(contract.mentionable.input)
    .output(contract.mentionable.output)
    .query(({ ctx, input }) => listMentionable(ctx.scope, input.q)),
  mentions: workspaceProcedure('thread:read')
    .input(contract.mentions.input)
    .output(contract.mentions.output)
    .query(({ ctx }) => listUnseenMentions(ctx.scope)),
  markSeen: workspaceProcedure('thread:read')
    .input(contract.markSeen.input)
    .output(contract.markSeen.output)
    .mutation(({ ctx, input }) => markMentionsSeen(ctx.scope, input.subject)),
});
