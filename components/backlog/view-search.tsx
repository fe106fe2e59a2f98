'use client';

import { Search, X } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';

type ViewSearchProps = {
  value: string;
  onChange: (text: string) => void;
  input: RefObject<HTMLInputElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What can be searched for. */
  placeholder?: string;
};

const pauseMs = 250;

/** Finds debts of the view by their words or key; a button until it is needed. */
export function ViewSearch(props: ViewSearchProps) {
  const { value, onChange, input, open, onOpenChange, placeholder = 'Words or key' } = props;
  const [text, setText] = useState(value);
  const [said, setSaid] = useState(value);
  // The address changed by Back or by another view: the field follows it.
  if (said !== value) {
    setSaid(value);
    setText(value);
  }
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => {
      setSaid(text.trim());
      onChange(text.trim());
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  if (!open && !value) {
    return <IconButton icon={Search} label="Search this view" kbd="/" onClick={() => onOpenChange(true)} />;
  }
  const clear = () => {
    setText('');
    setSaid('');
    onChange('');
    onOpenChange(false);
  };
  return (
    <Input
      ref={input}
      size="md"
      aria-label="Search this view"
      placeholder={placeholder}
      className="w-44"
      autoFocus={open}
      value={text}
      maxLength={200}
      prefix={<Search aria-hidden className="mr-1.5 size-4 text-ink-3" />}
      suffix={<IconButton icon={X} label="End the search" className="size-6 -mr-1.5 touch:size-9" onClick={clear} />}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        clear();
      }}
    />
  );
}
