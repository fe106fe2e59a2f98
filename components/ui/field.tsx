'use client';

import { CircleAlert } from 'lucide-react';
import { createContext, type ReactNode, useContext, useId, useMemo } from 'react';
import { cn } from './cn';

type FieldBinding = {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
};

const FieldContext = createContext<FieldBinding | null>(null);

type ControlProps = {
  id?: string;
  required?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling';
};

/** What a control inside a Field adds to itself: its id, its description and whether it is wrong. */
export function useFieldControl(props: ControlProps) {
  const field = useContext(FieldContext);
  const described = [props['aria-describedby'], field?.describedBy].filter(Boolean).join(' ');
  return {
    id: props.id ?? field?.id,
    'aria-required': props.required || field?.required || undefined,
    'aria-describedby': described || undefined,
    'aria-invalid': props['aria-invalid'] ?? (field?.invalid || undefined),
  };
}

/** For a group of controls (segments, radio cards): the group is named by the label's text instead of `htmlFor`. */
export function useFieldGroup(label?: string) {
  const field = useContext(FieldContext);
  return {
    'aria-label': label,
    'aria-labelledby': label ? undefined : field?.labelId,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid || undefined,
  };
}

export type FieldProps = {
  label: ReactNode;
  /** Under the control (label above) or under the label (label left). */
  hint?: ReactNode;
  error?: ReactNode;
  /** Good news about the value, with its own icon. */
  confirmation?: ReactNode;
  /** A link or button level with the label, such as "Forgot it?". */
  aside?: ReactNode;
  layout?: 'above' | 'left';
  required?: boolean;
  /** The control is a group: the label is not a `<label>`. */
  group?: boolean;
  className?: string;
  children: ReactNode;
};

/** A label, a control, and what is said about it, bound together for screen readers. */
export function Field(props: FieldProps) {
  const { label, hint, error, confirmation, aside, layout = 'above', required = false, className, children } = props;
  const id = useId();
  const invalid = Boolean(error);
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const binding = useMemo(
    () => ({ id: `${id}-control`, labelId: `${id}-label`, describedBy, invalid, required }),
    [id, describedBy, invalid, required],
  );
  const left = layout === 'left';
  const Label = props.group ? 'span' : 'label';
  const hintLine = hint ? (
    <p id={`${id}-hint`} className={cn('text-label text-ink-3', !left && 'mt-1.5')}>
      {hint}
    </p>
  ) : null;
  return (
    <div className={cn(left && 'gap-x-8 sm:grid sm:grid-cols-[128px_minmax(0,1fr)]', className)}>
      <div
        className={cn(
          left
            ? cn('mb-1.5 sm:mb-0', props.group ? 'sm:pt-1' : 'sm:pt-2')
            : 'mb-1.5 flex items-baseline justify-between gap-3',
        )}
      >
        <Label id={`${id}-label`} htmlFor={props.group ? undefined : `${id}-control`} className="font-medium">
          {label}
        </Label>
        {left ? hintLine : aside}
      </div>
      <div className="min-w-0">
        <FieldContext value={binding}>{children}</FieldContext>
        {error ? (
          <div id={`${id}-error`} role="alert" className="mt-1.5 flex gap-2 text-danger">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <div className="min-w-0 font-medium">{error}</div>
          </div>
        ) : null}
        {confirmation && !error ? <div className="mt-1.5 text-label text-ok">{confirmation}</div> : null}
        {left ? null : hintLine}
      </div>
    </div>
  );
}
