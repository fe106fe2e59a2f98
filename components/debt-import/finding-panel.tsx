'use client';

import { ChevronDown, CircleAlert, CircleMinus, Download, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { PanelHeader } from '@/components/ui/page-header';
import { TextButton } from '@/components/ui/text-link';
import type { ImportPreview } from '@/server/modules/debt-import/contract';
import { counted } from './import-words';
import { type Asked, useFindingDownload } from './use-finding-download';

type Group = ImportPreview['findingGroups'][number];
type Section = Group['section'];

const sections: { section: Section; icon: LucideIcon; label: string; ink: string }[] = [
  { section: 'error', icon: CircleAlert, label: 'Has to be right first', ink: 'text-danger' },
  { section: 'skipped', icon: CircleMinus, label: 'Skipped', ink: 'text-ink-2' },
  { section: 'warning', icon: TriangleAlert, label: 'Worth a look', ink: 'text-warn' },
  { section: 'info', icon: Info, label: 'For the record', ink: 'text-ink-2' },
];

/** Everything that was dropped, guessed or repaired: what was found, and what would be right. */
export function FindingPanel({ preview, asked }: { preview: ImportPreview; asked: Asked }) {
  const { save, isSaving } = useFindingDownload(preview.fileName);
  const groups = preview.findingGroups;
  return (
    <section aria-labelledby="findings" className="min-w-0">
      <PanelHeader
        title={<span id="findings">Findings</span>}
        summary={groups.length > 0 ? 'what was found, and what would be right' : undefined}
        aside={
          groups.length > 0 ? (
            <Button variant="ghost" size="sm" icon={Download} pending={isSaving} onClick={() => save(asked)}>
              CSV<span className="sr-only"> of the findings</span>
            </Button>
          ) : undefined
        }
      />
      <div className="mt-2 overflow-hidden rounded-well border border-line bg-surface">
        {groups.length === 0 ? (
          <p className="px-3 py-6 text-center text-ink-2">Nothing was dropped, guessed or repaired.</p>
        ) : (
          sections.map(({ section, ...look }) => (
            <FindingSection key={section} {...look} groups={groups.filter((group) => group.section === section)} />
          ))
        )}
      </div>
    </section>
  );
}

const step = 12;

type SectionProps = { icon: LucideIcon; label: string; ink: string; groups: readonly Group[] };

function FindingSection({ icon: Icon, label, ink, groups }: SectionProps) {
  const [shown, setShown] = useState(step);
  if (groups.length === 0) return null;
  return (
    <section className="border-b border-line last:border-b-0">
      <h3 className={cn('flex h-7.5 items-center gap-2 bg-bg px-3 font-medium', ink)}>
        <Icon aria-hidden className="size-3.5" />
        {label}
        <span className="ml-auto text-label font-normal text-ink-2 tabular-nums">{groups.length}</span>
      </h3>
      <ul>
        {groups.slice(0, shown).map((group) => (
          <li key={`${group.code} ${group.column} ${group.message}`} className="border-t border-line">
            <FindingLine group={group} />
          </li>
        ))}
      </ul>
      {groups.length > shown ? (
        <p className="border-t border-line px-3 py-1.5 text-label">
          <TextButton look="quiet" onClick={() => setShown(shown + step * 5)}>
            Show {Math.min(step * 5, groups.length - shown)} more
          </TextButton>
        </p>
      ) : null}
    </section>
  );
}

function whereOf({ rows, count, column }: Group): string {
  if (count === 1 && rows[0] !== undefined) return `row ${rows[0]}`;
  if (rows.length === 0) return column ? 'column' : 'file';
  return counted(count, 'row');
}

function FindingLine({ group }: { group: Group }) {
  const text = (
    <>
      <span className="w-15.5 shrink-0 text-label leading-4.5 text-ink-3 tabular-nums">{whereOf(group)}</span>
      <span className="min-w-0 flex-1 leading-4.5">
        <span className="block [overflow-wrap:anywhere]">{group.message}</span>
        <span className="block text-label text-ink-2">{group.suggestion}</span>
      </span>
    </>
  );
  if (group.count < 2 || group.rows.length === 0) return <div className="flex gap-2 px-3 py-1.5">{text}</div>;
  const left = group.count - group.rows.length;
  return (
    <details className="group">
      <summary className="flex cursor-pointer list-none gap-2 px-3 py-1.5 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        {text}
        <ChevronDown aria-hidden className="size-3.5 shrink-0 self-center text-ink-3 group-open:rotate-180" />
      </summary>
      <p className="pr-3 pb-2 pl-20.5 text-label text-ink-2 tabular-nums">
        Rows {group.rows.join(', ')}
        {left > 0 ? ` and ${left.toLocaleString('en-GB')} more` : ''}. The header is not counted.
      </p>
    </details>
  );
}
