'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, Ellipsis, FileText, Gauge, Link2, Pencil, Trash2 } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTRPC } from '@/components/query/trpc';
import { useShortcut } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { showToast } from '@/components/ui/toast';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { debtMarkdown } from './debt-markdown';
import { debtPath } from './debt-path';
import { useDebtView } from './use-debt-view';
import { useDeleteDebt } from './use-delete-debt';

type BarProps = { workspace: string; debt: DebtRecord };

/** "2 of 63", and the debts before and after this one in the view one came from. */
function Position({ workspace, debt }: BarProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const view = useDebtView();
  const { data } = useQuery(trpc.backlog.position.queryOptions({ workspace, key: debt.key, ...view.input }));
  const go = (key: string | null | undefined) => {
    if (key) router.push(debtPath(workspace, key, view.query));
  };
  const previous = data?.previous ?? null;
  const next = data?.next ?? null;
  useShortcut({
    keys: 'k',
    label: 'The debt before',
    scope: 'Debt',
    run: () => go(previous),
    enabled: previous !== null,
  });
  useShortcut({ keys: 'j', label: 'The debt after', scope: 'Debt', run: () => go(next), enabled: next !== null });
  if (!data || data.index === null) return null;
  return (
    <div className="flex items-center gap-1">
      <span className="mr-1 text-label text-ink-2 tabular-nums whitespace-nowrap">
        {data.index} of {data.total}
      </span>
      <IconButton
        icon={ChevronUp}
        label="The debt before"
        kbd="k"
        disabled={previous === null}
        onClick={() => go(previous)}
      />
      <IconButton icon={ChevronDown} label="The debt after" kbd="j" disabled={next === null} onClick={() => go(next)} />
    </div>
  );
}

function MoreMenu({ workspace, debt, onEdit, onScore }: DebtActionsProps) {
  const remove = useDeleteDebt(workspace, debt);
  const link = () => `${window.location.origin}${debtPath(workspace, debt.key)}`;
  const copy = async (text: string, title: string) => {
    const copied = await copyText(text);
    showToast(copied ? { title, tone: 'ok' } : { title: 'The browser did not allow copying.', tone: 'danger' });
  };
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          icon={Ellipsis}
          label="More"
          variant="secondary"
          className="max-sm:border-transparent max-sm:bg-transparent"
        />
      }
    >
      {debt.abilities.edit ? (
        <>
          <MenuItem
            icon={Gauge}
            label={debt.scoreThirds === null ? 'Score' : 'Score again'}
            kbd="s"
            onSelect={onScore}
          />
          <MenuItem icon={Pencil} label="Edit" kbd="e" onSelect={onEdit} />
        </>
      ) : null}
      <MenuItem icon={Link2} label="Copy the link" onSelect={() => void copy(link(), 'The link is copied.')} />
      <MenuItem
        icon={FileText}
        label="Copy as Markdown"
        onSelect={() => void copy(debtMarkdown(debt, link()), `${debt.key} is copied as Markdown.`)}
      />
      {debt.abilities.delete ? (
        <>
          <MenuSeparator />
          <MenuItem icon={Trash2} tone="danger" label="Delete" onSelect={() => void remove()} />
        </>
      ) : null}
    </Menu>
  );
}

export type DebtActionsProps = BarProps & { onScore: () => void; onEdit: () => void };

/** What the top bar of a debt offers at the right. */
export function DebtActions({ workspace, debt, onScore, onEdit }: DebtActionsProps) {
  const isScored = debt.scoreThirds !== null;
  const { edit } = debt.abilities;
  useShortcut({ keys: 's', label: isScored ? 'Score again' : 'Score', scope: 'Debt', run: onScore, enabled: edit });
  useShortcut({ keys: 'e', label: 'Edit', scope: 'Debt', run: onEdit, enabled: edit });
  return (
    <>
      <Position workspace={workspace} debt={debt} />
      {edit ? (
        <div className="ml-2 flex gap-2 max-sm:hidden">
          <Button icon={Gauge} kbd="s" onClick={onScore}>
            {isScored ? 'Score again' : 'Score'}
          </Button>
          <Button icon={Pencil} kbd="e" onClick={onEdit}>
            Edit
          </Button>
        </div>
      ) : null}
      <MoreMenu workspace={workspace} debt={debt} onEdit={onEdit} onScore={onScore} />
    </>
  );
}

/** Whether the page is being edited, as its address says. */
export function useIsEditing(): boolean {
  return useSearchParams().get('edit') === '1';
}
