'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { cn } from './cn';
import { IconButton } from './icon-button';

const WIDTHS = { sm: 'sm:max-w-[440px]', md: 'sm:max-w-[600px]', lg: 'sm:max-w-[776px]' };

export const SCRIM = 'fixed inset-0 z-40 bg-scrim animate-appear';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** Beside the title, such as "draft kept at 14:05". */
  aside?: ReactNode;
  /** One sentence under the title. */
  description?: ReactNode;
  /** Hints at the left of the bottom bar. */
  hints?: ReactNode;
  /** Buttons at the right of the bottom bar, the primary one last. */
  actions?: ReactNode;
  width?: keyof typeof WIDTHS;
  /** Called before the dialog closes by Esc or a press outside; preventDefault keeps it open. */
  onDismiss?: (event: Event) => void;
  children: ReactNode;
};

/** A dialog over the page: 64 px from the top, the whole screen on a phone. Wrap a form around its parts inside. */
export function Dialog(props: DialogProps) {
  const { title, aside, description, hints, actions, width = 'md', onDismiss } = props;
  const openedFrom = useRef<Element | null>(null);
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={(event) => {
            openedFrom.current = document.activeElement;
            focusFirstField(event);
          }}
          onCloseAutoFocus={(event) => {
            // Radix knows only a trigger of its own to return to, and most dialogs are opened by state.
            event.preventDefault();
            returnFocus(openedFrom.current);
          }}
          onKeyDown={submitOnModEnter}
          onEscapeKeyDown={onDismiss}
          onInteractOutside={onDismiss}
          className={cn(
            'fixed inset-0 z-40 flex flex-col overflow-hidden bg-surface outline-none animate-rise',
            'sm:inset-x-4 sm:top-16 sm:bottom-auto sm:mx-auto sm:max-h-[calc(100dvh-96px)] sm:rounded-dialog sm:shadow-dialog',
            WIDTHS[width],
          )}
        >
          <header className="flex min-h-13 shrink-0 items-center gap-3 border-b border-line py-2 pr-4 pl-6">
            <div className="min-w-0 flex-1">
              <div className="flex flex-wrap items-baseline gap-x-3">
                <Radix.Title className="text-panel font-semibold">{title}</Radix.Title>
                {aside ? <span className="text-label text-ink-2">{aside}</span> : null}
              </div>
              {description ? <Radix.Description className="text-ink-2">{description}</Radix.Description> : null}
            </div>
            <Radix.Close asChild>
              <IconButton icon={X} label="Close" />
            </Radix.Close>
          </header>
          <div data-dialog-body className="min-h-0 flex-1 overflow-y-auto px-6 py-4.5">
            {props.children}
          </div>
          {hints || actions ? (
            <footer className="flex min-h-14 shrink-0 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line bg-bg px-6 py-3">
              <div className="flex items-center gap-4 text-label text-ink-2 touch:hidden">{hints}</div>
              <div className="ml-auto flex items-center gap-2">{actions}</div>
            </footer>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const FIELDS =
  '[data-dialog-body] :is(input, textarea, select, button, a, [tabindex="0"]):not([tabindex="-1"], :disabled)';

// Whoever took the focus while the dialog closed, such as what it made, keeps it.
function returnFocus(to: Element | null) {
  const isFree = document.activeElement === null || document.activeElement === document.body;
  if (isFree && to instanceof HTMLElement && to.isConnected) to.focus({ preventScroll: true });
}

// The same keys save wherever a form floats; a dialog with a save of its own has answered before.
function submitOnModEnter(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.defaultPrevented || event.repeat) return;
  // What floats over the dialog bubbles through it too, and is not its form.
  if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
  const button = event.currentTarget.querySelector<HTMLButtonElement>('button[type="submit"]');
  if (!button) return;
  event.preventDefault();
  button.click();
}

// Left to itself the focus would go to Close, with its hint open over the dialog.
function focusFirstField(event: Event) {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const marked = event.currentTarget.querySelector<HTMLElement>('[data-autofocus]');
  const field = marked ?? event.currentTarget.querySelector<HTMLElement>(FIELDS);
  (field ?? event.currentTarget).focus();
}
