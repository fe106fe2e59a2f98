'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { codeOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { type ServiceRecord, serviceRecord } from '@/server/modules/service/contract';
import {
  blankDraft,
  changeBetween,
  draftOf,
  fieldsOf,
  keyFrom,
  mergedDraft,
  problemsOfDraft,
  type ServiceDraft,
} from './service-draft';
import { useAdoptService } from './use-save-service';

const staleError = z.object({ data: z.object({ details: z.object({ current: serviceRecord }) }) });
const deletedError = z.object({
  data: z.object({ details: z.object({ key: z.string(), name: z.string(), deleted: z.literal(true) }) }),
});

/** The state of the form in which a service is written down or changed. Nothing typed is lost when saving is refused. */
export function useServiceForm(workspace: string, editing: ServiceRecord | null) {
  const trpc = useTRPC();
  const adopt = useAdoptService(workspace);
  const [base, setBase] = useState(editing);
  const [draft, setDraft] = useState<ServiceDraft>(() => (editing ? draftOf(editing) : blankDraft));
  const [keyTouched, setKeyTouched] = useState(false);
  const [said, setSaid] = useState<Record<string, string>>({});
  const create = useMutation(trpc.service.create.mutationOptions());
  const update = useMutation(trpc.service.update.mutationOptions());
  const { error } = editing ? update : create;

  const set = <Name extends keyof ServiceDraft>(name: Name, value: ServiceDraft[Name]) => {
    if (name === 'key') setKeyTouched(true);
    setSaid(({ [name]: _gone, ...others }) => others);
    setDraft((was) => {
      const next = { ...was, [name]: value };
      return name === 'name' && !editing && !keyTouched ? { ...next, key: keyFrom(next.name) } : next;
    });
  };

  const submit = async (): Promise<ServiceRecord | null> => {
    const wrong = problemsOfDraft(draft);
    setSaid(wrong);
    if (Object.keys(wrong).length > 0 || draft.tier === null) return null;
    try {
      const record = base
        ? await update.mutateAsync({
            workspace,
            key: base.key,
            version: base.version,
            ...changeBetween(draftOf(base), draft),
          })
        : await create.mutateAsync({ workspace, key: draft.key, ...fieldsOf(draft), tier: draft.tier });
      adopt(record);
      return record;
    } catch (refusal) {
      setSaid(problemsOf(refusal));
      return null;
    }
  };

  const stale = codeOf(error) === 'stale' ? staleError.safeParse(error).data?.data.details.current : undefined;
  const deleted = deletedError.safeParse(error).data?.data.details;
  /** Goes on from what somebody else saved: what was not touched here becomes theirs, what was typed stays. */
  const goOnFrom = (current: ServiceRecord) => {
    adopt(current);
    if (base) setDraft((mine) => mergedDraft(draftOf(base), mine, draftOf(current)));
    setBase(current);
    update.reset();
  };
  return {
    draft,
    set,
    submit,
    problems: said,
    error,
    pending: create.isPending || update.isPending,
    conflict: stale && base ? { current: stale, base } : null,
    goOnFrom,
    deleted: deleted ?? null,
  };
}

export type ServiceForm = ReturnType<typeof useServiceForm>;
