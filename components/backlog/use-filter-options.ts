'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '@/components/query/trpc';
import type { ComboboxOption } from '@/components/ui/combobox-list';

const servicesShown = 200;

/** The teams, services, people and labels that a view can be narrowed to, with the names the sentence says. */
export function useFilterOptions(workspace: string) {
  const trpc = useTRPC();
  const teams = useQuery(trpc.team.list.queryOptions({ workspace })).data;
  const services = useQuery(trpc.service.list.queryOptions({ workspace, sort: 'name', limit: servicesShown })).data;
  const people = useQuery(trpc.member.directory.queryOptions({ workspace })).data;
  const labels = useQuery(trpc.backlog.labels.queryOptions({ workspace })).data;
  return useMemo(() => {
    const you = people?.find((person) => person.you);
    return {
      teams: (teams ?? []).map((team): ComboboxOption => ({ value: team.key, label: team.name })),
      services: (services?.data ?? []).map(
        (service): ComboboxOption => ({ value: service.key, label: service.name, secondary: service.key }),
      ),
      people: (people ?? []).map((person) => ({ id: person.id, name: person.name, email: person.email })),
      labels: (labels ?? []).map(
        ({ label, count }): ComboboxOption => ({ value: label, label, secondary: String(count) }),
      ),
      you: you?.id ?? null,
      names: {
        teams: new Map(teams?.map((team) => [team.key, team.name])),
        // Rows say services by their keys; the sentence does so too.
        services: new Map<string, string>(),
        people: new Map(
          people?.flatMap((person) => [
            [person.id, person.name],
            [person.email, person.name],
          ]),
        ),
      },
    };
  }, [teams, services, people, labels]);
}

export type FilterOptions = ReturnType<typeof useFilterOptions>;
