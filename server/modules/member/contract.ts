import { z } from 'zod';
import { role } from '@/server/access/permission-field';
import { id, line, workspaceSlug } from '@/server/domain/field/text';

const inWorkspace = { workspace: workspaceSlug };
const oneMember = { ...inWorkspace, id };
const namedKey = z.object({ key: z.string(), name: z.string() });

/** A person as everybody in the workspace sees them, for pickers and authors. */
export const directoryEntry = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  teams: z.array(namedKey),
  you: z.boolean(),
});
export type DirectoryEntry = z.infer<typeof directoryEntry>;

/** A person as an admin manages them. `assignableRoles` are those the caller may give; empty when none. */
export const memberRecord = directoryEntry.extend({
  joinedAt: z.date(),
  lastSeenAt: z.date().nullable(),
  sessions: z.number(),
  /** `password` and the ids of providers. */
  signsInWith: z.array(z.string()),
  version: z.number(),
  abilities: z.object({
    assignableRoles: z.array(role),
    remove: z.boolean(),
    resetPassword: z.boolean(),
    endSessions: z.boolean(),
    receiveOwnership: z.boolean(),
  }),
});
export type MemberRecord = z.infer<typeof memberRecord>;

export const memberContract = {
  directory: { input: z.strictObject(inWorkspace), output: z.array(directoryEntry) },
  list: { input: z.strictObject(inWorkspace), output: z.array(memberRecord) },
  changeRole: {
    input: z.strictObject({ ...oneMember, role, version: z.int().positive().optional() }),
    output: memberRecord,
  },
  setTeams: {
    input: z.strictObject({ ...oneMember, teams: z.array(line(60)).max(100, 'at most 100 teams') }),
    output: memberRecord,
  },
  /** Leaves a tombstone, so that what the person wrote keeps its author; `restore` takes it back. */
  remove: { input: z.strictObject(oneMember), output: z.object({ id, name: z.string() }) },
  restore: { input: z.strictObject(oneMember), output: memberRecord },
  leave: { input: z.strictObject(inWorkspace), output: z.object({ id }) },
  endSessions: { input: z.strictObject(oneMember), output: z.object({ sessionsEnded: z.number() }) },
  /** A link, shown this once, with which the person chooses a new password. */
  resetLink: { input: z.strictObject(oneMember), output: z.object({ path: z.string(), expiresAt: z.date() }) },
};
