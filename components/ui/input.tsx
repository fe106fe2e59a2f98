'use client';

import { type ComponentPropsWithRef, type ReactNode, useState } from 'react';
import { cn } from './cn';
import { useFieldControl } from './field';

export type ControlSize = 'md' | 'form';

/** The frame every text control shares; `md` is 30 px for bars, `form` 36, both 44 by touch. */
export function controlClass(size: ControlSize): string {
  return cn(
    'w-full min-w-0 rounded-control border border-field bg-surface text-ink transition-colors touch:h-11',
    'aria-invalid:border-danger disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3',
    '[&:is(input,textarea):read-only:enabled]:bg-sunken',
    size === 'form' ? 'h-9 px-2.75 text-form' : 'h-7.5 px-2.5 text-body',
  );
}

export type InputProps = Omit<ComponentPropsWithRef<'input'>, 'size' | 'prefix'> & {
  size?: ControlSize;
  /** Fixed text before what is typed, such as `/w/`. */
  prefix?: ReactNode;
  /** Something at the end, such as a small button or a unit. */
  suffix?: ReactNode;
};

export function Input({ size = 'form', prefix, suffix, className, ...props }: InputProps) {
  const bound = useFieldControl(props);
  if (prefix === undefined && suffix === undefined) {
    return <input type="text" {...props} {...bound} className={cn(controlClass(size), className)} />;
  }
  return (
    <div
      className={cn(
        controlClass(size),
        'flex items-center has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
        'has-aria-invalid:border-danger has-[input:read-only:enabled]:bg-sunken',
        className,
      )}
    >
      {prefix ? <span className="shrink-0 text-ink-3">{prefix}</span> : null}
      <input
        type="text"
        {...props}
        {...bound}
        className="h-full min-w-0 flex-1 bg-transparent outline-none focus-visible:outline-none"
      />
      {suffix ? <span className="ml-2 flex shrink-0 items-center text-body text-ink-2">{suffix}</span> : null}
    </div>
  );
}

/** A password field whose content can be shown. */
export function PasswordInput(props: Omit<InputProps, 'type' | 'suffix'>) {
  const [shown, setShown] = useState(false);
  return (
    <Input
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="off"
      suffix={
        <button
          type="button"
          aria-pressed={shown}
          aria-label={shown ? 'Hide the password' : 'Show the password'}
          className="border-b border-line-strong leading-4 text-ink-2 hover:text-ink"
          onClick={() => setShown((was) => !was)}
        >
          {shown ? 'Hide' : 'Show'}
        </button>
      }
    />
  );
}

/** The browser's own date field, value `YYYY-MM-DD` or ''. */
export function DateInput({ className, ...props }: Omit<InputProps, 'type' | 'prefix' | 'suffix'>) {
  return <Input {...props} type="date" className={cn('w-40 tabular-nums', className)} />;
}
