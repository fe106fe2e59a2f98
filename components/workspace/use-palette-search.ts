'use client';

import { useQueryClient } from '@tanstack/react-query';
import { BookOpen, Box, Layers } from 'lucide-react';
import { useCallback } from 'react';
import { decisionPath } from '@/components/decision/decision-path';
import { numberWords } from '@/components/decision/decision-words';
import { statusLooks } from '@/components/decision/status-look';
import { useTRPC } from '@/components/query/trpc';
import type { PaletteGroup } from '@/components/shell/command-palette';
import type { RankedRow } from '@/server/modules/backlog/contract';
import type { DecisionLine } from '@/server/modules/decision-list/contract';
import type { RegisterRecord } from '@/server/modules/register/contract';
import type { ServiceRecord } from '@/server/modules/service/contract';

const shown = 6;

type Found<Item> = { data: Item[]; total: number };

function asideOf({ data, total }: Found<unknown>): string | undefined {
  return total > data.length ? `${data.length} of ${total}` : undefined;
}

function debtGroup(base: string, debts: Found<RankedRow>): PaletteGroup {
  return {
    heading: 'Debts',
    aside: asideOf(debts),
    items: debts.data.map((debt) => ({
      id: debt.key,
      icon: Layers,
      title: debt.title,
      detail: [debt.key, ...debt.services.map((service) => service.key)].join(', '),
      trail: debt.score?.toFixed(1),
      href: `${base}/backlog/${debt.key}`,
    })),
  };
}

function decisionGroup(workspace: string, decisions: Found<DecisionLine>): PaletteGroup {
  return {
    heading: 'Decisions',
    aside: asideOf(decisions),
    items: decisions.data.map((decision) => ({
      id: `decision ${decision.id}`,
      icon: statusLooks[decision.status].icon,
      title: decision.title,
      detail: `${decision.register.name}, ${numberWords(decision)}`,
      trail: statusLooks[decision.status].label,
      href: decisionPath(workspace, decision.register.slug, decision.id),
    })),
  };
}

function registerGroup(base: string, registers: RegisterRecord[]): PaletteGroup {
  return {
    heading: 'Registers',
    items: registers.slice(0, shown).map((register) => ({
      id: `register ${register.slug}`,
      icon: BookOpen,
      title: register.name,
      detail: `${register.decisions} ${register.decisions === 1 ? 'decision' : 'decisions'}`,
      href: `${base}/decisions/${register.slug}`,
    })),
  };
}

function serviceGroup(base: string, services: ServiceRecord[]): PaletteGroup {
  return {
    heading: 'Services',
    items: services.map((service) => ({
      id: `service ${service.key}`,
      icon: Box,
      title: service.key,
      detail: service.name,
      href: `${base}/services?service=${service.key}`,
    })),
  };
}

/** Asks for debts, decisions, registers and services by their words. */
export function usePaletteSearch(workspace: string): (text: string) => Promise<PaletteGroup[]> {
  const trpc = useTRPC();
  const client = useQueryClient();
  return useCallback(
    async (text) => {
      const base = `/w/${workspace}`;
      const asked = { workspace, filters: { q: text }, limit: shown };
      const [debts, decisions, registers, services] = await Promise.all([
        client.fetchQuery(trpc.backlog.list.queryOptions(asked)),
        client.fetchQuery(trpc.decisionList.list.queryOptions(asked)),
        client.fetchQuery(trpc.register.list.queryOptions({ workspace, q: text })),
        client.fetchQuery(trpc.service.list.queryOptions(asked)),
      ]);
      const groups = [
        debtGroup(base, debts),
        decisionGroup(workspace, decisions),
        registerGroup(base, registers.data),
        serviceGroup(base, services.data),
      ];
      return groups.filter(({ items }) => items.length > 0);
    },
    [client, trpc, workspace],
  );
}
