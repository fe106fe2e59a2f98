'use client';

import type { ComponentPropsWithRef } from 'react';
import { cn } from './cn';
import { useFieldControl } from './field';
import { controlClass } from './input';

export type TextareaProps = ComponentPropsWithRef<'textarea'> & {
  /** The product sentence and other reading text is written as it will be read. */
  face?: 'interface' | 'reading' | 'code';
};

const FACES = {
  interface: 'text-form',
  reading: 'font-serif text-product',
  code: 'font-mono text-body',
};

/** Grows with its text up to half the window. */
export function Textarea({ face = 'interface', className, rows = 2, ...props }: TextareaProps) {
  return (
    <textarea
      rows={rows}
      {...props}
      {...useFieldControl(props)}
      className={cn(
        controlClass('form'),
        'field-sizing-content h-auto max-h-[50dvh] min-h-13 resize-y py-1.75 touch:h-auto touch:min-h-16',
        FACES[face],
        className,
      )}
    />
  );
}
