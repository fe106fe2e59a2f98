import { Circle, CircleCheck, CircleDashed, CircleDot, CircleSlash, Hourglass, type LucideIcon } from 'lucide-react';
import type { Tone } from '@/components/ui/chip';
import { type DebtState, stateLabels } from '@/server/domain/scoring/state';

export type StateLook = { icon: LucideIcon; label: string; tone: Tone };

/** Icon, word and tone of every state: never a bare colour. */
export const stateLooks: Readonly<Record<DebtState, StateLook>> = {
  open: { icon: Circle, label: stateLabels.open, tone: 'neutral' },
  planned: { icon: CircleDashed, label: stateLabels.planned, tone: 'accent' },
  inProgress: { icon: CircleDot, label: stateLabels.inProgress, tone: 'accent' },
  resolved: { icon: CircleCheck, label: stateLabels.resolved, tone: 'ok' },
  accepted: { icon: Hourglass, label: stateLabels.accepted, tone: 'warn' },
  withdrawn: { icon: CircleSlash, label: stateLabels.withdrawn, tone: 'neutral' },
};
