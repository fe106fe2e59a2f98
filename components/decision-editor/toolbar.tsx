'use client';

import type { EditorView } from '@codemirror/view';
import {
  Bold,
  Code,
  FileCode2,
  ImagePlus,
  Italic,
  Link2,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Table2,
  Workflow,
} from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { imageTypes } from '@/server/modules/image/contract';
import type { MarkdownCommand } from './markdown-command';

type Tool = { command: MarkdownCommand; icon: LucideIcon; label: string; kbd?: string };

const tools: readonly (readonly Tool[])[] = [
  [
    { command: 'bold', icon: Bold, label: 'Bold', kbd: 'mod+b' },
    { command: 'italic', icon: Italic, label: 'Italic', kbd: 'mod+i' },
    { command: 'code', icon: Code, label: 'Code', kbd: 'mod+e' },
    { command: 'link', icon: Link2, label: 'Link', kbd: 'mod+k' },
  ],
  [
    { command: 'bullets', icon: List, label: 'List', kbd: 'mod+shift+8' },
    { command: 'numbers', icon: ListOrdered, label: 'Numbered list', kbd: 'mod+shift+7' },
    { command: 'tasks', icon: ListChecks, label: 'Task list', kbd: 'mod+shift+9' },
  ],
  [
    { command: 'table', icon: Table2, label: 'Table' },
    { command: 'fence', icon: FileCode2, label: 'Code block' },
    { command: 'diagram', icon: Workflow, label: 'Mermaid diagram' },
  ],
];

export type ToolbarProps = {
  /** The surface it writes into; null while that is loading. */
  view: EditorView | null;
  send: (file: File) => Promise<{ url: string; name: string }>;
};

// The surface brings CodeMirror along, and is there before anything can be pressed: this module is loaded by then.
async function run(view: EditorView, command: MarkdownCommand) {
  const { runCommand } = await import('./code-mirror');
  runCommand(view, command);
}

async function putFiles(view: EditorView, files: File[], send: ToolbarProps['send']) {
  const { putImages } = await import('./image-slot');
  await putImages(view, view.state.selection.main.head, files, send);
}

/** One stop for the Tab key; arrow keys move within. */
export function Toolbar({ view, send }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    if (step === undefined || at === -1) return;
    event.preventDefault();
    for (const button of buttons) button.tabIndex = -1;
    const next = buttons[(at + step + buttons.length) % buttons.length];
    if (next) next.tabIndex = 0;
    next?.focus();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Formatting"
      tabIndex={-1}
      className="flex items-center gap-3 overflow-x-auto"
      onKeyDown={onKeyDown}
    >
      {tools.map((group, index) => (
        <span key={group[0]?.command} className="flex items-center">
          {group.map(({ command, icon, label, kbd }, at) => (
            <IconButton
              key={command}
              icon={icon}
              label={label}
              kbd={kbd}
              tabIndex={index + at === 0 ? 0 : -1}
              disabled={!view}
              onClick={() => view && void run(view, command)}
            />
          ))}
        </span>
      ))}
      <IconButton
        icon={ImagePlus}
        label="Picture, or paste or drop one"
        tabIndex={-1}
        disabled={!view}
        onClick={() => file.current?.click()}
      />
      <input
        ref={file}
        type="file"
        multiple
        accept={imageTypes.join(',')}
        tabIndex={-1}
        aria-label="Choose pictures"
        className="sr-only"
        onChange={(event) => {
          if (view) void putFiles(view, [...(event.target.files ?? [])], send);
          // The same file chosen again after an error must count as a choice.
          event.target.value = '';
        }}
      />
    </div>
  );
}
