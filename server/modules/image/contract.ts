import { z } from 'zod';
import { id, workspaceSlug } from '@/server/domain/field/text';

const formToObject = (value: unknown) => (value instanceof FormData ? Object.fromEntries(value) : value);

/** 5 MB: what a screenshot of a large screen needs. */
export const imageLimitBytes = 5 * 1024 * 1024;
export const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

export const imageContract = {
  /** A form with `workspace` and `file`. The type is read from the bytes; SVG is refused, because it can run script. */
  upload: {
    input: z.preprocess(
      formToObject,
      z.strictObject({ workspace: workspaceSlug, file: z.instanceof(File, { error: 'a file' }) }),
    ),
    /** `url` is the path to write into Markdown. */
    output: z.object({ id, url: z.string(), name: z.string(), width: z.number(), height: z.number() }),
  },
};
