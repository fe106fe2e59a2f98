import { z } from 'zod';
import { id, line, optionalLine, prose, slug, workspaceSlug } from '@/server/domain/field/text';
import { version } from '@/server/domain/field/version';

/** The key of a built-in template or of one of the workspace's own. */
const templateKey = z.string().min(1).max(60);

/** What a person may write on a register. */
export const registerFields = z.strictObject({
  name: line(120),
  description: prose(4000),
  /** Where its records live outside, such as a repository's address. Shown, never fetched. */
  home: optionalLine(500),
  /** The key of a team, or null. */
  team: slug.nullable(),
  template: templateKey,
  /** Approvals of the very text that acceptance needs; 0 asks for none. */
  approvalsRequired: z.int('a whole number from 0 to 20').min(0, 'at least 0').max(20, 'at most 20'),
});
export type RegisterFields = z.output<typeof registerFields>;

/** One register. Counts are of records that are not deleted. */
export const registerRecord = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  home: z.string(),
  team: z.object({ key: z.string(), name: z.string() }).nullable(),
  template: z.string(),
  approvalsRequired: z.number(),
  lastNumber: z.number(),
  decisions: z.number(),
  open: z.number(),
  inForce: z.number(),
  due: z.number(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.number(),
  abilities: z.object({ edit: z.boolean(), delete: z.boolean(), import: z.boolean(), write: z.boolean() }),
});
export type RegisterRecord = z.infer<typeof registerRecord>;

/** A template a decision can begin with. Built-in ones cannot be changed. */
export const templateRecord = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  body: z.string(),
  builtIn: z.boolean(),
  version: z.number(),
});
export type TemplateRecord = z.infer<typeof templateRecord>;

const templateFields = z.strictObject({ name: line(120), description: prose(2000), body: prose(100_000) });

const inWorkspace = { workspace: workspaceSlug };
const oneRegister = { ...inWorkspace, slug };
/** Pages beside the registers' own, which a register of that name would hide. */
const pages = ['new', 'import', 'export'];
const newSlug = slug.refine((text) => !pages.includes(text), {
  error: (issue) => `“${String(issue.input)}” is the address of another page; choose another`,
});

export const registerContract = {
  list: {
    input: z.strictObject({ ...inWorkspace, q: optionalLine(200).optional() }),
    output: z.object({ data: z.array(registerRecord), abilities: z.object({ create: z.boolean() }) }),
  },
  get: { input: z.strictObject(oneRegister), output: registerRecord },
  create: {
    input: registerFields
      .partial()
      .required({ name: true })
      .extend({ ...inWorkspace, slug: newSlug }),
    output: registerRecord,
  },
  /** `version` is the one the change was made on: an older one is refused with both sides. */
  update: { input: registerFields.partial().extend({ ...oneRegister, version }), output: registerRecord },
  /** Refused while the register holds records; otherwise leaves a tombstone that `restore` brings back. */
  delete: {
    input: z.strictObject({ ...oneRegister, version: version.optional() }),
    output: z.object({ slug: z.string(), name: z.string() }),
  },
  restore: { input: z.strictObject(oneRegister), output: registerRecord },
  templates: {
    input: z.strictObject(inWorkspace),
    output: z.object({ data: z.array(templateRecord), abilities: z.object({ create: z.boolean() }) }),
  },
  createTemplate: { input: templateFields.extend({ ...inWorkspace, key: slug }), output: templateRecord },
  updateTemplate: {
    input: templateFields.partial().extend({ ...inWorkspace, key: slug, version }),
    output: templateRecord,
  },
  deleteTemplate: { input: z.strictObject({ ...inWorkspace, key: slug }), output: z.object({ key: z.string() }) },
};

export type CreateRegister = z.output<typeof registerContract.create.input>;
export type UpdateRegister = z.output<typeof registerContract.update.input>;
