'use client';

import { useQuery } from '@tanstack/react-query';
import { Box, Expand, Link as LinkIcon, Users, X } from 'lucide-react';
import { useState } from 'react';
import { debtPath } from '@/components/debt/debt-path';
import { ScoreEditor } from '@/components/debt/score-editor';
import { Standing } from '@/components/debt/standing';
import { StateMenu } from '@/components/debt/state-menu';
import { isNotFound, messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { copyText } from '@/components/ui/copy-button';
import { NothingHere } from '@/components/ui/empty-state';
import { IconButton, IconLink } from '@/components/ui/icon-button';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { showToast } from '@/components/ui/toast';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { ScoreBefore } from './score-before';
import { useSettled } from './use-settled';

export type DebtPeekProps = {
  workspace: string;
  debtKey: string;
  /** The query of the view, so that the page can walk on in it. */
  viewQuery: string;
  onClose: () => void;
  /** Raised to put the focus on the first factor. */
  scoreSignal: number;
};

/** One debt beside the list: what it means, its state, and its score, to be read and given again. */
export function DebtPeek({ workspace, debtKey, viewQuery, onClose, scoreSignal }: DebtPeekProps) {
  const trpc = useTRPC();
  // Rows that are only passed are not asked for, nor what their parts would ask.
  const isPassing = useSettled(debtKey) !== debtKey;
  const debt = useQuery(trpc.debt.get.queryOptions({ workspace, key: debtKey }, { enabled: !isPassing }));
  const path = debtPath(workspace, debtKey, viewQuery);
  return (
    <article aria-label={debtKey} className="px-4 pt-3 pb-6 md:px-4.5">
      <PeekBar debtKey={debtKey} path={path} onClose={onClose} />
      {isPassing ? (
        <PeekSkeleton />
      ) : debt.data ? (
        <PeekBody key={debtKey} workspace={workspace} debt={debt.data} path={path} scoreSignal={scoreSignal} />
      ) : debt.error ? (
        <NothingHere
          title={isNotFound(debt.error) ? `${debtKey} is not here` : `${debtKey} could not be read`}
          actions={<Button onClick={() => void debt.refetch()}>Try again</Button>}
        >
          {messageOf(debt.error)}
        </NothingHere>
      ) : (
        <PeekSkeleton />
      )}
    </article>
  );
}

function PeekBar({ debtKey, path, onClose }: { debtKey: string; path: string; onClose: () => void }) {
  const copy = async () => {
    const address = new URL(path.split('?')[0] ?? path, window.location.origin).href;
    const isCopied = await copyText(address);
    showToast({ title: isCopied ? `The link to ${debtKey} is copied.` : address, tone: isCopied ? 'ok' : 'neutral' });
  };
  return (
    <div className="-mr-1.5 flex items-center">
      <span className="key text-ink-2">{debtKey}</span>
      <span className="ml-auto flex">
        <IconButton icon={LinkIcon} label="Copy the link" onClick={() => void copy()} />
        <IconLink icon={Expand} label="Open the page" kbd="enter" href={path} />
        <IconButton icon={X} label="Close" kbd="escape" onClick={onClose} />
      </span>
    </div>
  );
}

type PeekBodyProps = { workspace: string; debt: DebtRecord; path: string; scoreSignal: number };

function PeekBody({ workspace, debt, path, scoreSignal }: PeekBodyProps) {
  const [savedSignal, setSavedSignal] = useState(0);
  const history = <TextLink href={`${path.split('?')[0]}#history`}>History</TextLink>;
  return (
    <>
      <h2 className="text-panel font-semibold [overflow-wrap:anywhere]">
        <TextLink look="title" className="font-semibold" href={path}>
          {debt.title}
        </TextLink>
      </h2>
      <p className={debt.productSentence ? 'mt-1 font-serif text-product text-ink-2 italic' : 'mt-1 text-ink-3'}>
        {debt.productSentence || 'No product sentence yet.'}
      </p>
      <div className="mt-2.5 mb-3.5 flex flex-wrap gap-1.5">
        <StateMenu workspace={workspace} debt={debt} />
        {debt.services.map((service) => (
          <Chip key={service.key} icon={Box}>
            {service.key}
          </Chip>
        ))}
        {debt.team ? <Chip icon={Users}>{debt.team.name}</Chip> : null}
      </div>
      {/* While a new score is being chosen, the editor says itself what the score was. */}
      <div className="[&:has(textarea)>[data-before]]:hidden">
        <ScoreEditor
          key={savedSignal}
          workspace={workspace}
          debt={debt}
          variant="stacked"
          standing={<Standing workspace={workspace} debt={debt} />}
          history={history}
          focusSignal={scoreSignal}
          onSaved={() => setSavedSignal((was) => was + 1)}
        />
        <ScoreBefore workspace={workspace} debt={debt} history={history} />
      </div>
    </>
  );
}

function PeekSkeleton() {
  return (
    <SkeletonGroup label="Loading the debt" className="flex flex-col gap-3 pt-2">
      <Skeleton className="h-5 w-4/5" />
      <Skeleton className="h-10" />
      <Skeleton className="h-6 w-1/2" />
      <Skeleton className="h-18" />
      {['impact', 'likelihood', 'velocityTax', 'remediationCost'].map((name) => (
        <Skeleton key={name} className="h-12" />
      ))}
    </SkeletonGroup>
  );
}
