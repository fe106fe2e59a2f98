/** The look of what floats over the page: menus, lists and popovers. */
export const FLOATING =
  'z-50 rounded-well border border-line-strong bg-surface text-ink shadow-float animate-rise outline-none';

/**
 * A row of a menu or list; `data-highlighted` is Radix's, `data-selected` cmdk's.
 * Radix marks what is disabled with an empty attribute, cmdk with true and everything else with false.
 */
export const FLOATING_ITEM =
  'relative flex min-h-8 cursor-default items-center gap-2.5 rounded-control px-2.5 py-1.5 outline-none select-none ' +
  'data-highlighted:bg-neutral-soft data-[selected=true]:bg-neutral-soft touch:min-h-11 ' +
  'data-highlighted:[&_.text-ink-3]:text-ink-2 data-[selected=true]:[&_.text-ink-3]:text-ink-2 ' +
  "[&[data-disabled='']]:text-ink-3 data-[disabled=true]:text-ink-3";
