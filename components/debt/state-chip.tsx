'use client';

import { StatusChip } from '@/components/ui/chip';
import type { DebtState } from '@/server/domain/scoring/state';
import { stateLooks } from './state-look';

export type StateChipProps = {
  state: DebtState;
  /** Icon and word without the ground, for lists on a phone. */
  bare?: boolean;
  className?: string;
};

/** The state of a debt: icon, word and tone. */
export function StateChip({ state, bare, className }: StateChipProps) {
  const look = stateLooks[state];
  return <StatusChip icon={look.icon} label={look.label} tone={look.tone} bare={bare} className={className} />;
}
