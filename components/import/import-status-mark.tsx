import { CircleAlert, CircleCheck, CircleDashed, FileClock, type LucideIcon, Undo2 } from 'lucide-react';
import { TONE_TEXT, type Tone } from '@/components/ui/chip';
import { cn } from '@/components/ui/cn';

type Status = 'uploaded' | 'running' | 'done' | 'failed' | 'undone';

const looks: Record<Status, { icon: LucideIcon; label: string; tone: Tone }> = {
  uploaded: { icon: FileClock, label: 'Not imported yet', tone: 'warn' },
  running: { icon: CircleDashed, label: 'Coming in', tone: 'accent' },
  done: { icon: CircleCheck, label: 'Imported', tone: 'ok' },
  failed: { icon: CircleAlert, label: 'Not imported', tone: 'danger' },
  undone: { icon: Undo2, label: 'Undone', tone: 'neutral' },
};

/** What became of an import, in the list of former ones. */
export function ImportStatusMark({ status }: { status: Status }) {
  const { icon: Icon, label, tone } = looks[status];
  return (
    <span className={cn('flex w-36 shrink-0 items-center gap-1.5 text-label font-medium', TONE_TEXT[tone])}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {label}
    </span>
  );
}
