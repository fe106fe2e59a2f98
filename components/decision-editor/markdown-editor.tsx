'use client';

import type { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import { openEditor } from './code-mirror';

export type MarkdownEditorProps = {
  /** What it begins with; a new `key` opens it anew with another text. */
  text: string;
  label: string;
  describedBy: string;
  onChange: (text: string) => void;
  onSave: () => void;
  sendImage: (file: File) => Promise<{ url: string; name: string }>;
  /** The surface once it is there, and null when it is gone. */
  onReady: (view: EditorView | null) => void;
};

/** Markdown as it is written. Loaded when somebody writes: it brings CodeMirror along. */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const change = useEffectEvent(props.onChange);
  const save = useEffectEvent(props.onSave);
  const send = useEffectEvent(props.sendImage);
  const ready = useEffectEvent(props.onReady);
  const open = useEffectEvent((parent: HTMLElement) =>
    openEditor({
      parent,
      text: props.text,
      label: props.label,
      describedBy: props.describedBy,
      onChange: (text) => change(text),
      onSave: () => save(),
      sendImage: (file) => send(file),
    }),
  );
  useEffect(() => {
    if (!host.current) return;
    const view = open(host.current);
    ready(view);
    return () => {
      ready(null);
      view.destroy();
    };
  }, []);
  return <div ref={host} className="h-full min-h-0" />;
}
