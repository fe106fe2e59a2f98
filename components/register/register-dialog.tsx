'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId } from 'react';
import { listPath } from '@/components/decision-list/decision-view';
import { useShortcut } from '@/components/shell/shortcuts';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';
import type { RegisterRecord } from '@/server/modules/register/contract';
import { RegisterFields } from './register-fields';
import { useRegisterForm } from './use-register-form';

export type RegisterDialogProps = {
  workspace: string;
  /** The register to change; null makes a new one. */
  register: RegisterRecord | null;
  onClose: () => void;
  /** Left out, a new register is gone to. */
  onSaved?: (register: RegisterRecord) => void;
};

/** Makes a register or changes one. */
export function RegisterDialog({ workspace, register, onClose, onSaved }: RegisterDialogProps) {
  const formId = useId();
  const router = useRouter();
  const form = useRegisterForm(workspace, register);
  const save = async () => {
    const saved = await form.submit();
    if (!saved) return;
    showToast({ title: register ? `${saved.name} is saved.` : `The register ${saved.name} is there.`, tone: 'ok' });
    onClose();
    if (onSaved) onSaved(saved);
    else if (!register) router.push(listPath(workspace, saved.slug));
  };
  useShortcut({
    keys: 'mod+enter',
    label: 'Save the register',
    scope: 'Registers',
    run: () => void save(),
    everywhere: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const { stale } = form;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title={register ? `Register ${register.name}` : 'New register'}
      width="md"
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={formId} kbd="mod+enter" pending={form.pending}>
            {register ? 'Save register' : 'Create register'}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit}>
        {stale ? (
          <Banner
            live
            title="Somebody saved this register while you edited it. Nothing of yours is lost."
            className="mb-3"
            actions={<Button onClick={() => form.goOnFrom(stale)}>Go on from theirs</Button>}
          >
            Go on from theirs to keep what you typed, take the rest from them, and save again.
          </Banner>
        ) : null}
        {form.problem ? (
          <Banner tone="danger" live title="Not saved." className="mb-3">
            {form.problem}
          </Banner>
        ) : null}
        <RegisterFields workspace={workspace} form={form} isNew={register === null} />
      </form>
    </Dialog>
  );
}
