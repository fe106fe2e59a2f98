'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { draftName, dropDraft, keepDraft, readDraft } from './debt-draft';
import { blankEdit, changedFields, changeOf, type DebtEdit, unreadableFigures } from './debt-edit';
import { useAdoptDebt } from './use-save-debt';

/** A name no debt can have as its key. */
const newName = 'new';

export type NewDebtOptions = {
  workspace: string /** The owner a new debt starts with: whoever writes it. */;
  you: string | null;
};

/** A debt while it is written down: kept in this browser with every key, created once the server agrees. */
export function useNewDebtForm({ workspace, you }: NewDebtOptions) {
  const trpc = useTRPC();
  const name = draftName(workspace, newName);
  const adopt = useAdoptDebt(workspace);
  const create = useMutation(trpc.debt.create.mutationOptions());
  const [kept, setKept] = useState(() => readDraft(name));
  const [local, setLocal] = useState<Readonly<Record<string, string>>>({});
  const start: DebtEdit = { ...blankEdit, owner: you };
  const edit = kept?.mine ?? start;

  const set = <Field extends keyof DebtEdit>(field: Field, value: DebtEdit[Field]) => {
    const at = Date.now();
    const mine = { ...edit, [field]: value };
    const draft = { version: 1, base: start, mine, reason: '', openedAt: kept?.openedAt ?? at, keptAt: at };
    setKept(draft);
    keepDraft(name, draft);
  };
  const discard = () => {
    dropDraft(name);
    setKept(null);
    setLocal({});
    create.reset();
  };
  /** Returns the new debt, or null when it was refused: the fields then say why. */
  const submit = async (): Promise<DebtRecord | null> => {
    const problems = {
      ...unreadableFigures(edit),
      ...(edit.title.trim() ? {} : { title: 'Say in a few words what it is.' }),
    };
    setLocal(problems);
    if (Object.keys(problems).length > 0 || create.isPending) return null;
    try {
      const record = await create.mutateAsync({ workspace, ...changeOf(blankEdit, edit), title: edit.title });
      adopt(record);
      discard();
      return record;
    } catch {
      return null;
    }
  };
  return {
    edit,
    set,
    keptAt: kept ? new Date(kept.keptAt) : null,
    isBlank: changedFields(start, edit).length === 0,
    discard,
    submit,
    pending: create.isPending,
    error: create.error,
    problems: { ...problemsOf(create.error), ...local },
  };
}

export type NewDebtForm = ReturnType<typeof useNewDebtForm>;
