'use client';

import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import type { Shortcut } from './shortcuts';

/** Every shortcut that works where the person is, by scope. */
export function ShortcutDialog({ shortcuts, onClose }: { shortcuts: readonly Shortcut[] | null; onClose: () => void }) {
  const scopes = new Map<string, Map<string, string>>();
  for (const shortcut of shortcuts ?? []) {
    const lines = scopes.get(shortcut.scope) ?? new Map<string, string>();
    lines.set(shortcut.keys, shortcut.label);
    scopes.set(shortcut.scope, lines);
  }
  return (
    <Dialog
      open={shortcuts !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Keyboard shortcuts"
      aside="those that work on this page"
    >
      <div className="gap-x-10 sm:columns-2">
        {[...scopes].map(([scope, lines]) => (
          <section key={scope} className="mb-4 break-inside-avoid">
            <h3 className="pb-1 text-label font-medium text-ink-3">{scope}</h3>
            <dl>
              {[...lines].map(([keys, label]) => (
                <div key={keys} className="flex items-center justify-between gap-4 border-t border-line py-1.5">
                  <dt>{label}</dt>
                  <dd>
                    <Kbd keys={keys} tone="strong" />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
