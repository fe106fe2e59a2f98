'use client';

import { FolderUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Spinner } from '@/components/ui/spinner';
import { type DroppedFile, filesOfChoice, filesOfDrop } from './dropped-file';

type Props = {
  onFiles: (files: DroppedFile[]) => void;
  /** What is being done with the files; nothing can be dropped meanwhile. */
  step: string | null;
  disabled: boolean;
  error: string | null;
};

const unreadable = 'The browser could not read what was dropped. Choose it with one of the buttons.';

/** A place to drop a folder, files or an archive, and buttons for everyone else. */
export function FolderDrop({ onFiles, step, disabled, error }: Props) {
  const [isOver, setIsOver] = useState(false);
  const [lost, setLost] = useState(false);
  const isClosed = disabled || step !== null;
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (isClosed) return;
    setLost(false);
    filesOfDrop(event.dataTransfer).then(onFiles, () => setLost(true));
  };
  const told = lost ? unreadable : error;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside do the same by keyboard
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(!isClosed);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
      className={cn(
        'mt-4 flex flex-col items-center gap-1 rounded-well border border-dashed border-field bg-surface px-6 py-10 text-center',
        isOver && 'border-accent bg-accent-soft',
      )}
    >
      <FolderUp aria-hidden className="size-5 text-ink-3" />
      <p className="flex items-center gap-2 text-form font-medium" role="status">
        {step ? <Spinner /> : null}
        {step ?? 'Drop a folder, files or a zip here'}
      </p>
      <p className="text-ink-2">
        adr-tools, MADR, log4brains, Nygard, Docusaurus, Jekyll, JSON-ADR and plain Markdown. Up to 5,000 files, 20 MB
        packed.
      </p>
      <div className="mt-3 flex flex-wrap justify-center gap-2">
        <FileButton label="Choose a folder" isFolder disabled={isClosed} onFiles={onFiles} />
        <FileButton label="Choose files or a zip" disabled={isClosed} onFiles={onFiles} />
      </div>
      {told ? (
        <p role="alert" className="mt-2 max-w-[46em] font-medium text-danger [overflow-wrap:anywhere]">
          {told}
        </p>
      ) : null}
    </div>
  );
}

// Not among the attributes that React's types know.
const ofFolder: Record<string, string> = { webkitdirectory: '' };

type FileButtonProps = {
  label: string;
  isFolder?: boolean;
  disabled: boolean;
  onFiles: (files: DroppedFile[]) => void;
};

function FileButton({ label, isFolder = false, disabled, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        {...(isFolder ? ofFolder : {})}
        ref={input}
        type="file"
        multiple
        disabled={disabled}
        tabIndex={-1}
        aria-label={label}
        className="sr-only"
        onChange={(event) => {
          onFiles(filesOfChoice(event.target.files ?? []));
          // The same files chosen again after an error must count as a choice.
          event.target.value = '';
        }}
      />
    </>
  );
}
