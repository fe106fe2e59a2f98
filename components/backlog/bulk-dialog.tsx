'use client';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { BulkOutcome } from '@/server/modules/debt-bulk/contract';
import type { Bulk } from './use-bulk';

type Named = BulkOutcome['changed'][number] & { message?: string };

const shownAtMost = 8;

/** What will change, what stays and what cannot, before several debts are changed; one button that says what it does. */
export function BulkDialog({ bulk }: { bulk: Bulk }) {
  const { plan } = bulk;
  if (!plan) return null;
  const { changed, unchanged, refused } = plan.outcome;
  const verb = plan.change.delete ? 'Delete' : 'Change';
  const debts = changed.length === 1 ? '1 debt' : `${changed.length} debts`;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : bulk.cancel())}
      title={plan.title}
      width="md"
      actions={
        <>
          <Button variant="ghost" size="form" onClick={bulk.cancel}>
            Cancel
          </Button>
          <Button
            variant={plan.change.delete ? 'danger' : 'primary'}
            size="form"
            disabled={changed.length === 0}
            pending={bulk.pending}
            onClick={() => void bulk.make()}
          >
            {refused.length > 0 ? `${verb} the other ${debts}` : `${verb} ${debts}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Group
          title={plan.change.delete ? 'Will be deleted' : 'Will change'}
          items={changed}
          empty="Nothing changes."
        />
        <Group title="Already so" items={unchanged} />
        <Group title="Cannot be changed" items={refused} tone="text-danger" />
      </div>
    </Dialog>
  );
}

function Group({
  title,
  items,
  empty,
  tone,
}: {
  title: string;
  items: readonly Named[];
  empty?: string;
  tone?: string;
}) {
  if (items.length === 0) return empty ? <p className="text-ink-2">{empty}</p> : null;
  const left = items.length - shownAtMost;
  return (
    <section>
      <h3 className={`text-label font-medium ${tone ?? 'text-ink-2'}`}>
        {title}: {items.length}
      </h3>
      <ul className="mt-1 border-t border-line">
        {items.slice(0, shownAtMost).map((item) => (
          <li key={item.key} className="flex gap-3 border-b border-line py-1.5">
            <span className="key shrink-0 text-ink-2">{item.key}</span>
            <span className="min-w-0">
              <span className="block truncate">{item.title}</span>
              {item.message ? <span className="block text-label text-ink-2">{item.message}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      {left > 0 ? <p className="mt-1 text-label text-ink-3">and {left} more</p> : null}
    </section>
  );
}
