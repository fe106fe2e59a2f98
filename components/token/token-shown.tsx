'use client';

import { KeyRound, X } from 'lucide-react';
import { roleWords } from '@/components/member/role-words';
import { useWholeAddress } from '@/components/member/secret-link';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { TextLink } from '@/components/ui/text-link';
import type { MadeToken } from './new-token-dialog';
import { ExpiryWords, PermissionWords } from './token-words';

export type TokenShownProps = { workspace: string; token: MadeToken; onClose: () => void };

/** A new token, the one time it can be read, and a line to try it with. */
export function TokenShown({ workspace, token, onClose }: TokenShownProps) {
  const address = useWholeAddress(`/api/v1/workspaces/${workspace}/debts?limit=5&sort=-score`);
  const line = `curl "${address}" \\\n  -H "Authorization: Bearer ${token.secret}"`;
  return (
    <section aria-label="The new token" className="mb-5 rounded-well border border-line-strong bg-surface">
      <header className="flex items-start gap-x-3 border-b border-line py-1.5 pr-2 pl-3">
        <KeyRound aria-hidden className="mt-1.5 size-4 shrink-0 text-ink-2" />
        <div className="flex min-w-0 flex-1 flex-wrap gap-x-3 py-1">
          <h2 className="font-semibold">{token.name} is ready</h2>
          <p className="min-w-0 text-ink-2">
            {roleWords[token.role].label}, <PermissionWords token={token} />, <ExpiryWords at={token.expiresAt} />
          </p>
        </div>
        <IconButton icon={X} label="Close; the token is not shown again" onClick={onClose} />
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-5 gap-y-4 p-3 sm:grid-cols-[56px_minmax(0,1fr)_auto]">
        <span className="font-medium sm:pt-1">Token</span>
        <div>
          <Input
            size="md"
            readOnly
            aria-label="The new token"
            className="bg-surface font-mono"
            value={token.secret}
            onFocus={(event) => event.target.select()}
          />
          <p className="mt-1.5 text-label text-ink-3">
            This is the only time it is shown. Paydown keeps a hash of it, nothing more.
          </p>
        </div>
        <CopyButton text={token.secret} label="Copy token" variant="primary" />
        <span className="font-medium sm:pt-1">Try it</span>
        <div>
          <pre className="rounded-control bg-sunken px-2.5 py-2 font-mono text-label whitespace-pre-wrap [overflow-wrap:anywhere]">
            {line}
          </pre>
          <p className="mt-1.5 text-label text-ink-3">
            Answers with the five highest scores, as JSON. Every path and field is in the{' '}
            <TextLink href="/docs/api">API reference</TextLink>, and in{' '}
            <a className="border-b border-current font-mono text-accent-text" href="/api/v1/openapi.json">
              openapi.json
            </a>
            .
          </p>
        </div>
        <CopyButton text={line} label="Copy line" />
      </div>
    </section>
  );
}
