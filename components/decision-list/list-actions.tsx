'use client';

import { Plus, Upload } from 'lucide-react';
import { Button, ButtonLink } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { listPath } from './decision-view';
import { ExportMenu } from './export-menu';

type ListActionsProps = {
  workspace: string;
  /** The one register that the view is narrowed to. */
  register: string | undefined;
  summary: { total: number; abilities: { import: boolean } } | undefined;
  onNew: (() => void) | undefined;
  onChooseRegister: (register: string) => void;
};

/** What the top bar of the list offers. */
export function ListActions({ workspace, register, summary, onNew, onChooseRegister }: ListActionsProps) {
  if (!summary) return null;
  const importPath = `${listPath(workspace)}/import${register ? `?register=${register}` : ''}`;
  return (
    <>
      {summary.total > 0 ? (
        <ExportMenu workspace={workspace} register={register} onChoose={onChooseRegister} className="max-sm:hidden" />
      ) : null}
      {summary.abilities.import ? (
        <ButtonLink href={importPath} icon={Upload} className="max-sm:hidden">
          Import
        </ButtonLink>
      ) : null}
      {onNew ? (
        <>
          <Button variant="primary" icon={Plus} kbd="c" onClick={onNew} className="max-sm:hidden">
            New decision
          </Button>
          <IconButton variant="primary" icon={Plus} label="New decision" onClick={onNew} className="size-9 sm:hidden" />
        </>
      ) : null}
    </>
  );
}
