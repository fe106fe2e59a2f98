import { Lock, type LucideIcon } from 'lucide-react';

export type RoleName = 'viewer' | 'commenter' | 'editor' | 'admin' | 'owner';

/** What each role adds to the one before it. */
export const roleWords: Record<RoleName, { label: string; description: string; icon?: LucideIcon }> = {
  viewer: { label: 'Viewer', description: 'Reads and exports everything.' },
  commenter: { label: 'Commenter', description: 'Also comments, reacts, answers review requests.' },
  editor: { label: 'Editor', description: 'Also writes debts and services.' },
  admin: { label: 'Admin', description: 'Also imports, manages people, tokens and settings.' },
  owner: { label: 'Owner', description: 'Also deletes the workspace. Given only by transfer.', icon: Lock },
};

/** What an invitation can make of someone; whoever may invite may give each of these. */
export const invitableRoles: readonly RoleName[] = ['viewer', 'commenter', 'editor', 'admin'];

export const roleOrder: readonly RoleName[] = ['viewer', 'commenter', 'editor', 'admin', 'owner'];

const plural: Record<RoleName, string> = {
  viewer: 'viewers',
  commenter: 'commenters',
  editor: 'editors',
  admin: 'admins',
  owner: 'owners',
};

const single: Record<RoleName, string> = {
  viewer: 'a viewer',
  commenter: 'a commenter',
  editor: 'an editor',
  admin: 'an admin',
  owner: 'an owner',
};

/** "an owner, 2 admins and a viewer". */
export function rolesSentence(people: readonly { role: RoleName }[]): string {
  const parts = [...roleOrder].reverse().flatMap((role) => {
    const count = people.filter((person) => person.role === role).length;
    return count === 0 ? [] : [count === 1 ? single[role] : `${count} ${plural[role]}`];
  });
  const last = parts.pop() ?? '';
  return parts.length > 0 ? `${parts.join(', ')} and ${last}` : last;
}

const methodNames: Record<string, string> = {
  password: 'password',
  link: 'mailed link',
  github: 'GitHub',
  google: 'Google',
  gitlab: 'GitLab',
  microsoft: 'Microsoft',
  oidc: 'single sign-on',
};

/** "GitHub, password", with a capital at the front. */
export function methodsSentence(methods: readonly string[]): string {
  const text = methods.map((method) => methodNames[method] ?? method).join(', ');
  return text ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : 'Nothing yet';
}
