'use client';

import { LocalTime } from '@/components/ui/local-time';
import type { TokenRecord } from '@/server/modules/token/contract';

/** "only debt:read and debt:export", or "everything a viewer may". */
export function PermissionWords({ token }: { token: Pick<TokenRecord, 'permissions' | 'role'> }) {
  const { permissions, role } = token;
  if (permissions.length === 0)
    return (
      <>
        everything {/^[aeo]/.test(role) ? 'an' : 'a'} {role} may
      </>
    );
  return (
    <>
      only <code className="font-mono text-[0.92em] [overflow-wrap:anywhere]">{permissions.join(', ')}</code>
    </>
  );
}

// The stored end is the midnight after the last day.
export function lastDayOf(expiresAt: Date): Date {
  return new Date(expiresAt.getTime() - 1);
}

export function ExpiryWords({ at }: { at: Date | null }) {
  if (!at) return <>without an end</>;
  return (
    <>
      until <LocalTime at={lastDayOf(at)} form="day" />
    </>
  );
}
