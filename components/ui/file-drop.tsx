'use client';

import { FileUp } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from './button';
import { cn } from './cn';

export type FileDropProps = {
  /** What can be dropped: "Drop a CSV file here". */
  title: string;
  /** Which files, how large. */
  hint?: ReactNode;
  /** As of `<input accept>`. */
  accept?: string;
  buttonLabel?: string;
  onFile: (file: File) => void;
  disabled?: boolean;
  error?: ReactNode;
  className?: string;
};

/** A place to drop one file, and a button for everyone else. */
export function FileDrop(props: FileDropProps) {
  const { title, hint, accept, buttonLabel = 'Choose a file', onFile, disabled = false, error, className } = props;
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (file && !disabled) onFile(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside does the same by keyboard
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cn(
        'flex flex-col items-center gap-1 rounded-well border border-dashed border-field bg-surface px-6 py-10 text-center',
        over && 'border-accent bg-accent-soft',
        className,
      )}
    >
      <FileUp aria-hidden className="size-5 text-ink-3" />
      <p className="text-form font-medium">{title}</p>
      {hint ? <p className="text-ink-2">{hint}</p> : null}
      <Button className="mt-3" disabled={disabled} onClick={() => input.current?.click()}>
        {buttonLabel}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        disabled={disabled}
        tabIndex={-1}
        aria-label={buttonLabel}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files?.[0]);
          // The same file chosen again after an error must count as a choice.
          event.target.value = '';
        }}
      />
      {error ? (
        <p role="alert" className="mt-2 font-medium text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}
