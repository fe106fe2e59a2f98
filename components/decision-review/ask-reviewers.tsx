'use client';

import { useQuery } from '@tanstack/react-query';
import { UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { ComboboxList } from '@/components/ui/combobox-list';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { roleMay } from '@/server/access/permissions';
import type { ReviewRecord } from '@/server/modules/decision-review/contract';
import type { Review } from './use-review';

const personPrefix = 'person ';
const teamPrefix = 'team ';

/** Asks a person or a whole team; whoever only reads here is left out, because they could not answer. */
export function AskReviewers({
  workspace,
  review,
  actions,
}: {
  workspace: string;
  review: ReviewRecord;
  actions: Review;
}) {
  const trpc = useTRPC();
  const isFirst = review.reviewers.length + review.teams.length === 0;
  const [open, setOpen] = useState(false);
  const people = useQuery(trpc.member.directory.queryOptions({ workspace }, { enabled: open }));
  const teams = useQuery(trpc.team.list.queryOptions({ workspace }, { enabled: open }));
  const chosen = [
    ...review.reviewers.flatMap(({ person, requestId }) => (requestId ? [personPrefix + person.id] : [])),
    ...review.teams.map(({ team }) => teamPrefix + team.key),
  ];
  const options = [
    ...(teams.data ?? []).map((team) => ({
      value: teamPrefix + team.key,
      label: team.name,
      secondary: `${team.members.length} people`,
      lead: <Users aria-hidden className="size-5 shrink-0 text-ink-3" />,
    })),
    ...(people.data ?? [])
      .filter((person) => roleMay(person.role, 'decision:review'))
      .map((person) => ({
        value: personPrefix + person.id,
        label: person.you ? `${person.name} (you)` : person.name,
        secondary: person.email,
        lead: <Avatar decorative name={person.name} id={person.id} />,
      })),
  ];
  const pick = (value: string) => {
    if (!chosen.includes(value)) {
      if (value.startsWith(teamPrefix)) actions.request({ teams: [value.slice(teamPrefix.length)] });
      else actions.request({ members: [value.slice(personPrefix.length)] });
    }
    setOpen(false);
  };
  return (
    <Popover
      label="Ask for a review"
      align="end"
      className="w-80 p-0"
      open={open}
      onOpenChange={setOpen}
      trigger={
        isFirst ? (
          <Button icon={UserPlus} pending={actions.requesting} className="w-full">
            Ask for a review
          </Button>
        ) : (
          <IconButton icon={UserPlus} label="Ask for a review" />
        )
      }
    >
      <ComboboxList
        label="People and teams"
        options={options}
        chosen={chosen}
        onPick={pick}
        searchPlaceholder="A person or a team"
        empty={people.isPending || teams.isPending ? 'Reading who is here…' : 'Nobody by that name can answer here.'}
      />
    </Popover>
  );
}
