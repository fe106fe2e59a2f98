'use client';

import { GitPullRequestArrow, History } from 'lucide-react';
import { useState } from 'react';
import { onSaveKeys } from '@/components/debt/save-keys';
import { PageFrame, type PageFrameProps } from '@/components/shell/page-frame';
import { useShortcut } from '@/components/shell/shortcuts';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { LedgerLine, LedgerLines, LedgerRow } from '@/components/ui/ledger';
import { LocalTime } from '@/components/ui/local-time';
import { TextButton } from '@/components/ui/text-link';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { ConflictPart } from './conflict-part';
import { textOf } from './draft-store';
import { type Choices, type DraftText, firstChoices, mergedText, mergeTexts, type Part, type Side } from './merge-text';

export type ConflictViewProps = {
  crumbs: PageFrameProps['crumbs'];
  backHref: string;
  record: DecisionRecord;
  base: DraftText | null;
  mine: DraftText;
  /** What saving will do. */
  consequence: string;
  onSave: (text: DraftText) => void;
  onBack: () => void;
  pending: boolean;
  problem: string | null;
};

/** Two people changed one text: both sides, section by section, until one text comes out. Nothing of either is lost. */
export function ConflictView(props: ConflictViewProps) {
  const { record, base, mine } = props;
  const theirs = textOf(record);
  const merge = mergeTexts(base, theirs, mine);
  const [choices, setChoices] = useState<Choices>(() => firstChoices(merge));
  const waiting = merge.conflicts.filter((part) => !choices.chosen[part.key]);
  const by = record.revisedBy ?? 'Somebody else';
  const save = () => {
    if (waiting.length === 0 && !props.pending) props.onSave(mergedText(base, theirs, mine, choices));
  };
  const keys = { label: 'Save what was put together', scope: 'Two texts', everywhere: true, run: save };
  useShortcut({ ...keys, keys: 'mod+enter' });
  useShortcut({ ...keys, keys: 'mod+s' });
  const takeAll = (side: Side) =>
    setChoices({ ...choices, chosen: Object.fromEntries(merge.conflicts.map((part) => [part.key, side])) });
  const count = merge.conflicts.length;
  // A draft that nobody was shown has one revision, which is written anew.
  const isRewritten = record.status === 'draft' && record.revision === 1;
  const lost = isRewritten
    ? 'A draft keeps no earlier text: what is not taken is gone.'
    : 'What was saved before stays in the revisions.';
  return (
    <PageFrame
      crumbs={props.crumbs}
      backHref={props.backHref}
      width="column"
      bottomBar={
        <>
          <p
            className="mr-auto flex min-w-48 flex-1 items-center gap-2.5 text-ink-2 max-sm:basis-full"
            aria-live="polite"
          >
            <History aria-hidden className="size-4 shrink-0 text-ink-3" />
            {waiting.length > 0
              ? `Choose for ${waiting.map((part) => part.label).join(', ')} first.`
              : `${props.consequence} ${lost}`}
          </p>
          <Button variant="ghost" onClick={props.onBack}>
            Back to my text
          </Button>
          <Button
            variant="primary"
            kbd="mod+enter"
            className="max-sm:flex-1"
            pending={props.pending}
            disabled={waiting.length > 0}
            onClick={save}
          >
            Save
          </Button>
        </>
      }
    >
      <h1 className="font-serif text-document font-semibold text-balance">{record.title}</h1>
      <Banner
        live
        className="mt-3 py-2"
        icon={GitPullRequestArrow}
        title={
          <>
            {by} saved this text at <LocalTime at={record.revisedAt} form="time" />, while you were writing.
          </>
        }
      >
        Your text is all here. {count === 1 ? 'One part differs.' : `${count} parts differ.`}
      </Banner>
      <div className="mt-3 mb-3 sm:grid sm:grid-cols-[152px_minmax(0,1fr)] sm:gap-x-6">
        <p className="text-label text-ink-3 max-sm:mb-2">
          {base ? 'Underlined is new since you began.' : 'What you began with is not known here.'}
        </p>
        <div className="grid gap-3 sm:grid-cols-2">
          <SideHead name={by} detail="saved" onTake={() => takeAll('theirs')} />
          <SideHead name="You" detail="not saved yet" onTake={() => takeAll('mine')} />
        </div>
      </div>
      <div onKeyDownCapture={onSaveKeys(save)}>
        {merge.conflicts.map((part) => (
          <ConflictPart key={part.key} part={part} choices={choices} onChange={setChoices} by={by} />
        ))}
        <Unopposed title={`Only ${by.split(' ')[0]} changed`} parts={merge.theirsOnly} side="theirs" />
        <Unopposed title="Only you changed" parts={merge.mineOnly} side="mine" />
      </div>
      {props.problem ? (
        <Banner tone="danger" live title="Not saved.">
          {props.problem}
        </Banner>
      ) : null}
    </PageFrame>
  );
}

function SideHead({ name, detail, onTake }: { name: string; detail: string; onTake: () => void }) {
  return (
    <div className="flex items-center gap-2.5 pl-2.5">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="text-label text-ink-2">{detail}</p>
      </div>
      <TextButton aria-label={`Take all from ${name}`} onClick={onTake}>
        Take all
      </TextButton>
    </div>
  );
}

function Unopposed({ title, parts, side }: { title: string; parts: readonly Part[]; side: 'theirs' | 'mine' }) {
  if (parts.length === 0) return null;
  return (
    <LedgerRow title={title} note="taken over">
      <LedgerLines>
        {parts.map((part) => (
          <LedgerLine
            key={part.key}
            title={part.label}
            detail={part[side] === null ? 'taken out' : part.base === null ? 'new' : 'changed'}
          />
        ))}
      </LedgerLines>
    </LedgerRow>
  );
}
