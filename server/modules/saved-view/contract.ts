import { z } from 'zod';
import { id, line, workspaceSlug } from '@/server/domain/field/text';

const inWorkspace = { workspace: workspaceSlug };
const oneView = { ...inWorkspace, id };

export const viewName = line(60);
/**
 * The query of the backlog's address, without the question mark; a view of the decisions begins with its page and the
 * mark, as `decisions?status=accepted` or `decisions/storefront?`.
 */
const query = z
  .string()
  .max(2000, 'at most 2000 characters')
  .refine(
    (text) => /^(decisions(\/[a-z0-9-]{1,40})?\?)?[^\s#?]*$/.test(text),
    'the query of an address, such as team=payments&sort=-severity or decisions?status=accepted',
  );

/** A view of the backlog or of the decisions that its owner named; nobody else sees it. */
export const savedView = z.object({ id, name: z.string(), query: z.string() });
export type SavedView = z.infer<typeof savedView>;

export const savedViewContract = {
  /** The caller's own, by name. */
  list: { input: z.strictObject(inWorkspace), output: z.array(savedView) },
  create: { input: z.strictObject({ ...inWorkspace, name: viewName, query }), output: savedView },
  update: {
    input: z.strictObject({ ...oneView, name: viewName.optional(), query: query.optional() }),
    output: savedView,
  },
  /** Returns what was deleted; `restore` with it takes the deletion back. */
  delete: { input: z.strictObject(oneView), output: savedView },
  restore: { input: z.strictObject({ ...oneView, name: viewName, query }), output: savedView },
};
export type CreateSavedView = z.output<typeof savedViewContract.create.input>;
export type UpdateSavedView = z.output<typeof savedViewContract.update.input>;
