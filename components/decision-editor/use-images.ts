'use client';

import { useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { useTRPCClient } from '@/components/query/trpc';
import { imageRefusal } from './image-file';

/** Sends pictures; what cannot be taken is told in a line, and the text stays as it is. */
export function useImages(workspace: string) {
  const client = useTRPCClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(0);
  const send = async (file: File): Promise<{ url: string; name: string }> => {
    const refusal = imageRefusal(file);
    setProblem(refusal);
    if (refusal) throw new Error(refusal);
    const form = new FormData();
    form.append('workspace', workspace);
    form.append('file', file);
    setSending((count) => count + 1);
    try {
      return await client.image.upload.mutate(form);
    } catch (error) {
      setProblem(`“${file.name || 'The picture'}” was not added: ${messageOf(error)}`);
      throw error;
    } finally {
      setSending((count) => count - 1);
    }
  };
  return { send, sending, problem, dismiss: () => setProblem(null) };
}
