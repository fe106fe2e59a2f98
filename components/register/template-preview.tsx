'use client';

import { MarkdownView } from '@/components/markdown/markdown-view';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import type { TemplateRecord } from '@/server/modules/register/contract';

/** A template as a new decision will show it. */
export function TemplatePreview({ template, onClose }: { template: TemplateRecord; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title={template.name}
      description={template.description || undefined}
      width="lg"
      actions={<CopyButton text={template.body} label="Copy the Markdown" />}
    >
      <MarkdownView text={template.body} topHeading={3} />
    </Dialog>
  );
}
