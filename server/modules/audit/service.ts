import { z } from 'zod';
import type { WorkspaceScope } from '@/server/access/scope';
import { decodeCursor, encodeCursor } from '@/server/platform/cursor';
import { database } from '@/server/platform/db';
import { invalid } from '@/server/platform/errors';
import type { AuditRecord, ListAudit } from './contract';
import * as repo from './repo';

const place = z.tuple([z.iso.datetime(), z.uuid()]);
const dataShape = z.record(z.string(), z.unknown()).catch({});

function viewOf(scope: WorkspaceScope, input: ListAudit): string {
  return JSON.stringify(['audit', scope.workspaceId, input.subjectType ?? '', input.actor ?? '']);
}

function placeOf(view: string, cursor: string): { at: Date; id: string } {
  const parsed = place.safeParse(String(decodeCursor(view, cursor).value).split(' '));
  if (!parsed.success) throw invalid('cursor', 'is not one that this list gave out');
  return { at: new Date(parsed.data[0]), id: parsed.data[1] };
}

/** Who did what to which record, newest first, one page after another. */
export async function listAudit(scope: WorkspaceScope, input: ListAudit) {
  const view = viewOf(scope, input);
  const before = input.cursor ? placeOf(view, input.cursor) : null;
  const found = await repo.findEvents(database(), scope, { ...input, before });
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  const more = found.length > input.limit && last;
  return {
    data: await present(scope, page),
    nextCursor: more ? encodeCursor(view, { value: `${last.at.toISOString()} ${last.id}`, tieBreak: 0 }) : null,
    total: await repo.countEvents(database(), scope, input),
  };
}

function idsOf(values: (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}

async function present(
  scope: WorkspaceScope,
  events: Awaited<ReturnType<typeof repo.findEvents>>,
): Promise<AuditRecord[]> {
  const subjectsOf = (type: string) =>
    idsOf(events.map((event) => (event.subjectType === type ? event.subjectId : null)));
  const tokens = await repo.findTokenNames(database(), scope, idsOf(events.map((event) => event.tokenId)));
  const members = await repo.findMemberNames(database(), scope, subjectsOf('member'));
  const debts = await repo.findDebtNumbers(database(), scope, subjectsOf('debt'));
  const tokenName = new Map(tokens.map((token) => [token.id, token.name]));
  const subjectName = new Map([
    ...members.map((member) => [member.id, member.user.name] as const),
    ...debts.map((debt) => [debt.id, `${scope.debtPrefix}-${debt.number}`] as const),
  ]);
  return events.map(({ tokenId, actor, data, ...event }) => {
    const facts = dataShape.parse(data);
    const named = [facts.name, facts.email, facts.title, facts.fileName, facts.key].find(
      (value) => typeof value === 'string',
    );
    return {
      ...event,
      data: facts,
      subject: subjectName.get(event.subjectId ?? '') ?? (typeof named === 'string' ? named : null),
      actor: actor && { id: actor.id, name: actor.user.name },
      token: tokenId ? { id: tokenId, name: tokenName.get(tokenId) ?? 'a token' } : null,
    };
  });
}
