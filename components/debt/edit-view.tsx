'use client';

import { RotateCcw } from 'lucide-react';
import { messageOf } from '@/components/query/request-error';
import { PageFrame } from '@/components/shell/page-frame';
import { useShortcut } from '@/components/shell/shortcuts';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { TextButton } from '@/components/ui/text-link';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { ConflictView } from './conflict-view';
import { DebtRail } from './debt-rail';
import { EditFields } from './edit-fields';
import { useReferenceOptions } from './reference-fields';
import { onSaveKeys } from './save-keys';
import { type DebtEditState, useDebtEdit } from './use-debt-edit';

export type EditViewProps = { workspace: string; debt: DebtRecord; onDone: () => void };

/** A debt while somebody edits it: its fields, or both sides when it was saved by somebody else in between. */
export function EditView({ workspace, debt, onDone }: EditViewProps) {
  const edit = useDebtEdit({ workspace, debt, onDone });
  const options = useReferenceOptions(workspace, debt);
  const backlog = `/w/${workspace}/backlog`;
  const isForm = !edit.merging;
  useShortcut({
    keys: 'mod+s',
    label: 'Save',
    scope: 'Editing a debt',
    everywhere: true,
    enabled: isForm,
    run: () => void edit.save(),
  });
  useShortcut({
    keys: 'mod+enter',
    label: 'Save',
    scope: 'Editing a debt',
    everywhere: true,
    enabled: isForm,
    run: () => void edit.save(),
  });
  useShortcut({
    keys: 'escape',
    label: 'Leave, keep the draft',
    scope: 'Editing a debt',
    run: onDone,
    enabled: isForm,
  });
  if (edit.merging) {
    return (
      <ConflictView
        key={debt.version}
        workspace={workspace}
        debt={debt}
        draft={edit.draft}
        options={options}
        onOutdated={edit.rebase}
        onBack={() => edit.setMerging(false)}
        onSaved={() => {
          edit.discard();
          onDone();
        }}
      />
    );
  }
  return (
    <PageFrame
      crumbs={[
        { label: 'Backlog', href: backlog },
        { label: debt.key, isKey: true },
      ]}
      backHref={backlog}
      width="record"
      rail={<DebtRail workspace={workspace} debt={debt} />}
      bottomBar={<SaveBar edit={edit} onLeave={onDone} />}
    >
      <h1 className="text-title font-semibold">Edit {debt.key}</h1>
      <EditNotes debt={debt} edit={edit} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves from whichever field has the focus */}
      <div
        className="mt-4"
        onKeyDownCapture={onSaveKeys(() => void edit.save())}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) onDone();
        }}
      >
        <EditFields debt={debt} edit={edit} options={options} />
      </div>
    </PageFrame>
  );
}

function EditNotes({ debt, edit }: { debt: DebtRecord; edit: DebtEditState }) {
  const isOutdated = debt.version !== edit.draft.version;
  const hasProblems = Object.keys(edit.problems).length > 0;
  return (
    <div className="mt-3 flex flex-col gap-2 empty:hidden">
      {isOutdated ? (
        <Banner
          live
          title={`${debt.updatedBy ?? 'Somebody'} saved this debt while you were editing.`}
          actions={
            <Button size="sm" onClick={() => edit.setMerging(true)}>
              See both sides
            </Button>
          }
        >
          Your text is all here.
        </Banner>
      ) : null}
      {edit.restored && !isOutdated ? (
        <Banner
          tone="neutral"
          icon={RotateCcw}
          title="Your draft is back."
          actions={<TextButton onClick={edit.discard}>Start again from what is saved</TextButton>}
        >
          Kept in this browser, not saved yet.
        </Banner>
      ) : null}
      {edit.error || hasProblems ? (
        <Banner tone="danger" live title="Not saved.">
          {hasProblems ? 'The fields below say what is missing.' : messageOf(edit.error)}
        </Banner>
      ) : null}
    </div>
  );
}

function SaveBar({ edit, onLeave }: { edit: DebtEditState; onLeave: () => void }) {
  const count = edit.changed.length;
  return (
    <>
      <span className="mr-auto text-label text-ink-2 max-sm:hidden" aria-live="polite">
        {count === 0 ? (
          'Nothing changed yet.'
        ) : edit.kept ? (
          <>
            Draft kept at <LocalTime at={new Date(edit.draft.keptAt)} form="time" />
          </>
        ) : (
          'This browser does not keep drafts: save before you leave.'
        )}
      </span>
      {count > 0 ? (
        <Button variant="ghost" className="max-sm:hidden" onClick={edit.discard}>
          Discard the draft
        </Button>
      ) : null}
      <Button variant="ghost" kbd="escape" onClick={onLeave}>
        {count === 0 ? 'Leave' : 'Leave, keep the draft'}
      </Button>
      <Button
        variant="primary"
        kbd="mod+enter"
        className="max-sm:flex-1"
        pending={edit.pending}
        onClick={() => void edit.save()}
      >
        {count === 0 ? 'Done' : count === 1 ? 'Save 1 field' : `Save ${count} fields`}
      </Button>
    </>
  );
}
