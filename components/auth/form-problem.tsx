import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** What went wrong with a form as a whole, read out when it appears. */
export function FormProblem({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div role="alert" className="mb-5 flex gap-2.5 text-danger">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        {children ? <div className="text-ink-2">{children}</div> : null}
      </div>
    </div>
  );
}
