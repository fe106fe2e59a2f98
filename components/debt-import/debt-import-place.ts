import type { ImportPlace } from '@/components/import/import-place';
import { importPath } from './import-path';

export function debtImportPlace(workspace: string): ImportPlace {
  const backlog = `/w/${workspace}/backlog`;
  return {
    frame: { crumbs: [{ label: 'Backlog', href: backlog }, { label: 'Import' }], backHref: backlog, width: 'column' },
    start: importPath(workspace),
    many: 'debts',
    back: 'the backlog',
    source: 'the file',
    choose: 'Choose a file',
    gone: {
      title: 'This file is not here any more',
      summary: 'A file that was never imported is forgotten after a week. Nothing of it was written to the backlog.',
    },
  };
}
