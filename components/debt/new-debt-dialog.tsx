'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef } from 'react';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { LocalTime } from '@/components/ui/local-time';
import { TextButton } from '@/components/ui/text-link';
import { showToast } from '@/components/ui/toast';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { debtPath } from './debt-path';
import { NewDebtFields } from './new-debt-fields';
import { useNewDebtForm } from './use-new-debt';

const formId = 'new-debt';

function Hints() {
  return (
    <>
      <span className="flex items-center gap-1.5">
        <Kbd keys="1" /> to <Kbd keys="5" /> answer
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd keys="tab" /> next
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd keys="escape" /> close, keep the draft
      </span>
    </>
  );
}

/** Writes a debt down. Closing keeps what was typed; it is there again the next time. */
export function NewDebtDialog({ workspace, onClose }: { workspace: string; onClose: () => void }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data: people } = useQuery(trpc.member.directory.queryOptions({ workspace }));
  const form = useNewDebtForm({ workspace, you: people?.find((person) => person.you)?.id ?? null });
  const element = useRef<HTMLFormElement>(null);

  const tell = (record: DebtRecord) =>
    showToast({
      title: `${record.key} is written down.`,
      tone: 'ok',
      action: { label: 'Open it', run: () => router.push(debtPath(workspace, record.key)) },
    });
  const create = async (another: boolean) => {
    const record = await form.submit();
    if (!record) return;
    tell(record);
    if (another) element.current?.querySelector('input')?.focus();
    else onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void create(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title="New debt"
      width="lg"
      aside={
        form.keptAt && !form.isBlank ? (
          <>
            draft kept at <LocalTime at={form.keptAt} form="time" />
            <TextButton look="quiet" className="ml-3" onClick={form.discard}>
              Start again
            </TextButton>
          </>
        ) : undefined
      }
      hints={<Hints />}
      actions={
        <>
          <Button variant="ghost" disabled={form.pending} onClick={() => void create(true)}>
            Create and write another
          </Button>
          <Button variant="primary" type="submit" form={formId} kbd="mod+enter" pending={form.pending}>
            Create debt
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        ref={element}
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
          event.preventDefault();
          event.stopPropagation();
          void create(false);
        }}
      >
        {form.error && Object.keys(form.problems).length === 0 ? (
          <Banner tone="danger" live title="Not created." className="mb-3">
            {messageOf(form.error)}
          </Banner>
        ) : null}
        <NewDebtFields workspace={workspace} form={form} onLeave={onClose} />
      </form>
    </Dialog>
  );
}
