'use client';

import { Fragment, type MouseEvent } from 'react';
import { Banner } from '@/components/ui/banner';
import { TextButton } from '@/components/ui/text-link';
import { floorText } from '@/server/domain/scoring/severity-floor';
import type { Summary } from '@/server/modules/backlog/contract';

type DecideBarProps = {
  floor: Summary['floor'];
  hrefOf: (key: string) => string;
  onOpen: (key: string) => void;
  /** Shows all of them as a view, where they are more than can be named. */
  onShowAll: () => void;
};

const namedAtMost = 3;

/** Debts at the severity floor that nobody has decided about, whatever their score says. */
export function DecideBar({ floor, hrefOf, onOpen, onShowAll }: DecideBarProps) {
  if (floor.count === 0) return null;
  const isAllNamed = floor.count <= namedAtMost;
  const shown = floor.items.slice(0, namedAtMost);
  const open = (event: MouseEvent, key: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(key);
  };
  const lead = floor.count === 1 ? '1 item is' : `${floor.count} items are`;
  return (
    <Banner
      title="Decide explicitly."
      className="mb-2.5 pr-2.5"
      actions={<span className="max-sm:hidden">{floorText(floor.rule)}</span>}
    >
      {lead} at the severity floor whatever their score:{' '}
      {shown.map((item, index) => (
        <Fragment key={item.key}>
          {index === 0 ? null : isAllNamed && index === shown.length - 1 ? ' and ' : ', '}
          <a
            href={hrefOf(item.key)}
            title={item.title}
            className="whitespace-nowrap"
            onClick={(event) => open(event, item.key)}
          >
            {item.key}
          </a>
        </Fragment>
      ))}
      {isAllNamed ? (
        '.'
      ) : (
        <>
          {' '}
          and{' '}
          <TextButton className="text-warn" onClick={onShowAll}>
            {floor.count - shown.length} more
          </TextButton>
          .
        </>
      )}
    </Banner>
  );
}
