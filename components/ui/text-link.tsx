import Link from 'next/link';
import type { ComponentPropsWithRef } from 'react';
import { cn } from './cn';

const LOOKS = {
  /** Accent with a line under it: an action in text ("History"). */
  accent: 'border-b border-current text-accent-text hover:text-accent',
  /** Accent, bare: in a filter sentence or at the end of a list. */
  bare: 'font-medium text-accent-text hover:text-accent',
  /** Ink with a hairline: a reference in running text. */
  quiet: 'border-b border-line-strong hover:border-ink',
  /** No mark until hovered: the title of a row. */
  title: 'font-medium text-ink hover:text-accent-text',
};

export type TextLinkProps = ComponentPropsWithRef<typeof Link> & { look?: keyof typeof LOOKS };

export function TextLink({ look = 'accent', className, ...props }: TextLinkProps) {
  return <Link {...props} className={cn('rounded-cell', LOOKS[look], className)} />;
}

/** A button that reads like a link, for what does something in the middle of text. */
export function TextButton({
  look = 'accent',
  className,
  ...props
}: ComponentPropsWithRef<'button'> & { look?: keyof typeof LOOKS }) {
  return <button type="button" {...props} className={cn('rounded-cell text-left', LOOKS[look], className)} />;
}
