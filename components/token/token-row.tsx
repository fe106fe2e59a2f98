'use client';

import { Hourglass, TriangleAlert } from 'lucide-react';
import { roleWords } from '@/components/member/role-words';
import { Ago, agoText, untilText } from '@/components/session/ago';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { LocalTime, useIsMounted } from '@/components/ui/local-time';
import { SettingsCell, TwoLines } from '@/components/workspace/settings-table';
import type { TokenRecord } from '@/server/modules/token/contract';
import { lastDayOf, PermissionWords } from './token-words';

const soonMs = 14 * 86_400_000;

function Expiry({ token }: { token: TokenRecord }) {
  const isMounted = useIsMounted();
  const { expiresAt, expired } = token;
  if (!expiresAt) {
    return (
      <span className="inline-flex items-center gap-1.5 font-medium text-warn">
        <TriangleAlert aria-hidden className="size-3.5" />
        never
      </span>
    );
  }
  const day = <LocalTime at={lastDayOf(expiresAt)} form="day" className="tabular-nums" />;
  if (!isMounted) return day;
  const now = new Date();
  const soon = !expired && expiresAt.getTime() - now.getTime() < soonMs;
  const ago = agoText(expiresAt, now);
  return (
    <TwoLines
      title={
        <span
          className={cn(
            'inline-flex items-center gap-1.5 tabular-nums',
            soon ? 'font-medium text-warn' : 'font-normal',
          )}
        >
          {soon ? <Hourglass aria-hidden className="size-3.5" /> : null}
          {expired ? (ago === 'now' ? 'expired just now' : `expired ${ago} ago`) : untilText(expiresAt, now)}
        </span>
      }
      detail={day}
    />
  );
}

export type TokenRowProps = { token: TokenRecord; isNew: boolean; onRevoke: () => void };

export function TokenRow({ token, isNew, onRevoke }: TokenRowProps) {
  const { createdBy, lastUsedAt, lastUsedFrom, expired, abilities } = token;
  return (
    <tr className={cn(isNew && 'bg-row-chosen', expired && 'text-ink-2')}>
      <SettingsCell className="max-sm:w-full max-sm:max-w-0">
        <TwoLines
          title={token.name}
          detail={
            <>
              <code className="font-mono">{token.prefix}…</code>
              <span className="sm:hidden"> {roleWords[token.role].label}</span>
            </>
          }
        />
      </SettingsCell>
      <SettingsCell className="max-sm:hidden">
        <TwoLines title={roleWords[token.role].label} detail={<PermissionWords token={token} />} />
      </SettingsCell>
      <SettingsCell className="max-lg:hidden">
        <TwoLines
          lead={createdBy ? <Avatar id={token.createdById ?? undefined} name={createdBy} decorative /> : null}
          title={<span className="font-normal">{createdBy ?? 'someone who left'}</span>}
          detail={<LocalTime at={token.createdAt} form="day" />}
        />
      </SettingsCell>
      <SettingsCell className="max-md:hidden">
        {lastUsedAt ? (
          <TwoLines
            title={
              <span className="font-normal">
                <Ago at={lastUsedAt} />
              </span>
            }
            detail={lastUsedFrom && lastUsedFrom !== 'unknown' ? `from ${lastUsedFrom}` : null}
          />
        ) : (
          <span className="text-ink-3">not yet</span>
        )}
      </SettingsCell>
      <SettingsCell className="max-sm:hidden">
        <Expiry token={token} />
      </SettingsCell>
      <SettingsCell className="w-24 text-right">
        <Button size="sm" variant={expired ? 'ghost' : 'secondary'} disabled={!abilities.revoke} onClick={onRevoke}>
          {expired ? 'Remove' : 'Revoke'}
          <span className="sr-only"> {token.name}</span>
        </Button>
      </SettingsCell>
    </tr>
  );
}
