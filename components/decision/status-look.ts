import {
  Archive,
  CircleCheck,
  CircleDotDashed,
  CircleQuestionMark,
  CircleX,
  type LucideIcon,
  PenLine,
  Replace,
} from 'lucide-react';
import type { Tone } from '@/components/ui/chip';
import type { DecisionStatus } from '@/server/domain/decision/status';

export type StatusLook = { icon: LucideIcon; label: string; tone: Tone };

/** Icon, word and tone of every status: never a bare colour. */
export const statusLooks: Readonly<Record<DecisionStatus, StatusLook>> = {
  draft: { icon: PenLine, label: 'Draft', tone: 'neutral' },
  proposed: { icon: CircleDotDashed, label: 'Proposed', tone: 'accent' },
  accepted: { icon: CircleCheck, label: 'Accepted', tone: 'ok' },
  rejected: { icon: CircleX, label: 'Rejected', tone: 'neutral' },
  deprecated: { icon: Archive, label: 'Deprecated', tone: 'neutral' },
  superseded: { icon: Replace, label: 'Superseded', tone: 'neutral' },
  unknown: { icon: CircleQuestionMark, label: 'Unknown', tone: 'neutral' },
};
