'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { decisionEditPath } from '@/components/decision/decision-path';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import type { NewDecisionStart } from './new-decision-form';

/** A decision before it is one: title, register and template, until the server makes a draft of it. */
export function useNewDecision(workspace: string, start: NewDecisionStart) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const registers = useQuery(trpc.register.list.queryOptions({ workspace }));
  const templates = useQuery(trpc.register.templates.queryOptions({ workspace }));
  const old = useQuery(
    trpc.decision.get.queryOptions({ workspace, id: start.supersedes ?? '' }, { enabled: start.supersedes !== null }),
  ).data;
  const create = useMutation(trpc.decision.create.mutationOptions());
  const relate = useMutation(trpc.decision.relate.mutationOptions());
  const [title, setTitle] = useState(start.title);
  const [pickedRegister, setRegister] = useState(start.register);
  const [pickedTemplate, setTemplate] = useState(start.template);
  const [partial, setPartial] = useState(false);
  const [missing, setMissing] = useState<Record<string, string>>({});

  const writable = (registers.data?.data ?? []).filter((register) => register.abilities.write);
  const isThere = (slug: string | null | undefined) => writable.some((register) => register.slug === slug);
  const only = writable.length === 1 ? writable[0]?.slug : null;
  const register = [pickedRegister, old?.register.slug, only].find(isThere) ?? null;
  const own = writable.find((one) => one.slug === register)?.template;
  const known = templates.data?.data ?? [];
  const template = known.find((one) => one.key === (pickedTemplate ?? own)) ?? known.find((one) => one.key === own);

  const submit = async () => {
    const problems = {
      ...(title.trim() ? {} : { title: 'Say in a sentence what is decided.' }),
      ...(register ? {} : { register: 'Choose the register it belongs to.' }),
    };
    setMissing(problems);
    if (!register || Object.keys(problems).length > 0 || create.isPending || create.isSuccess) return;
    try {
      const input = { workspace, register, title, ...(template ? { template: template.key } : {}) };
      let record = await create.mutateAsync(input);
      if (old) {
        const link = { workspace, id: record.id, target: old.id, type: 'supersedes' as const, partial };
        // The draft is there either way; a link that was refused can be made on its page.
        record = await relate.mutateAsync(link).catch(() => record);
      }
      queryClient.setQueryData(trpc.decision.get.queryKey({ workspace, id: record.id }), record);
      for (const path of [trpc.decisionList, trpc.register]) void queryClient.invalidateQueries(path.pathFilter());
      router.push(decisionEditPath(workspace, register, record.id));
    } catch {
      // The fields say why.
    }
  };
  const refused = problemsOf(create.error);
  return {
    title,
    setTitle,
    registers: writable,
    isLoading: registers.isPending || templates.isPending,
    mayWrite: writable.length > 0,
    loadProblem: registers.error ?? templates.error,
    register,
    setRegister,
    templates: known,
    template: template ?? null,
    setTemplate,
    ownTemplate: own ?? null,
    old: old ?? null,
    partial,
    setPartial,
    submit,
    // The writing page comes next, so the wait ends there and not here.
    pending: create.isPending || create.isSuccess,
    problems: { ...refused, ...missing },
    problem: create.error && Object.keys(refused).length === 0 ? messageOf(create.error) : null,
  };
}

export type NewDecision = ReturnType<typeof useNewDecision>;
