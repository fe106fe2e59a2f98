'use client';

import { Archive, Braces, Download, FileText, FolderGit2, FolderOpen, Globe, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuHeading, MenuItem } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import type { ExportLayout } from '@/server/modules/register-export/contract';
import { RegisterChoice } from './register-picker';

type ExportMenuProps = {
  workspace: string;
  register: string | undefined;
  onChoose: (register: string) => void;
  className?: string;
};

const layouts: readonly { layout: ExportLayout; icon: LucideIcon; label: string; description: string }[] = [
  {
    layout: 'original',
    icon: Archive,
    label: 'As it came',
    description: 'The imported files byte for byte, what was written here beside them',
  },
  { layout: 'madr4', icon: FileText, label: 'MADR 4', description: 'Markdown with front matter' },
  { layout: 'adr-tools', icon: FolderOpen, label: 'adr-tools', description: 'Numbered Markdown in doc/adr' },
  { layout: 'log4brains', icon: FolderGit2, label: 'Log4brains', description: 'Dated Markdown in docs/adr' },
  { layout: 'json-adr', icon: Braces, label: 'JSON-ADR', description: 'For programs' },
  { layout: 'site', icon: Globe, label: 'Static site', description: 'HTML pages to open or to host' },
];

function download(workspace: string, register: string, layout: ExportLayout): void {
  const query = new URLSearchParams({ register, layout });
  window.location.assign(`/w/${workspace}/decisions/export?${query}`);
}

/** A register as files, in the layout that other tools keep them in. */
export function ExportMenu({ workspace, register, onChoose, className }: ExportMenuProps) {
  const [isChoosing, setIsChoosing] = useState(false);
  const trigger = (
    <Button variant="ghost" icon={Download} className={className}>
      Export
    </Button>
  );
  if (!register) {
    return (
      <Popover
        label="Export a register"
        align="end"
        className="w-72 p-0"
        open={isChoosing}
        onOpenChange={setIsChoosing}
        trigger={trigger}
      >
        <RegisterChoice
          workspace={workspace}
          note="An export is of one register. Choose it, then its layout."
          onPick={(slug) => {
            setIsChoosing(false);
            onChoose(slug);
          }}
        />
      </Popover>
    );
  }
  return (
    <Menu align="end" className="w-94" trigger={trigger}>
      <MenuHeading aside={register}>Export this register</MenuHeading>
      {layouts.map(({ layout, ...item }) => (
        <MenuItem key={layout} {...item} onSelect={() => download(workspace, register, layout)} />
      ))}
    </Menu>
  );
}
