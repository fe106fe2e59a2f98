'use client';

import { CircleCheck, FileUp } from 'lucide-react';
import { PageFrame } from '@/components/shell/page-frame';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { LedgerRow } from '@/components/ui/ledger';
import { LocalTime } from '@/components/ui/local-time';
import { PageHeader } from '@/components/ui/page-header';
import type { RegisterImportStatus } from '@/server/modules/register-import/contract';
import { importPath } from './import-path';
import { counted } from './import-words';
import { registerImportPlace } from './register-import-place';

type Props = { workspace: string; status: RegisterImportStatus };

/** What came of an import, and what is left for a person to do. */
export function ImportSettled({ workspace, status }: Props) {
  const { register, unknown } = status;
  const list = `/w/${workspace}/decisions/${register}`;
  return (
    <PageFrame
      {...registerImportPlace(workspace).frame}
      actions={
        <ButtonLink href={importPath(workspace, { register })} variant="ghost" icon={FileUp}>
          Other files
        </ButtonLink>
      }
    >
      <p className="mb-1.5 flex items-center gap-2 font-medium text-ink-2" role="status">
        <CircleCheck aria-hidden className="size-4 text-ok" />
        The files came in
      </p>
      <PageHeader
        title={status.name}
        summary={
          <>
            <LocalTime at={status.finishedAt ?? status.createdAt} form="day-time" />
            {status.createdBy ? `, ${status.createdBy}` : ''}, into {register}
          </>
        }
      />
      {unknown > 0 ? (
        <Banner
          className="mt-4"
          title={`${counted(unknown, 'decision has', 'decisions have')} an unknown status.`}
          actions={<ButtonLink href={`${list}?status=unknown`}>Set {unknown === 1 ? 'it' : 'them'}</ButtonLink>}
        >
          The files give none, or a word that could mean several. Open each and say what holds.
        </Banner>
      ) : null}
      <Counts status={status} />
      <div className="mt-4 flex flex-wrap gap-2">
        <ButtonLink variant="primary" href={list}>
          See the decisions
        </ButtonLink>
        <ButtonLink href={`${list}/graph`}>See how they relate</ButtonLink>
      </div>
    </PageFrame>
  );
}

function Counts({ status }: Pick<Props, 'status'>) {
  const { created, updated, unchanged, kept } = status;
  const rows: [string, number, string][] = [
    ['Created', created, 'new in the register'],
    ['Updated', updated, 'changed in the files since they last came in'],
    ['Unchanged', unchanged, 'said already what the files say'],
    ['Left as they are', kept, 'edited or deleted here, and not changed in the files'],
  ];
  return (
    <div className="mt-4 border-b border-line">
      {rows.map(([title, count, note]) => (
        <LedgerRow key={title} title={title}>
          <b className="mr-3 inline-block w-12 text-right font-semibold tabular-nums">
            {count.toLocaleString('en-GB')}
          </b>
          <span className="text-ink-2">{note}</span>
        </LedgerRow>
      ))}
    </div>
  );
}
