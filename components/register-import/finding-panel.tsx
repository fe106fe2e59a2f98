'use client';

import { ChevronDown, CircleAlert, CircleMinus, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { PanelHeader } from '@/components/ui/page-header';
import { TextButton } from '@/components/ui/text-link';
import type { RecordFinding, RegisterImportPreview } from '@/server/modules/register-import/contract';
import { counted, type FindingGroup, groupFindings, halvesOf } from './import-words';

const sections: { severity: RecordFinding['severity']; icon: LucideIcon; label: string; ink: string }[] = [
  { severity: 'error', icon: CircleAlert, label: 'Not read', ink: 'text-danger' },
  { severity: 'warning', icon: TriangleAlert, label: 'Worth a look', ink: 'text-warn' },
  { severity: 'info', icon: Info, label: 'For the record', ink: 'text-ink-2' },
];

/** Everything that was dropped, guessed or repaired: what was found, and what would be right; then the files kept aside. */
export function FindingPanel({ preview }: { preview: RegisterImportPreview }) {
  const groups = useMemo(() => groupFindings(preview.findings), [preview.findings]);
  const { skipped } = preview;
  return (
    <section aria-labelledby="findings" className="min-w-0">
      <PanelHeader
        title={<span id="findings">Findings</span>}
        summary={groups.length > 0 ? 'what was found, and what would be right' : undefined}
      />
      <div className="mt-2 overflow-hidden rounded-well border border-line bg-surface">
        {groups.length === 0 && skipped.length === 0 ? (
          <p className="px-3 py-6 text-center text-ink-2">Nothing was dropped, guessed or repaired.</p>
        ) : null}
        {sections.map(({ severity, ...look }) => {
          const of = groups.filter((group) => group.severity === severity);
          return of.length === 0 ? null : (
            <Section key={severity} {...look} count={of.reduce((sum, { findings }) => sum + findings.length, 0)}>
              {of.map((group) => (
                <li key={group.code} className="border-t border-line">
                  <GroupLine group={group} />
                </li>
              ))}
            </Section>
          );
        })}
        {skipped.length > 0 ? <Aside skipped={skipped} /> : null}
      </div>
    </section>
  );
}

type SectionProps = { icon: LucideIcon; label: string; ink: string; count: number; children: ReactNode };

function Section({ icon: Icon, label, ink, count, children }: SectionProps) {
  return (
    <section className="border-b border-line last:border-b-0">
      <h3 className={cn('flex h-7.5 items-center gap-2 bg-bg px-3 font-medium', ink)}>
        <Icon aria-hidden className="size-3.5" />
        {label}
        <span className="ml-auto text-label font-normal text-ink-2 tabular-nums">{count.toLocaleString('en-GB')}</span>
      </h3>
      <ul>{children}</ul>
    </section>
  );
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function Said({ finding }: { finding: RecordFinding }) {
  const { found, expected } = halvesOf(finding.message);
  return (
    <span className="min-w-0 flex-1 leading-4.5 [overflow-wrap:anywhere]">
      <span className="block">{found}</span>
      <span className="block text-label text-ink-2">
        {expected ? `Expected: ${expected} ` : ''}
        {finding.suggestion}
      </span>
    </span>
  );
}

const listed = 50;

function GroupLine({ group }: { group: FindingGroup }) {
  const { findings } = group;
  const [first, second] = findings;
  if (!first) return null;
  if (!second) {
    return (
      <div className="px-3 py-1.5">
        <Said finding={first} />
        {first.path ? <Place finding={first} /> : null}
      </div>
    );
  }
  const left = findings.length - listed;
  return (
    <details className="group">
      <summary className="flex cursor-pointer list-none gap-2 px-3 py-1.5 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span className="w-15.5 shrink-0 text-label leading-4.5 text-ink-3 tabular-nums">
          {counted(findings.length, 'time')}
        </span>
        <Said finding={first} />
        <ChevronDown aria-hidden className="size-3.5 shrink-0 self-center text-ink-3 group-open:rotate-180" />
      </summary>
      <ul className="pb-2 pl-20.5">
        {findings.slice(0, listed).map((finding) => (
          <li key={`${finding.path} ${finding.line} ${finding.message}`} className="pr-3 pb-1">
            <Place finding={finding} />
            {finding.message === first.message ? null : (
              <span className="block text-label [overflow-wrap:anywhere]">{finding.message}</span>
            )}
          </li>
        ))}
        {left > 0 ? <li className="text-label text-ink-2">and {left.toLocaleString('en-GB')} more</li> : null}
      </ul>
    </details>
  );
}

function Place({ finding: { path, line } }: { finding: RecordFinding }) {
  return (
    <span className="block truncate font-mono text-micro text-ink-2" title={path}>
      {baseOf(path)}
      {line === null ? '' : `, line ${line}`}
    </span>
  );
}

const step = 12;

function Aside({ skipped }: Pick<RegisterImportPreview, 'skipped'>) {
  const [shown, setShown] = useState(step);
  return (
    <Section icon={CircleMinus} label="Kept aside, no records" ink="text-ink-2" count={skipped.length}>
      {skipped.slice(0, shown).map(({ path, reason }) => (
        <li key={`${path} ${reason}`} className="border-t border-line px-3 py-1.5 leading-4.5">
          <span className="block truncate font-mono text-label" title={path}>
            {path}
          </span>
          <span className="block text-label text-ink-2">{reason}</span>
        </li>
      ))}
      {skipped.length > shown ? (
        <li className="border-t border-line px-3 py-1.5 text-label">
          <TextButton look="quiet" onClick={() => setShown(shown + step * 5)}>
            Show {Math.min(step * 5, skipped.length - shown)} more
          </TextButton>
        </li>
      ) : null}
    </Section>
  );
}
