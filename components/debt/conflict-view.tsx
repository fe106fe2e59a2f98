'use client';

import { GitPullRequestArrow, History } from 'lucide-react';
import type { FilterOptions } from '@/components/backlog/use-filter-options';
import { messageOf } from '@/components/query/request-error';
import { PageFrame } from '@/components/shell/page-frame';
import { useShortcut } from '@/components/shell/shortcuts';
import { Avatar } from '@/components/ui/avatar';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LedgerRow } from '@/components/ui/ledger';
import { LocalTime } from '@/components/ui/local-time';
import { TextButton } from '@/components/ui/text-link';
import { ConflictField } from './conflict-field';
import { DebtHead } from './debt-head';
import { DebtRail } from './debt-rail';
import { onSaveKeys } from './save-keys';
import { UnopposedFields } from './unopposed-fields';
import { type ConflictOptions, type ConflictState, useConflict } from './use-conflict';

export type ConflictViewProps = ConflictOptions & { options: FilterOptions; onBack: () => void };

const counts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function counted(count: number): string {
  return counts[count] ?? String(count);
}

/** Two people changed one debt: both sides, field by field, until one record comes out. Nothing of either is lost. */
export function ConflictView(props: ConflictViewProps) {
  const { workspace, debt, draft, options } = props;
  const conflict = useConflict(props);
  const backlog = `/w/${workspace}/backlog`;
  const you = options.people.find((person) => person.id === options.you);
  const isYou = you !== undefined && you.name === debt.updatedBy;
  const by = isYou ? 'You' : (debt.updatedBy ?? 'Somebody else');
  const save = () => void conflict.save();
  useShortcut({
    keys: 'mod+enter',
    label: 'Save what was put together',
    scope: 'Two edits',
    everywhere: true,
    run: save,
  });
  useShortcut({ keys: 'mod+s', label: 'Save what was put together', scope: 'Two edits', everywhere: true, run: save });
  const differ = conflict.conflicts.length;
  return (
    <PageFrame
      crumbs={[
        { label: 'Backlog', href: backlog },
        { label: debt.key, isKey: true },
      ]}
      backHref={backlog}
      width="record"
      rail={<DebtRail workspace={workspace} debt={debt} />}
      bottomBar={<ConflictBar conflict={conflict} onBack={props.onBack} />}
    >
      <DebtHead workspace={workspace} debt={debt} />
      <Banner
        live
        className="mt-3 py-2"
        icon={GitPullRequestArrow}
        title={
          <>
            {by} saved this debt at <LocalTime at={debt.updatedAt} form="time" />
            {isYou ? ' in another window, while you were editing here.' : ', while you were editing.'}
          </>
        }
      >
        Your text is all here.{' '}
        {differ === 0
          ? 'No field differs.'
          : differ === 1
            ? 'One field differs.'
            : `${capital(counted(differ))} fields differ.`}
      </Banner>
      {differ > 0 ? (
        <SideHeads
          by={isYou ? 'You, elsewhere' : by}
          at={debt.updatedAt}
          openedAt={draft.openedAt}
          options={options}
          conflict={conflict}
        />
      ) : null}
      <div onKeyDownCapture={onSaveKeys(save)}>
        {conflict.conflicts.map(({ field }) => (
          <ConflictField
            key={field}
            field={field}
            sides={conflict.sides}
            decisions={conflict.decisions}
            onChange={conflict.setDecisions}
            options={options}
            reasons={conflict.reasons}
            names={isYou ? { theirs: 'elsewhere', mine: 'here' } : { theirs: by.split(' ')[0] ?? by, mine: 'you' }}
          />
        ))}
        {conflict.needsReason && !draft.reason ? (
          <LedgerRow title="Reason" note="for the new score or state" labels={128}>
            <Field
              label="Why did it change?"
              error={conflict.problems.reason ?? (conflict.reason.trim() ? null : 'Say why, it goes into the history.')}
            >
              <Input
                maxLength={1000}
                value={conflict.reason}
                onChange={(event) => conflict.setReason(event.target.value)}
              />
            </Field>
          </LedgerRow>
        ) : null}
        <UnopposedFields
          sides={conflict.sides}
          decisions={conflict.decisions}
          onChange={conflict.setDecisions}
          options={options}
          them={isYou ? 'saved elsewhere' : `${by.split(' ')[0]}, saved`}
        />
      </div>
      {conflict.error ? (
        <Banner tone="danger" live title="Not saved.">
          {Object.values(conflict.problems).join(' ') || messageOf(conflict.error)}
        </Banner>
      ) : null}
    </PageFrame>
  );
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

type SideHeadsProps = { by: string; at: Date; openedAt: number; options: FilterOptions; conflict: ConflictState };

function SideHeads({ by, at, openedAt, options, conflict }: SideHeadsProps) {
  const you = options.people.find((person) => person.id === options.you);
  const theirs = options.people.find((person) => person.name === by);
  const all = conflict.conflicts.length === 1 ? 'Take it' : `Take all ${counted(conflict.conflicts.length)}`;
  return (
    <div className="mt-3 mb-3 sm:grid sm:grid-cols-[128px_minmax(0,1fr)] sm:gap-x-6">
      <p className="text-label text-ink-3 max-sm:mb-2">
        Underlined is new since <LocalTime at={new Date(openedAt)} form="time" />
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        <SideHead
          name={by}
          avatar={theirs?.name ?? you?.name ?? by}
          id={theirs?.id ?? you?.id}
          detail={
            <>
              saved at <LocalTime at={at} form="time" />
            </>
          }
          action={all}
          onTake={() => conflict.takeAll('theirs')}
        />
        <SideHead
          name={by === 'You, elsewhere' ? 'You, here' : 'You'}
          avatar={you?.name ?? 'You'}
          id={you?.id}
          detail="not saved yet"
          action={all}
          onTake={() => conflict.takeAll('mine')}
        />
      </div>
    </div>
  );
}

type SideHeadProps = {
  name: string;
  avatar?: string;
  id?: string;
  detail: React.ReactNode;
  action: string;
  onTake: () => void;
};

function SideHead({ name, avatar = name, id, detail, action, onTake }: SideHeadProps) {
  return (
    <div className="flex items-center gap-2.5 pl-2.5 max-sm:flex-wrap">
      <Avatar name={avatar} id={id} decorative />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="text-label text-ink-2">{detail}</p>
      </div>
      <TextButton aria-label={`${action} from ${name}`} onClick={onTake}>
        {action}
      </TextButton>
    </div>
  );
}

function ConflictBar({ conflict, onBack }: { conflict: ConflictState; onBack: () => void }) {
  const { waiting, count } = conflict;
  const label = count === 0 ? 'Keep what is saved' : count === 1 ? 'Save 1 field' : `Save ${count} fields`;
  return (
    <>
      <p className="mr-auto flex items-center gap-2.5 text-ink-2 max-sm:hidden" aria-live="polite">
        <History aria-hidden className="size-4 text-ink-3" />
        {waiting.length > 0
          ? `Choose ${waiting.join(', ')} first.`
          : 'What was saved before stays in the history of scores and activity.'}
      </p>
      <Button variant="ghost" onClick={onBack}>
        Back to my edit
      </Button>
      <Button
        variant="primary"
        kbd="mod+enter"
        className="max-sm:flex-1"
        pending={conflict.pending}
        disabled={waiting.length > 0 || (conflict.needsReason && !conflict.reason.trim())}
        onClick={() => void conflict.save()}
      >
        {label}
      </Button>
    </>
  );
}
