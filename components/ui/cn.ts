import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// tailwind-merge would take `text-body` for a colour and drop it beside `text-ink`, so our scale is named here.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: [
        'micro',
        'label',
        'body',
        'form',
        'product',
        'panel',
        'reading',
        'title',
        'summary',
        'document',
        'figure',
        'display',
      ],
      radius: ['cell', 'chip', 'control', 'well', 'dialog'],
      shadow: ['float', 'dialog'],
    },
  },
});

/** Joins class names; the later of two conflicting Tailwind classes wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
