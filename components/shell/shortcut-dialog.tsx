'use client';

import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import type { Shortcut } from './shortcuts';

/** Of several for the same keys only the latest runs, so only that one is listed. */
function inForce(shortcuts: readonly Shortcut[]): readonly Shortcut[] {
  return shortcuts.filter((each, index) => shortcuts.findLastIndex((other) => other.keys === each.keys) === index);
}

/** Every shortcut that works where the person is, by scope. */
export function ShortcutDialog({ shortcuts, onClose }: { shortcuts: readonly Shortcut[] | null; onClose: () => void }) {
  const scopes = new Map<string, Map<string, Set<string>>>();
  for (const shortcut of inForce(shortcuts ?? [])) {
    const lines = scopes.get(shortcut.scope) ?? new Map<string, Set<string>>();
    lines.set(shortcut.label, (lines.get(shortcut.label) ?? new Set()).add(shortcut.keys));
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
              {[...lines].map(([label, keys]) => (
                <div key={label} className="flex items-center justify-between gap-4 border-t border-line py-1.5">
                  <dt>{label}</dt>
                  <dd className="flex gap-1.5">
                    {[...keys].map((each) => (
                      <Kbd key={each} keys={each} tone="strong" />
                    ))}
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
