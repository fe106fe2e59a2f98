'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { codeOf, detailsOf, messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { slugOf } from '@/server/domain/field/slug';
import { type RegisterFields, type RegisterRecord, registerRecord } from '@/server/modules/register/contract';
import { useRefreshRegisters } from './use-save-register';

const blank: RegisterFields = {
  name: '',
  description: '',
  home: '',
  team: null,
  template: 'minimal',
  approvalsRequired: 0,
};

function draftOf(register: RegisterRecord): RegisterFields {
  const { name, description, home, team, template, approvalsRequired } = register;
  return { name, description, home, team: team?.key ?? null, template, approvalsRequired };
}

const staleDetails = z.object({ current: registerRecord });

/** The state of the form of a register. A refused save keeps everything that was typed. */
export function useRegisterForm(workspace: string, editing: RegisterRecord | null) {
  const trpc = useTRPC();
  const refresh = useRefreshRegisters();
  const [base, setBase] = useState(editing);
  const [draft, setDraft] = useState<RegisterFields>(() => (editing ? draftOf(editing) : blank));
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const create = useMutation(trpc.register.create.mutationOptions());
  const update = useMutation(trpc.register.update.mutationOptions());
  const running = base ? update : create;
  const slug = base?.slug ?? ownSlug ?? slugOf(draft.name);

  const submit = async (): Promise<RegisterRecord | null> => {
    if (running.isPending) return null;
    try {
      const saved = base
        ? await update.mutateAsync({ workspace, slug, version: base.version, ...draft })
        : await create.mutateAsync({ workspace, slug, ...draft });
      await refresh();
      return saved;
    } catch {
      return null;
    }
  };

  const { error } = running;
  const problems = problemsOf(error);
  const stale = codeOf(error) === 'stale' ? staleDetails.safeParse(detailsOf(error)).data?.current : undefined;
  /** Goes on from what somebody else saved: what was not touched here becomes theirs, what was typed stays. */
  const goOnFrom = (current: RegisterRecord) => {
    if (base) {
      const was = new Map<string, unknown>(Object.entries(draftOf(base)));
      const touched = Object.entries(draft).filter(([name, value]) => value !== was.get(name));
      setDraft({ ...draftOf(current), ...Object.fromEntries(touched) });
    }
    setBase(current);
    update.reset();
  };
  return {
    draft,
    set: (change: Partial<RegisterFields>) => setDraft((was) => ({ ...was, ...change })),
    slug,
    setSlug: (text: string) => setOwnSlug(text === '' ? null : text.toLowerCase()),
    submit,
    problems,
    pending: running.isPending,
    stale: stale ?? null,
    goOnFrom,
    /** What is wrong that no field says. */
    problem: error && !stale && Object.keys(problems).length === 0 ? messageOf(error) : null,
  };
}

export type RegisterForm = ReturnType<typeof useRegisterForm>;
