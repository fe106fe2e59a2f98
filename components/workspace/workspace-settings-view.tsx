'use client';

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { codeOf, messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LocalTime } from '@/components/ui/local-time';
import { PageHeader } from '@/components/ui/page-header';
import { numberedSegments, Segments } from '@/components/ui/segments';
import { showToast } from '@/components/ui/toast';
import type { WorkspaceRecord } from '@/server/modules/workspace/contract';
import { DangerSection } from './danger-section';
import { SettingsFrame } from './settings-frame';

const five = numberedSegments(5);

function SettingsForm({ workspace, saved }: { workspace: string; saved: WorkspaceRecord }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState(saved.name);
  const [debtPrefix, setDebtPrefix] = useState(saved.debtPrefix);
  const [floorImpact, setFloorImpact] = useState(saved.floorImpact);
  const [floorLikelihood, setFloorLikelihood] = useState(saved.floorLikelihood);
  const update = useMutation(
    trpc.workspace.update.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries();
        showToast({ title: 'The settings are saved', tone: 'ok' });
      },
    }),
  );
  const problems = problemsOf(update.error);
  const isStale = codeOf(update.error) === 'stale';
  const canEdit = saved.abilities.manage;
  const isChanged =
    name !== saved.name ||
    debtPrefix !== saved.debtPrefix ||
    floorImpact !== saved.floorImpact ||
    floorLikelihood !== saved.floorLikelihood;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ workspace, version: saved.version, name, debtPrefix, floorImpact, floorLikelihood });
  };
  const setFloor = (set: (value: number) => void) => (canEdit ? (value: number) => set(value) : undefined);
  return (
    <form onSubmit={submit} className="flex max-w-[640px] flex-col gap-5">
      {update.isError && Object.keys(problems).length === 0 ? (
        <FormProblem title={messageOf(update.error)}>
          {isStale ? 'What they saved is loaded. Save again to put yours over it.' : null}
        </FormProblem>
      ) : null}
      <Field label="Name" error={problems.name}>
        <Input
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={80}
          readOnly={!canEdit}
          required
        />
      </Field>
      <Field label="Address" hint="It is in every link that people have kept, so it stays as it is.">
        <Input prefix="/w/" value={saved.slug} readOnly />
      </Field>
      <Field
        label="Debt prefix"
        error={problems.debtPrefix}
        hint={`Debts are ${debtPrefix.toUpperCase() || saved.debtPrefix}-1, ${debtPrefix.toUpperCase() || saved.debtPrefix}-2 and so on. A new prefix changes the keys of all of them, and links that were kept stop leading to them.`}
      >
        <Input
          className="w-40"
          value={debtPrefix}
          onChange={(event) => setDebtPrefix(event.target.value.toUpperCase())}
          maxLength={10}
          spellCheck={false}
          readOnly={!canEdit}
          required
        />
      </Field>
      <fieldset>
        <legend className="mb-1 font-medium">Severity floor</legend>
        <p className="mb-3 text-ink-2">
          A debt with at least this impact and this likelihood is decided on in every review, whatever its score.
        </p>
        <div className="flex flex-wrap gap-8">
          <Field label="Impact from" error={problems.floorImpact} group>
            <Segments segments={five} value={floorImpact} onChange={setFloor(setFloorImpact)} tone="choosing" />
          </Field>
          <Field label="Likelihood from" error={problems.floorLikelihood} group>
            <Segments segments={five} value={floorLikelihood} onChange={setFloor(setFloorLikelihood)} tone="choosing" />
          </Field>
        </div>
      </fieldset>
      {canEdit ? (
        <div>
          <Button type="submit" variant="primary" size="form" pending={update.isPending} disabled={!isChanged}>
            Save settings
          </Button>
        </div>
      ) : (
        <p className="text-label text-ink-3">Admins change these settings.</p>
      )}
    </form>
  );
}

/** What a workspace is called, how its debts are numbered, and which of them always need a decision. */
export function WorkspaceSettingsView({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { data: settings } = useSuspenseQuery(trpc.workspace.get.queryOptions({ workspace }));
  return (
    <SettingsFrame workspace={workspace} title="Workspace">
      <PageHeader
        className="mb-5"
        title="Workspace"
        summary={
          <>
            since <LocalTime at={settings.createdAt} form="day" />
          </>
        }
      />
      <SettingsForm workspace={workspace} saved={settings} />
      <DangerSection workspace={workspace} settings={settings} />
    </SettingsFrame>
  );
}
