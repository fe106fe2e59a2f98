'use client';

import { Users, X } from 'lucide-react';
import { useState } from 'react';
import { revisionsPath } from '@/components/decision/decision-path';
import { messageOf } from '@/components/query/request-error';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import type { ReviewRecord, VerdictRecord } from '@/server/modules/decision-review/contract';
import { AnswerPanel } from './answer-panel';
import { AskReviewers } from './ask-reviewers';
import { DismissDialog } from './dismiss-dialog';
import { ReviewHistory } from './review-history';
import { approvalsText, reviewTitle, shortDay } from './review-words';
import { PersonLine, ReviewerLine } from './reviewer-line';
import { type Review, useReview } from './use-review';

export type ReviewRailProps = { workspace: string; decision: DecisionRecord };

/** The review of a decision at the top of its rail: how it stands, who was asked, and one's own answer. */
export function ReviewRail({ workspace, decision }: ReviewRailProps) {
  const actions = useReview(workspace, decision);
  const { query, review } = actions;
  if (review) return <Loaded workspace={workspace} decision={decision} review={review} actions={actions} />;
  if (!query.error) {
    return (
      <SkeletonGroup label="Reading the review">
        <Skeleton className="h-5.5 w-44" />
        <Skeleton className="mt-4 h-9 w-full" />
        <Skeleton className="mt-4 h-7.5 w-full" />
      </SkeletonGroup>
    );
  }
  return (
    <section aria-label="Review">
      <h2 className="text-panel font-semibold">Review</h2>
      <p className="mt-1 text-label text-ink-2">{messageOf(query.error)}</p>
      <Button className="mt-2" pending={query.isFetching} onClick={() => void query.refetch()}>
        Try again
      </Button>
    </section>
  );
}

type LoadedProps = ReviewRailProps & { review: ReviewRecord; actions: Review };

function Loaded({ workspace, decision, review, actions }: LoadedProps) {
  const { revision, status } = decision;
  const isOpen = status === 'draft' || status === 'proposed';
  const isAnybodyAsked = review.reviewers.length + review.teams.length > 0;
  // A record that was decided without a review has none to show.
  if (!isOpen && !isAnybodyAsked && review.history.length === 0) return null;
  return (
    <section aria-labelledby="review-title">
      <div className="flex items-start justify-between gap-2">
        <h2 id="review-title" className="text-panel font-semibold">
          {reviewTitle(status, review)}
        </h2>
        {review.abilities.request && isAnybodyAsked ? (
          <div className="-my-1 -mr-1.5 shrink-0">
            <AskReviewers workspace={workspace} review={review} actions={actions} />
          </div>
        ) : null}
      </div>
      <p className="text-label text-ink-2" aria-live="polite">
        {status === 'draft' ? draftText(review) : approvalsText(review)}
      </p>
      <NewerText workspace={workspace} decision={decision} actions={actions} />
      <Reviewers workspace={workspace} decision={decision} review={review} actions={actions} />
      {review.abilities.request && !isAnybodyAsked ? (
        <div className="mt-3">
          <AskReviewers workspace={workspace} review={review} actions={actions} />
        </div>
      ) : null}
      {review.abilities.answer ? (
        <div className={isAnybodyAsked ? 'mt-3' : 'mt-2'}>
          <AnswerPanel key={revision} review={review} revision={revision} actions={actions} />
        </div>
      ) : null}
    </section>
  );
}

function draftText({ required }: ReviewRecord): string {
  const needs = required > 0 ? ` Accepting it needs ${required} ${required === 1 ? 'approval' : 'approvals'}.` : '';
  return `Who is asked now is waited for once it is proposed.${needs}`;
}

/** Somebody saved another text while this one was read: nothing is approved unread. */
function NewerText({ workspace, decision, actions }: Omit<LoadedProps, 'review'>) {
  const { newer, wasRefused } = actions;
  if (newer === null) return null;
  const compared = { from: decision.revision, to: newer };
  return (
    <Banner
      live
      className="mt-3 flex-col items-start pb-2.5"
      title={wasRefused ? 'Your answer was not taken.' : 'The text has changed.'}
      actions={
        <>
          <Button size="sm" onClick={actions.readAgain}>
            Read revision {newer}
          </Button>
          <TextLink href={revisionsPath(workspace, decision.register.slug, decision.id, compared)}>
            Show what changed
          </TextLink>
        </>
      }
    >
      You are reading revision {decision.revision}, and revision {newer} is there now.
    </Banner>
  );
}

function Reviewers({ workspace, decision, review, actions }: LoadedProps) {
  const [today] = useState(() => new Date());
  const [dismissed, setDismissed] = useState<VerdictRecord | null>(null);
  const { reviewers, teams, history, abilities } = review;
  return (
    <>
      {reviewers.length + teams.length > 0 ? (
        <ul className="mt-3 flex flex-col gap-2.5">
          {reviewers.map((reviewer) => (
            <ReviewerLine
              key={reviewer.person.id}
              reviewer={reviewer}
              revision={review.revision}
              today={today}
              differenceHref={(compared) => revisionsPath(workspace, decision.register.slug, decision.id, compared)}
              onDismiss={setDismissed}
              onWithdrawRequest={
                abilities.request
                  ? (id) => actions.withdrawRequest(id, { members: [reviewer.person.id] }, reviewer.person.name)
                  : undefined
              }
            />
          ))}
          {teams.map(({ requestId, team, requestedAt }) => (
            <PersonLine
              key={requestId}
              lead={<Users aria-hidden className="size-5 text-ink-3" />}
              name={team.name}
              state={{
                kind: 'waiting',
                text: `Anybody of the team, since ${shortDay(requestedAt, today)}`,
                tone: 'neutral',
              }}
              menu={
                abilities.request ? (
                  <IconButton
                    icon={X}
                    label={`Take the request to ${team.name} back`}
                    onClick={() => actions.withdrawRequest(requestId, { teams: [team.key] }, team.name)}
                  />
                ) : null
              }
            />
          ))}
        </ul>
      ) : null}
      <ReviewHistory history={history} today={today} />
      {dismissed ? <DismissDialog verdict={dismissed} actions={actions} onClose={() => setDismissed(null)} /> : null}
    </>
  );
}
