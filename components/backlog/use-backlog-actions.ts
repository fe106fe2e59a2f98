'use client';

import { Gauge, Upload, UserRound } from 'lucide-react';
import { useMemo } from 'react';
import type { PaletteItem } from '@/components/shell/command-palette';
import { usePaletteActions } from '@/components/shell/palette-actions';
import type { RankedRow, Summary } from '@/server/modules/backlog/contract';
import { downloadView, exportFormats } from './export-format';

type BacklogActions = {
  workspace: string;
  viewQuery: string;
  abilities: Summary['abilities'] | undefined;
  /** The row that is open in the peek. */
  peeked: RankedRow | undefined;
  /** What a letter does to a row. */
  act: (key: string, row: RankedRow) => void;
};

function rowActions({ peeked, act }: Pick<BacklogActions, 'peeked' | 'act'>): PaletteItem[] {
  if (!peeked) return [];
  const { key, score } = peeked;
  const detail = 'the row you are on';
  return [
    {
      id: 'score-row',
      icon: Gauge,
      title: score === null ? `Score ${key}` : `Score ${key} again`,
      detail,
      kbd: 's',
      run: () => act('s', peeked),
    },
    {
      id: 'assign-row',
      icon: UserRound,
      title: `Give ${key} to somebody`,
      detail,
      kbd: 'a',
      run: () => act('a', peeked),
    },
  ];
}

/** What the backlog offers in the palette besides what is offered everywhere. */
export function useBacklogActions({ workspace, viewQuery, abilities, peeked, act }: BacklogActions): void {
  const actions = useMemo<PaletteItem[]>(
    () => [
      ...(abilities?.edit ? rowActions({ peeked, act }) : []),
      ...(abilities?.export
        ? exportFormats.map(({ format, icon, label }) => ({
            id: `export-${format}`,
            icon,
            title: 'Export this view',
            detail: label,
            keywords: 'download',
            run: () => downloadView(workspace, viewQuery, format),
          }))
        : []),
      ...(abilities?.import
        ? [
            {
              id: 'import-file',
              icon: Upload,
              title: 'Import…',
              detail: 'a file of debts: CSV, or an export of Jira',
              keywords: 'upload',
              href: `/w/${workspace}/backlog/import`,
            },
          ]
        : []),
    ],
    [workspace, viewQuery, abilities, peeked, act],
  );
  usePaletteActions(actions);
}
