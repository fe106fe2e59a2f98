'use client';

import { StatusChip } from '@/components/ui/chip';
import type { DecisionStatus } from '@/server/domain/decision/status';
import { statusLooks } from './status-look';

export type DecisionStatusChipProps = {
  status: DecisionStatus;
  /** Icon and word without the ground, for lists on a phone. */
  bare?: boolean;
  className?: string;
};

/** The status of a decision: icon, word and tone. */
export function DecisionStatusChip({ status, bare, className }: DecisionStatusChipProps) {
  const look = statusLooks[status];
  return <StatusChip icon={look.icon} label={look.label} tone={look.tone} bare={bare} className={className} />;
}
