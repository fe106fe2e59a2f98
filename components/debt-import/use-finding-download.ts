'use client';

import { useMutation } from '@tanstack/react-query';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { showToast } from '@/components/ui/toast';
import type { ImportOptions } from '@/server/modules/debt-import/contract';
import { findingCsv } from './finding-csv';

export type Asked = ImportOptions & { workspace: string; id: string };

/** Saves the findings of a file as CSV. */
export function useFindingDownload(fileName: string) {
  const trpc = useTRPC();
  const download = useMutation(
    trpc.debtImport.findings.mutationOptions({
      onSuccess: ({ findings, total }) => {
        const address = URL.createObjectURL(new Blob([findingCsv(findings)], { type: 'text/csv;charset=utf-8' }));
        const link = document.createElement('a');
        link.href = address;
        link.download = `${fileName.replace(/\.\w{1,5}$/, '')} findings.csv`;
        link.click();
        URL.revokeObjectURL(address);
        if (findings.length < total) {
          showToast({
            title: `The first ${findings.length.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} findings are in the file.`,
          });
        }
      },
      onError: (error) => showToast({ title: messageOf(error), tone: 'danger' }),
    }),
  );
  return { save: (asked: Asked) => download.mutate(asked), isSaving: download.isPending };
}
