'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { chipClass } from '@/components/ui/chip';
import { Menu, MenuHeading, MenuItem } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import { showToast } from '@/components/ui/toast';
import { dayText } from '@/server/domain/scoring/day';
import {
  allowedTransitions,
  closureLabels,
  type DebtState,
  stateLabels,
  transitionAsks,
} from '@/server/domain/scoring/state';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { editOf } from './debt-edit';
import { StateChip } from './state-chip';
import { stateLooks } from './state-look';
import { TransitionForm } from './transition-form';
import { useSaveDebt } from './use-save-debt';

export type StateMenuProps = { workspace: string; debt: DebtRecord };

/** "Accepted until 3 Mar 2027", "Withdrawn: duplicate of TD-4": what the state needs to be understood. */
export function stateText(debt: DebtRecord): string {
  if (debt.state === 'accepted' && debt.acceptedUntil) return `Accepted until ${dayText(debt.acceptedUntil)}`;
  if (debt.state !== 'withdrawn' || !debt.closedAs) return stateLabels[debt.state];
  const how = closureLabels[debt.closedAs].toLowerCase();
  return `Withdrawn: ${how}${debt.mergedInto ? ` (${debt.mergedInto.key})` : ''}`;
}

/** The state of a debt, and the states it may go to; what a step needs is asked in place. */
export function StateMenu({ workspace, debt }: StateMenuProps) {
  const [asking, setAsking] = useState<DebtState | null>(null);
  const { save, pending } = useStateStep(workspace, debt);
  if (!debt.abilities.edit) return <StateChip state={debt.state} />;

  const go = (state: DebtState) => {
    if (transitionAsks(debt.state, state).length > 0) setAsking(state);
    else void save(state);
  };
  const look = stateLooks[debt.state];
  const trigger = (
    <button
      type="button"
      aria-busy={pending}
      className={chipClass(look.tone, 'relative h-6 touch:after:absolute touch:after:-inset-2.5')}
    >
      <look.icon aria-hidden className="size-3.25 shrink-0" />
      {stateText(debt)}
      <ChevronDown aria-hidden className="size-3.25 opacity-70" />
    </button>
  );
  if (asking) {
    return (
      <Popover
        trigger={trigger}
        label={`To ${stateLabels[asking].toLowerCase()}`}
        className="w-90"
        open
        onOpenChange={(open) => (open ? null : setAsking(null))}
      >
        <TransitionForm workspace={workspace} debt={debt} to={asking} onDone={() => setAsking(null)} />
      </Popover>
    );
  }
  return (
    <Menu trigger={trigger} className="min-w-56">
      <MenuHeading aside={stateLabels[debt.state].toLowerCase()}>Move to</MenuHeading>
      {allowedTransitions(debt.state).map((state) => (
        <MenuItem
          key={state}
          icon={stateLooks[state].icon}
          label={stepLabel(debt.state, state)}
          onSelect={() => go(state)}
        />
      ))}
    </Menu>
  );
}

function stepLabel(from: DebtState, to: DebtState): string {
  const asks = transitionAsks(from, to).length > 0 ? '…' : '';
  if (from === 'accepted' && to === 'accepted') return `Extend the acceptance${asks}`;
  return `${stateLabels[to]}${asks}`;
}

/** Steps that need nothing but the state. */
export function useStateStep(workspace: string, debt: DebtRecord) {
  const saving = useSaveDebt(workspace, debt, (record) => {
    showToast({ title: `${record.key} is ${stateLabels[record.state].toLowerCase()} now.`, tone: 'ok' });
  });
  const save = async (state: DebtState) => {
    const base = editOf(debt);
    const closedAs = state === 'resolved' ? 'fixed' : null;
    const mine = {
      ...base,
      state: { state, closedAs, acceptedUntil: null, mergedInto: base.state.mergedInto },
    } as const;
    const result = await saving.save(mine);
    if (result.outcome !== 'refused') return;
    showToast({ title: 'The state did not change.', description: messageOf(result.error), tone: 'danger' });
  };
  return { save, pending: saving.pending };
}
