'use client';

import { Files } from 'lucide-react';
import { ErrorView } from '@/components/shell/error-view';
import { PageFrame } from '@/components/shell/page-frame';
import { LedgerLine, LedgerLines, LedgerRow } from '@/components/ui/ledger';
import { TextLink } from '@/components/ui/text-link';
import { decisionPath } from './decision-path';

type ReferenceChoiceProps = {
  workspace: string;
  register: string;
  /** The number or file name that was asked for. */
  reference: string;
  found: readonly { id: string; number: number | null; title: string }[];
};

/** Several imported records carry one number: which is meant is for the reader to say. */
export function ReferenceChoice({ workspace, register, reference, found }: ReferenceChoiceProps) {
  const list = `/w/${workspace}/decisions`;
  return (
    <PageFrame
      crumbs={[
        { label: 'Decisions', href: list },
        { label: register, href: `${list}/${register}` },
        { label: reference },
      ]}
      backHref={`${list}/${register}`}
      width="column"
    >
      <ErrorView
        icon={Files}
        kicker={`${found.length} records of ${register} are called ${reference}`}
        title="Which one is meant?"
        summary="They came with this number or name from their files, and each keeps it. Every record has an address of its own that never changes."
      >
        <LedgerRow title="The records">
          <LedgerLines>
            {found.map(({ id, title, number }) => (
              <LedgerLine
                key={id}
                title={
                  <TextLink look="title" href={decisionPath(workspace, register, id)}>
                    {title}
                  </TextLink>
                }
                aside={number ?? 'no number'}
              />
            ))}
          </LedgerLines>
        </LedgerRow>
      </ErrorView>
    </PageFrame>
  );
}
