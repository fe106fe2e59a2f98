'use client';

import { useState } from 'react';
import { MarkdownView } from '@/components/markdown/markdown-view';
import { Tabs } from '@/components/ui/tabs';
import { Textarea } from '@/components/ui/textarea';

/** Markdown, written on one tab and read on the other. */
export function DescriptionField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [tab, setTab] = useState<'write' | 'preview'>('write');
  return (
    <Tabs
      label="What it is"
      value={tab}
      onChange={setTab}
      tabs={[
        {
          value: 'write',
          label: 'Write',
          content: (
            <Textarea
              face="code"
              rows={8}
              value={value}
              placeholder="What was done, why it was fine then, and what makes it hurt now. Markdown works."
              onChange={(event) => onChange(event.target.value)}
            />
          ),
        },
        {
          value: 'preview',
          label: 'Preview',
          content: value.trim() ? <MarkdownView text={value} /> : <p className="text-ink-3">Nothing to show yet.</p>,
        },
      ]}
    />
  );
}
