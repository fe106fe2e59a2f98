import type { ImportPlace } from '@/components/import/import-place';
import { importPath } from './import-path';

export function registerImportPlace(workspace: string): ImportPlace {
  const decisions = `/w/${workspace}/decisions`;
  return {
    frame: {
      crumbs: [{ label: 'Decisions', href: decisions }, { label: 'Import' }],
      backHref: decisions,
      width: 'column',
    },
    start: importPath(workspace),
    many: 'decisions',
    back: 'the decisions',
    source: 'the files',
    choose: 'Choose files',
    gone: {
      title: 'These files are not here any more',
      summary: 'Files that were never imported are forgotten after a week. Nothing of them was written to a register.',
    },
  };
}
