import type { ReactNode } from 'react';

/** A group of fields of the edit view, a hairline above. */
export function EditSection({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="flex flex-col gap-4 border-t border-line py-4">
      {children}
    </section>
  );
}
