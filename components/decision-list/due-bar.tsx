'use client';

import { CalendarClock, ChevronLeft, ChevronRight } from 'lucide-react';
import { Fragment, type MouseEvent } from 'react';
import { decisionPath } from '@/components/decision/decision-path';
import { Banner } from '@/components/ui/banner';
import { IconButton } from '@/components/ui/icon-button';
import { TextButton } from '@/components/ui/text-link';
import type { DecisionRow } from '@/server/modules/decision/contract';
import { decisionName, dueSentence } from './decision-words';

type DueBarProps = {
  workspace: string;
  due: readonly DecisionRow[];
  peek: string | null;
  onOpen: (decision: DecisionRow) => void;
  /** Shows all of them as a view, where they are more than can be named. */
  onShowAll: () => void;
};

const namedAtMost = 3;
/** The list of what is due is cut here by the server. */
const mostDue = 100;

/** What asks to be looked at again, why, and the way through it. */
export function DueBar({ workspace, due, peek, onOpen, onShowAll }: DueBarProps) {
  if (due.length === 0) return null;
  const isAllNamed = due.length <= namedAtMost;
  const named = due.slice(0, namedAtMost);
  // Numbers are a register's own: two alike are told apart by its name.
  const isAmbiguous = new Set(named.map((one) => one.number)).size < named.length;
  const at = due.findIndex((one) => one.id === peek);
  const step = (to: number) => {
    const next = due[(to + due.length) % due.length];
    if (next) onOpen(next);
  };
  const press = (event: MouseEvent, decision: DecisionRow) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(decision);
  };
  const count = due.length >= mostDue ? `${mostDue} or more` : String(due.length);
  return (
    <Banner
      icon={CalendarClock}
      title={due.length === 1 ? 'One decision is due for a revisit.' : `${count} decisions are due for a revisit.`}
      className="mb-2.5 pr-2.5"
      actions={
        at === -1 ? (
          <TextButton className="text-body text-warn hover:text-warn" onClick={() => step(0)}>
            Go through them
          </TextButton>
        ) : (
          <span className="-my-1 flex items-center gap-1">
            <span aria-live="polite" className="tabular-nums">
              {at + 1} of {due.length}
            </span>
            <IconButton
              icon={ChevronLeft}
              label="Previous due decision"
              className="size-6"
              onClick={() => step(at - 1)}
            />
            <IconButton icon={ChevronRight} label="Next due decision" className="size-6" onClick={() => step(at + 1)} />
          </span>
        )
      }
    >
      {dueSentence(due)}:{' '}
      {named.map((one, index) => (
        <Fragment key={one.id}>
          {index === 0 ? null : isAllNamed && index === named.length - 1 ? ' and ' : ', '}
          <a
            href={decisionPath(workspace, one.register.slug, one.id)}
            title={`${decisionName(one)}: ${one.title}`}
            onClick={(event) => press(event, one)}
          >
            {one.number === null ? one.title : isAmbiguous ? decisionName(one) : one.number}
          </a>
        </Fragment>
      ))}
      {isAllNamed ? (
        '.'
      ) : (
        <>
          {' '}
          and{' '}
          <TextButton className="text-warn hover:text-warn" onClick={onShowAll}>
            {due.length - named.length} more
          </TextButton>
          .
        </>
      )}
    </Banner>
  );
}
