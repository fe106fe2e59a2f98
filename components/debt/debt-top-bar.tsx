'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, Ellipsis, FileText, Gauge, Link2, Pencil, Trash2 } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { type Ref, useEffect, useMemo, useRef } from 'react';
import { useTRPC } from '@/components/query/trpc';
import type { PaletteItem } from '@/components/shell/command-palette';
import { usePaletteActions } from '@/components/shell/palette-actions';
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

async function copy(text: string, title: string): Promise<void> {
  const copied = await copyText(text);
  showToast(copied ? { title, tone: 'ok' } : { title: 'The browser did not allow copying.', tone: 'danger' });
}

function linkTo(workspace: string, debt: DebtRecord): string {
  return `${window.location.origin}${debtPath(workspace, debt.key)}`;
}

/** What can be done with a debt besides changing it in place, for the menu and for the palette. */
function useFurtherActions({ workspace, debt }: BarProps) {
  const remove = useDeleteDebt(workspace, debt);
  return {
    copyLink: () => void copy(linkTo(workspace, debt), 'The link is copied.'),
    copyMarkdown: () => void copy(debtMarkdown(debt, linkTo(workspace, debt)), `${debt.key} is copied as Markdown.`),
    remove: () => void remove(),
  };
}

type Further = ReturnType<typeof useFurtherActions>;

function useDebtPalette({ debt, onEdit, onScore }: DebtActionsProps, further: Further): void {
  const { abilities, key, scoreThirds } = debt;
  const scoreTitle = scoreThirds === null ? `Score ${key}` : `Score ${key} again`;
  const latest = useRef({ onEdit, onScore, ...further });
  useEffect(() => {
    latest.current = { onEdit, onScore, ...further };
  });
  const actions = useMemo<PaletteItem[]>(
    () => [
      ...(abilities.edit
        ? [
            { id: 'score', icon: Gauge, title: scoreTitle, kbd: 's', run: () => latest.current.onScore() },
            { id: 'edit', icon: Pencil, title: `Edit ${key}`, kbd: 'e', run: () => latest.current.onEdit() },
          ]
        : []),
      { id: 'link', icon: Link2, title: `Copy the link to ${key}`, run: () => latest.current.copyLink() },
      { id: 'markdown', icon: FileText, title: `Copy ${key} as Markdown`, run: () => latest.current.copyMarkdown() },
      ...(abilities.delete
        ? [{ id: 'delete', icon: Trash2, title: `Delete ${key}`, run: () => latest.current.remove() }]
        : []),
    ],
    [abilities, key, scoreTitle],
  );
  usePaletteActions(actions);
}

function MoreMenu({ debt, onEdit, onScore, further }: DebtActionsProps & { further: Further }) {
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
      <MenuItem icon={Link2} label="Copy the link" onSelect={further.copyLink} />
      <MenuItem icon={FileText} label="Copy as Markdown" onSelect={further.copyMarkdown} />
      {debt.abilities.delete ? (
        <>
          <MenuSeparator />
          <MenuItem icon={Trash2} tone="danger" label="Delete" onSelect={further.remove} />
        </>
      ) : null}
    </Menu>
  );
}

export type DebtActionsProps = BarProps & {
  onScore: () => void;
  onEdit: () => void;
  editButton?: Ref<HTMLButtonElement>;
};

/** What the top bar of a debt offers at the right. */
export function DebtActions(props: DebtActionsProps) {
  const { workspace, debt, onScore, onEdit } = props;
  const further = useFurtherActions(props);
  useDebtPalette(props, further);
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
          <Button ref={props.editButton} icon={Pencil} kbd="e" onClick={onEdit}>
            Edit
          </Button>
        </div>
      ) : null}
      <MoreMenu {...props} further={further} />
    </>
  );
}

/** Whether the page is being edited, as its address says. */
export function useIsEditing(): boolean {
  return useSearchParams().get('edit') === '1';
}
