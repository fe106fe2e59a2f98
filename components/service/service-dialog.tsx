'use client';

import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { useShortcut } from '@/components/shell/shortcuts';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';
import type { ServiceRecord } from '@/server/modules/service/contract';
import { draftOf, type ServiceDraft } from './service-draft';
import { ServiceFields } from './service-fields';
import { useRestoreService } from './use-save-service';
import { type ServiceForm, useServiceForm } from './use-service-form';

export type ServiceDialogProps = {
  workspace: string;
  /** The service to change; null writes a new one down. */
  service: ServiceRecord | null;
  onClose: () => void;
  onSaved: (service: ServiceRecord) => void;
};

/** Writes a service down or changes one. A refused save keeps everything that was typed. */
export function ServiceDialog({ workspace, service, onClose, onSaved }: ServiceDialogProps) {
  const trpc = useTRPC();
  const formId = useId();
  const form = useServiceForm(workspace, service);
  const teams = useQuery(trpc.team.list.queryOptions({ workspace })).data ?? [];
  const save = async () => {
    const record = form.pending ? null : await form.submit();
    if (!record) return;
    showToast({ title: service ? `${record.key} is saved.` : `${record.key} is in the catalogue.`, tone: 'ok' });
    onSaved(record);
  };
  // Heard wherever the focus is: it falls out of the form when a button in it goes away.
  useShortcut({
    keys: 'mod+enter',
    label: 'Save the service',
    scope: 'Services',
    run: () => void save(),
    everywhere: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title={service ? `Edit ${service.key}` : 'New service'}
      width="lg"
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={formId} kbd="mod+enter" pending={form.pending}>
            {service ? 'Save service' : 'Create service'}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit}>
        <Refusal workspace={workspace} form={form} onRestored={onSaved} />
        <ServiceFields
          form={form}
          isNew={service === null}
          teams={teams.map((team) => ({ value: team.key, label: team.name }))}
        />
      </form>
    </Dialog>
  );
}

type RefusalProps = { workspace: string; form: ServiceForm; onRestored: (service: ServiceRecord) => void };

/** Why nothing was saved, with the way on in it. */
function Refusal({ workspace, form, onRestored }: RefusalProps) {
  const restore = useRestoreService(workspace);
  const { conflict, deleted, error, problems } = form;
  if (conflict) return <Conflict conflict={conflict} draft={form.draft} onGoOn={form.goOnFrom} />;
  if (deleted) {
    const bringBack = () => void restore(deleted.key).then((record) => record && onRestored(record));
    return (
      <Banner
        live
        title={`${deleted.key} was deleted and keeps its key.`}
        className="mb-3"
        actions={<Button onClick={bringBack}>Restore {deleted.name}</Button>}
      >
        Restore it as it was, or choose another key.
      </Banner>
    );
  }
  if (!error || Object.keys(problems).length > 0) return null;
  return (
    <Banner tone="danger" live title="Not saved." className="mb-3">
      {messageOf(error)}
    </Banner>
  );
}

const fieldLabels: [keyof ServiceDraft, string][] = [
  ['name', 'Name'],
  ['description', 'What it does'],
  ['team', 'Team'],
  ['tier', 'Tier'],
  ['external', 'External'],
  ['availability', 'Availability, %'],
  ['availabilitySource', 'Its source'],
  ['availabilityAsOf', 'Its day'],
  ['sloTarget', 'Objective, %'],
  ['sloWindowDays', 'Window, days'],
  ['p50Ms', 'Median, ms'],
  ['p95Ms', '95th percentile, ms'],
];

const said = (value: ServiceDraft[keyof ServiceDraft]) => (value === null || value === '' ? 'not set' : String(value));

type ConflictProps = {
  conflict: NonNullable<ServiceForm['conflict']>;
  draft: ServiceDraft;
  onGoOn: (current: ServiceRecord) => void;
};

/** Somebody saved in between: what they changed beside what the form says, and the choice to go on from there. */
function Conflict({ conflict, draft, onGoOn }: ConflictProps) {
  const [theirs, before] = [draftOf(conflict.current), draftOf(conflict.base)];
  const changed = fieldLabels.filter(([name]) => theirs[name] !== before[name]);
  return (
    <Banner
      live
      title="Somebody saved this service while you edited it. Nothing of yours is lost."
      className="mb-3"
      actions={<Button onClick={() => onGoOn(conflict.current)}>Go on from theirs</Button>}
    >
      {changed.map(([name, label]) => (
        <span key={name} className="block">
          {label}: theirs <b>{said(theirs[name])}</b>, in your form <b>{said(draft[name])}</b>
        </span>
      ))}
      Go on from theirs to keep what you typed, take the rest from them, and save again.
    </Banner>
  );
}
