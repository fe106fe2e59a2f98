export const roles = ['viewer', 'commenter', 'editor', 'admin', 'owner'] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  'workspace:read',
  'debt:read',
  'debt:export',
  'decision:read',
  'decision:export',
  'thread:read',
  'service:read',
  'team:read',
  'member:read',
  'view:write',
  'thread:write',
  'decision:review',
  'debt:write',
  'decision:write',
  'service:write',
  'debt:import',
  'register:write',
  'decision:import',
  'team:write',
  'member:manage',
  'token:manage',
  'audit:read',
  'workspace:manage',
  'workspace:own',
] as const;
export type Permission = (typeof permissions)[number];

const firstRoleThatMay: Record<Permission, Role> = {
  'workspace:read': 'viewer',
  'debt:read': 'viewer',
  'debt:export': 'viewer',
  'decision:read': 'viewer',
  'decision:export': 'viewer',
  'thread:read': 'viewer',
  'service:read': 'viewer',
  'team:read': 'viewer',
  'member:read': 'viewer',
  'view:write': 'viewer',
  'thread:write': 'commenter',
  'decision:review': 'commenter',
  'debt:write': 'editor',
  'decision:write': 'editor',
  'service:write': 'editor',
  'debt:import': 'admin',
  'register:write': 'admin',
  'decision:import': 'admin',
  'team:write': 'admin',
  'member:manage': 'admin',
  'token:manage': 'admin',
  'audit:read': 'admin',
  'workspace:manage': 'admin',
  'workspace:own': 'owner',
};

export function roleRank(of: Role): number {
  return roles.indexOf(of);
}

/** Whether a role has a permission; each role has all that the ones before it have. */
export function roleMay(of: Role, wanted: Permission): boolean {
  return roleRank(of) >= roleRank(firstRoleThatMay[wanted]);
}

/** Everything a role may do. */
export function permissionsOf(of: Role): Permission[] {
  return permissions.filter((wanted) => roleMay(of, wanted));
}
