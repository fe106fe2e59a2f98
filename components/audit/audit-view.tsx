'use client';

import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { NothingHere } from '@/components/ui/empty-state';
import { LocalTime } from '@/components/ui/local-time';
import { PageHeader } from '@/components/ui/page-header';
import { Select } from '@/components/ui/select';
import { SettingsFrame } from '@/components/workspace/settings-frame';
import type { AuditRecord } from '@/server/modules/audit/contract';
import { auditFacts, auditSentence } from './audit-words';

const everything = 'everything';

const subjects = [
  { value: everything, label: 'Everything' },
  { value: 'debt', label: 'Debts' },
  { value: 'service', label: 'Services' },
  { value: 'debtImport', label: 'Imports' },
  { value: 'member', label: 'People' },
  { value: 'invitation', label: 'Invitations' },
  { value: 'team', label: 'Teams' },
  { value: 'token', label: 'Tokens' },
  { value: 'workspace', label: 'Workspace' },
];

function AuditRow({ event }: { event: AuditRecord }) {
  const { verb, subject } = auditSentence(event);
  const facts = auditFacts(event);
  const who = event.actor?.name ?? 'Paydown';
  return (
    <li className="flex gap-3 border-line px-3 py-2.5 not-first:border-t">
      <Avatar id={event.actor?.id} name={who} decorative />
      <div className="min-w-0 flex-1">
        <p className="[overflow-wrap:anywhere]">
          <span className="font-medium">{who}</span>
          {event.token ? <span className="text-ink-2"> by the token {event.token.name}</span> : null}{' '}
          <span className="text-ink-2">{verb}</span>
          {subject ? <span className="font-medium"> {subject}</span> : null}
        </p>
        {facts.length > 0 ? (
          <p className="text-label text-ink-3 [overflow-wrap:anywhere]">{facts.join(' · ').slice(0, 400)}</p>
        ) : null}
      </div>
      <p className="shrink-0 text-right text-label text-ink-3 tabular-nums">
        <LocalTime at={event.at} form="day" /> <LocalTime at={event.at} form="time" />
        <span className="block font-mono max-sm:hidden" title={`Request ${event.requestId}`}>
          {event.requestId.slice(-8)}
        </span>
      </p>
    </li>
  );
}

/** Who did what to which record, newest first. */
export function AuditView({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const [subjectType, setSubjectType] = useState(everything);
  const input = { workspace, ...(subjectType === everything ? {} : { subjectType }) };
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(input, { getNextPageParam: (page) => page.nextCursor }),
  );
  const events = data.pages.flatMap((page) => page.data);
  const total = data.pages[0]?.total ?? 0;
  return (
    <SettingsFrame workspace={workspace} title="Audit log">
      <PageHeader
        className="mb-3"
        title="Audit log"
        summary={`${total.toLocaleString('en')} ${total === 1 ? 'change' : 'changes'}, written with the change itself`}
      />
      <div className="mb-3 w-44">
        <Select
          size="md"
          aria-label="What was changed"
          options={subjects}
          value={subjectType}
          onChange={setSubjectType}
        />
      </div>
      {events.length > 0 ? (
        <ul className="rounded-well border border-line bg-surface">
          {events.map((event) => (
            <AuditRow key={event.id} event={event} />
          ))}
        </ul>
      ) : (
        <NothingHere title="Nothing of this kind was changed yet" />
      )}
      {hasNextPage ? (
        <Button className="mt-3" icon={ScrollText} pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older
        </Button>
      ) : null}
    </SettingsFrame>
  );
}
