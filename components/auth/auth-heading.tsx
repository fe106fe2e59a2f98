import type { ReactNode } from 'react';

export function AuthHeading({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <header className="mb-6">
      <h1 className="font-serif text-document font-semibold [overflow-wrap:anywhere]">{title}</h1>
      {children ? <p className="mt-0.5 text-form text-ink-2 [overflow-wrap:anywhere]">{children}</p> : null}
    </header>
  );
}
