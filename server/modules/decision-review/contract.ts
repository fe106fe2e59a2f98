import { z } from 'zod';
import { id, line, optionalLine, slug, workspaceSlug } from '@/server/domain/field/text';
import { namedKey, person } from '@/server/modules/debt/contract';

export const verdictKinds = ['approve', 'requestChanges', 'abstain', 'disagreeAndCommit'] as const;
export const verdictEnds = ['edited', 'dismissed', 'replaced', 'withdrawn'] as const;

export const verdictRecord = z.object({
  id,
  person,
  revision: z.number(),
  kind: z.enum(verdictKinds),
  comment: z.string(),
  at: z.date(),
  endedAt: z.date().nullable(),
  endedAs: z.enum(verdictEnds).nullable(),
  endedBy: z.string().nullable(),
  endReason: z.string(),
  abilities: z.object({ dismiss: z.boolean(), withdraw: z.boolean() }),
});
export type VerdictRecord = z.infer<typeof verdictRecord>;

/** Somebody who was asked or has answered; `team` says on behalf of which request. */
export const reviewer = z.object({
  person,
  /** Whether this is the caller. */
  isMe: z.boolean(),
  team: namedKey.nullable(),
  requestId: id.nullable(),
  requestedAt: z.date().nullable(),
  /** The verdict that holds, or the last one that was dropped by an edit. */
  verdict: verdictRecord.nullable(),
});
export type Reviewer = z.infer<typeof reviewer>;

/** The review of one decision. `approvals` counts those of the current revision; drop-outs are in `history`. */
export const reviewRecord = z.object({
  decisionId: id,
  revision: z.number(),
  required: z.number(),
  approvals: z.number(),
  changesRequested: z.number(),
  isSatisfied: z.boolean(),
  reviewers: z.array(reviewer),
  teams: z.array(z.object({ requestId: id, team: namedKey, requestedAt: z.date() })),
  history: z.array(verdictRecord),
  /** What the caller may do; `waitsForMe` when they were asked and have not answered this revision. */
  abilities: z.object({ request: z.boolean(), answer: z.boolean() }),
  waitsForMe: z.boolean(),
  mine: verdictRecord.nullable(),
});
export type ReviewRecord = z.infer<typeof reviewRecord>;

const one = { workspace: workspaceSlug, decision: id };

export const decisionReviewContract = {
  get: { input: z.strictObject(one), output: reviewRecord },
  /** Asks people (ids of members) and teams (keys). A draft becomes proposed by `decision.transition`, not by this. */
  request: {
    input: z.strictObject({
      ...one,
      members: z.array(id).max(50).default([]),
      teams: z.array(slug).max(20).default([]),
    }),
    output: reviewRecord,
  },
  withdrawRequest: { input: z.strictObject({ ...one, request: id }), output: reviewRecord },
  /**
   * Gives a verdict on the revision that was read. An older revision is refused as stale with the current one; the same
   * verdict on the same revision again is a conflict; another one replaces it. Asking for changes needs a comment.
   */
  answer: {
    input: z.strictObject({
      ...one,
      revision: z.int().positive(),
      kind: z.enum(verdictKinds),
      comment: optionalLine(2000).default(''),
    }),
    output: reviewRecord,
  },
  withdraw: { input: z.strictObject({ ...one, verdict: id }), output: reviewRecord },
  dismiss: { input: z.strictObject({ ...one, verdict: id, reason: line(500) }), output: reviewRecord },
  /** Decisions that wait for the caller's verdict, for home. */
  waiting: {
    input: z.strictObject({ workspace: workspaceSlug }),
    output: z.array(
      z.object({
        decisionId: id,
        title: z.string(),
        register: z.string(),
        requestedAt: z.date(),
        revision: z.number(),
      }),
    ),
  },
};
