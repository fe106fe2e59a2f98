import type { WorkspaceScope } from '@/server/access/scope';
import { database } from '@/server/platform/db';

/** What an export has of each debt beyond its row in the list: the long texts, and where it came from. */
export async function findExportTexts(scope: WorkspaceScope, ids: string[]) {
  return database().debt.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: ids } },
    select: {
      id: true,
      description: true,
      repaymentPlan: true,
      sources: { select: { system: true, key: true, url: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
    },
  });
}

export async function findPlans(scope: WorkspaceScope, numbers: number[]) {
  return database().debt.findMany({
    where: { workspaceId: scope.workspaceId, number: { in: numbers } },
    select: { number: true, repaymentPlan: true },
  });
}

/** The names of teams and people that a view's sentence says. */
export async function findSpokenNames(scope: WorkspaceScope, teamKeys: string[], memberIds: string[]) {
  const { workspaceId } = scope;
  const [teams, members] = await Promise.all([
    database().team.findMany({ where: { workspaceId, key: { in: teamKeys } }, select: { key: true, name: true } }),
    database().member.findMany({
      where: { workspaceId, id: { in: memberIds } },
      select: { id: true, user: { select: { name: true } } },
    }),
  ]);
  return {
    teams: new Map(teams.map((team) => [team.key, team.name])),
    people: new Map(members.map((member) => [member.id, member.user.name])),
  };
}
