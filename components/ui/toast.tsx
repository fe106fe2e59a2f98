'use client';

import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { toast } from 'sonner';

export type ToastOptions = {
  /** What happened, in one sentence. */
  title: string;
  description?: string;
  tone?: 'neutral' | 'ok' | 'danger';
  /** Offered for as long as the toast stays; ten seconds then instead of five. */
  undo?: () => void;
  action?: { label: string; run: () => void };
};

const ICONS = { neutral: Info, ok: CircleCheck, danger: CircleAlert };
const INKS = { neutral: 'text-ink-3', ok: 'text-ok', danger: 'text-danger' };

/** Says what just happened, with the way back in it. */
export function showToast(options: ToastOptions): void {
  const action = options.undo ? { label: 'Undo', run: options.undo } : options.action;
  toast.custom((id) => <ToastBody {...options} action={action} onClose={() => toast.dismiss(id)} />, {
    duration: action ? 10_000 : options.tone === 'danger' ? 8_000 : 5_000,
  });
}

function ToastBody(props: ToastOptions & { onClose: () => void }) {
  const { title, description, tone = 'neutral', action, onClose } = props;
  const Icon = ICONS[tone];
  return (
    <div className="mx-auto flex min-h-11 w-fit max-w-[min(480px,calc(100vw-32px))] items-center gap-2.5 rounded-well border border-line-strong bg-surface py-1.5 pr-1.5 pl-3.5 font-sans text-body text-ink shadow-float">
      <Icon aria-hidden className={`size-4 shrink-0 ${INKS[tone]}`} />
      <div className="min-w-0 pr-2">
        <p className="font-medium">{title}</p>
        {description ? <p className="text-label text-ink-2">{description}</p> : null}
      </div>
      {action ? (
        <button
          type="button"
          className="h-7.5 shrink-0 rounded-control px-2.5 font-medium text-accent-text hover:bg-accent-soft touch:h-11"
          onClick={() => {
            action.run();
            onClose();
          }}
        >
          {action.label}
        </button>
      ) : null}
      <button
        type="button"
        aria-label="Close the message"
        className="flex size-7.5 shrink-0 items-center justify-center rounded-control text-ink-3 hover:bg-neutral-soft touch:size-11"
        onClick={onClose}
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  );
}
