'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { useTRPCClient } from '@/components/query/trpc';
import { refuseFile } from './file-check';
import { importPath } from './import-path';

/** Sends a file and goes to its preview. What its name or size rules out is refused before it is sent. */
export function useUpload(workspace: string) {
  const client = useTRPCClient();
  const router = useRouter();
  const [refusal, setRefusal] = useState<string | null>(null);
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('workspace', workspace);
      form.append('file', file);
      return client.debtImport.upload.mutate(form);
    },
    onSuccess: ({ id }) => router.push(importPath(workspace, id)),
  });
  const take = (file: File) => {
    const refused = refuseFile(file);
    setRefusal(refused);
    upload.reset();
    if (refused === null) upload.mutate(file);
  };
  return {
    take,
    // The page of the file comes next, so the wait ends there and not here.
    sending: upload.isPending || upload.isSuccess ? (upload.variables?.name ?? null) : null,
    problem: refusal ?? (upload.error ? messageOf(upload.error) : null),
  };
}
