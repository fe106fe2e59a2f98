'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Popover } from '@/components/ui/popover';
import { completeFactors } from '@/server/domain/scoring/score';
import { defaultSeverityFloor, needsExplicitDecision } from '@/server/domain/scoring/severity-floor';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { useStateStep } from './state-menu';
import { TransitionForm } from './transition-form';
import { useToday } from './use-today';

/** At the severity floor a debt is decided explicitly, whatever its score: says so until it is. */
export function FloorBar({ workspace, debt, className }: { workspace: string; debt: DebtRecord; className?: string }) {
  const trpc = useTRPC();
  const today = useToday();
  const [accepting, setAccepting] = useState(false);
  const step = useStateStep(workspace, debt);
  const { data } = useQuery(trpc.workspace.get.queryOptions({ workspace }));
  const floor = data ? { impact: data.floorImpact, likelihood: data.floorLikelihood } : defaultSeverityFloor;
  const factors = completeFactors(debt);
  const waits = needsExplicitDecision({ state: debt.state, factors, acceptedUntil: debt.acceptedUntil }, today, floor);
  if (!factors || !waits) return null;
  const why = debt.state === 'accepted' ? ' Its acceptance has ended.' : '';
  return (
    <Banner
      className={cn('mt-3', className)}
      title="Decide explicitly."
      actions={
        debt.abilities.edit ? (
          <>
            <Popover
              label="Accept until"
              align="end"
              className="w-90"
              open={accepting}
              onOpenChange={setAccepting}
              trigger={
                <Button variant="ghost" className="text-warn hover:text-warn">
                  Accept until…
                </Button>
              }
            >
              <TransitionForm workspace={workspace} debt={debt} to="accepted" onDone={() => setAccepting(false)} />
            </Popover>
            <Button variant="primary" pending={step.pending} onClick={() => void step.save('planned')}>
              Plan it
            </Button>
          </>
        ) : null
      }
    >
      Impact {factors.impact} with likelihood {factors.likelihood} is at the severity floor, whatever the score.{why}
    </Banner>
  );
}
