'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, type ButtonSize, type ButtonVariant } from './button';
import { IconButton } from './icon-button';

export type CopyButtonProps = {
  text: string;
  /** The verb and what: "Copy link". */
  label: string;
  iconOnly?: boolean;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
};

/** Copies, and says so in its own place for two seconds. */
export function CopyButton({ text, label, iconOnly = false, variant, size, className }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => copyText(text).then((done) => setState(done ? 'copied' : 'refused'));
  const said = state === 'copied' ? 'Copied' : state === 'refused' ? 'Select and copy' : label;
  return (
    <>
      {iconOnly ? (
        <IconButton icon={state === 'copied' ? Check : Copy} label={said} onClick={copy} className={className} />
      ) : (
        <Button
          icon={state === 'copied' ? Check : Copy}
          variant={variant}
          size={size}
          onClick={copy}
          className={className}
        >
          {said}
        </Button>
      )}
      <span role="status" className="sr-only">
        {state === 'copied' ? 'Copied' : ''}
      </span>
    </>
  );
}

/** True once the text is on the clipboard; plain http outside localhost has no clipboard API, so the old way is tried. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.style.position = 'fixed';
    area.style.opacity = '0';
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
