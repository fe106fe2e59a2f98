'use client';

import { useQuery } from '@tanstack/react-query';
import { Box, CircleAlert, Expand, Link as LinkIcon, X } from 'lucide-react';
import { useState } from 'react';
import { useSettled } from '@/components/backlog/use-settled';
import { decisionPath } from '@/components/decision/decision-path';
import { DecisionStatusChip } from '@/components/decision/status-chip';
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
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { decisionExcerpt } from './decision-excerpt';
import { decisionName } from './decision-words';
import { DueBox } from './due-box';
import { ReaffirmForm } from './reaffirm-form';
import { SinceThen } from './since-then';
import { useSucceed } from './use-succeed';

type DecisionPeekProps = {
  workspace: string;
  decisionId: string;
  today: string;
  onClose: () => void;
  /** After a reaffirmation: the next one that is due, if any. */
  onReaffirmed: () => void;
};

/** One decision beside the list: what it decides, what came of it, and whether it still holds. */
export function DecisionPeek({ workspace, decisionId, today, onClose, onReaffirmed }: DecisionPeekProps) {
  const trpc = useTRPC();
  // Rows that are only passed are not asked for, nor what their parts would ask.
  const isPassing = useSettled(decisionId) !== decisionId;
  const query = useQuery(trpc.decision.get.queryOptions({ workspace, id: decisionId }, { enabled: !isPassing }));
  const decision = isPassing ? undefined : query.data;
  return (
    <article aria-label={decision?.title ?? 'Decision'} className="px-4 pt-3 pb-6 md:px-4.5">
      <PeekBar workspace={workspace} decision={decision} onClose={onClose} />
      {decision ? (
        <PeekBody
          key={decision.id}
          workspace={workspace}
          decision={decision}
          today={today}
          onReaffirmed={onReaffirmed}
        />
      ) : query.error && !isPassing ? (
        <NothingHere
          title={isNotFound(query.error) ? 'This decision is not here' : 'This decision could not be read'}
          actions={<Button onClick={() => void query.refetch()}>Try again</Button>}
        >
          {messageOf(query.error)}
        </NothingHere>
      ) : (
        <PeekSkeleton />
      )}
    </article>
  );
}

type PeekBarProps = { workspace: string; decision: DecisionRecord | undefined; onClose: () => void };

function PeekBar({ workspace, decision, onClose }: PeekBarProps) {
  const copy = async (path: string) => {
    const address = new URL(path, window.location.origin).href;
    const isCopied = await copyText(address);
    showToast({ title: isCopied ? 'The link is copied.' : address, tone: isCopied ? 'ok' : 'neutral' });
  };
  const path = decision ? decisionPath(workspace, decision.register.slug, decision.id) : null;
  return (
    <div className="-mr-1.5 flex items-center">
      <span className="truncate text-ink-2">{decision ? decisionName(decision) : null}</span>
      <span className="ml-auto flex shrink-0">
        {path ? (
          <>
            <IconButton icon={LinkIcon} label="Copy the link" onClick={() => void copy(path)} />
            <IconLink icon={Expand} label="Open the page" kbd="enter" href={path} />
          </>
        ) : null}
        <IconButton icon={X} label="Close" kbd="escape" onClick={onClose} />
      </span>
    </div>
  );
}

type PeekBodyProps = { workspace: string; decision: DecisionRecord; today: string; onReaffirmed: () => void };

function PeekBody({ workspace, decision, today, onReaffirmed }: PeekBodyProps) {
  const excerpt = decisionExcerpt(decision.body);
  const { register, approvals, status } = decision;
  return (
    <>
      <h2 className="text-panel font-semibold [overflow-wrap:anywhere]">
        <TextLink look="title" className="font-semibold" href={decisionPath(workspace, register.slug, decision.id)}>
          {decision.title}
        </TextLink>
      </h2>
      {decision.productSentence ? (
        <p className="mt-1 font-serif text-product text-ink-2 italic">{decision.productSentence}</p>
      ) : null}
      <div className="mt-2.5 mb-3.5 flex flex-wrap items-center gap-1.5">
        <DecisionStatusChip status={status} />
        {status === 'proposed' && register.approvalsRequired > 0 ? (
          <span className="text-label text-ink-2">
            {approvals} of {register.approvalsRequired} approvals
          </span>
        ) : null}
        {decision.services.map((service) => (
          <Chip key={service.key} icon={Box}>
            {service.key}
          </Chip>
        ))}
      </div>
      <DueBox decision={decision} />
      <Warnings decision={decision} />
      {decision.supersededBy ? (
        <p className="mt-3 text-ink-2">
          Superseded by{' '}
          <TextLink look="quiet" href={decisionPath(workspace, register.slug, decision.supersededBy.id)}>
            {[decision.supersededBy.number, decision.supersededBy.title].filter((part) => part !== null).join(' ')}
          </TextLink>
        </p>
      ) : null}
      {excerpt ? (
        <section className="mt-4">
          <h3 className="text-label font-normal text-ink-3">Decision</h3>
          <p className="mt-0.5 font-serif text-product leading-6 [overflow-wrap:anywhere]">{excerpt}</p>
        </section>
      ) : null}
      <SinceThen workspace={workspace} decision={decision} today={today} />
      <ComingBack workspace={workspace} decision={decision} today={today} onReaffirmed={onReaffirmed} />
    </>
  );
}

function Warnings({ decision }: { decision: DecisionRecord }) {
  if (decision.warnings.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-col gap-1">
      {decision.warnings.map((warning) => (
        <li key={`${warning.code}-${warning.message}`} className="flex gap-1.5 text-label text-warn">
          <CircleAlert aria-hidden className="mt-0.5 size-3.25 shrink-0" />
          <span className="min-w-0">{warning.message}</span>
        </li>
      ))}
    </ul>
  );
}

/** The form where a decision is due, a button for it where it is not yet. */
function ComingBack({ workspace, decision, today, onReaffirmed }: PeekBodyProps) {
  const [isOpen, setIsOpen] = useState(false);
  const succeed = useSucceed(workspace);
  if (decision.status !== 'accepted' || !decision.abilities.edit) return null;
  if (decision.due || isOpen) {
    const done = () => {
      setIsOpen(false);
      onReaffirmed();
    };
    return <ReaffirmForm workspace={workspace} decision={decision} today={today} onDone={done} />;
  }
  return (
    <div className="mt-5 flex flex-wrap gap-2">
      <Button onClick={() => setIsOpen(true)}>Reaffirm</Button>
      <Button variant="ghost" pending={succeed.isPending} onClick={() => succeed.write(decision)}>
        Write a successor
      </Button>
    </div>
  );
}

function PeekSkeleton() {
  return (
    <SkeletonGroup label="Loading the decision" className="flex flex-col gap-3 pt-2">
      <Skeleton className="h-5 w-4/5" />
      <Skeleton className="h-10" />
      <Skeleton className="h-6 w-1/2" />
      <Skeleton className="h-18" />
      <Skeleton className="h-24" />
    </SkeletonGroup>
  );
}
