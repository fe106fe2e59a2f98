'use client';

import { CopyButton } from '@/components/ui/copy-button';
import { useIsMounted } from '@/components/ui/local-time';

/** A path of this site as the whole address to pass on. The server does not know under which name people reach it. */
export function useWholeAddress(path: string): string {
  const isMounted = useIsMounted();
  return isMounted ? `${window.location.origin}${path}` : path;
}

/** A link to pass on: shown in full where it is the point, and copied with one press. */
export function SecretLink({ path, label = 'Copy link' }: { path: string; label?: string }) {
  const address = useWholeAddress(path);
  return (
    <div className="flex items-start gap-3">
      <code className="min-w-0 flex-1 rounded-control bg-sunken px-3 py-1.5 font-mono text-label [overflow-wrap:anywhere]">
        {address}
      </code>
      <CopyButton text={address} label={label} variant="primary" />
    </div>
  );
}
