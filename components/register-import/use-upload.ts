'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { useTRPCClient } from '@/components/query/trpc';
import { ARCHIVE_LIMIT } from '@/server/domain/decision-record/archive-limit';
import { type DroppedFile, packFiles, refuseFiles } from './dropped-file';
import { importPath } from './import-path';
import { counted, sizeText } from './import-words';

/** Packs files, sends them and goes to their preview. What their number or size rules out is refused before. */
export function useUpload(workspace: string, register: string | null) {
  const client = useTRPCClient();
  const router = useRouter();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [step, setStep] = useState<string | null>(null);
  const upload = useMutation({
    mutationFn: async ({ files, slug }: { files: readonly DroppedFile[]; slug: string }) => {
      setStep(`Packing ${counted(files.length, 'file')}`);
      const archive = await packFiles(files);
      if (archive.size > ARCHIVE_LIMIT.bytes) {
        setRefusal(`Packed, it is ${sizeText(archive.size)}; at most ${sizeText(ARCHIVE_LIMIT.bytes)} are taken.`);
        return null;
      }
      setStep(`Sending ${archive.name}, ${sizeText(archive.size)}`);
      const form = new FormData();
      form.append('workspace', workspace);
      form.append('register', slug);
      form.append('files', archive);
      return client.registerImport.upload.mutate(form);
    },
    onSuccess: (sent) => (sent ? router.push(importPath(workspace, { id: sent.id })) : undefined),
  });
  const take = (files: readonly DroppedFile[]) => {
    const refused = register === null ? 'Choose the register first.' : refuseFiles(files);
    setRefusal(refused);
    upload.reset();
    if (refused === null && register !== null) upload.mutate({ files, slug: register });
  };
  // The page of the import comes next, so the wait ends there and not here.
  const isUnderWay = upload.isPending || Boolean(upload.data);
  return {
    take,
    step: isUnderWay ? step : null,
    problem: refusal ?? (upload.error ? messageOf(upload.error) : null),
  };
}
