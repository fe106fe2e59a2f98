'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { slugOf } from '@/server/domain/field/slug';

/** The address follows the name until someone writes it themselves. */
export function useWorkspaceAddress() {
  const [name, setName] = useState('');
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const slug = ownSlug ?? slugOf(name);
  return { name, slug, setName, setSlug: (value: string) => setOwnSlug(value === '' ? null : value.toLowerCase()) };
}

export type WorkspaceAddressFieldsProps = {
  address: ReturnType<typeof useWorkspaceAddress>;
  host: string;
  problems: { name?: string | undefined; slug?: string | undefined };
};

/** What a workspace is called, and where people will find it. */
export function WorkspaceAddressFields({ address, host, problems }: WorkspaceAddressFieldsProps) {
  return (
    <div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Workspace" error={problems.name}>
          <Input
            value={address.name}
            onChange={(event) => address.setName(event.target.value)}
            autoComplete="organization"
            maxLength={80}
            required
          />
        </Field>
        <Field label="Address" error={problems.slug}>
          <Input
            prefix="/w/"
            value={address.slug}
            onChange={(event) => address.setSlug(event.target.value)}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={40}
            required
          />
        </Field>
      </div>
      {address.slug ? (
        <p className="mt-1.5 text-label text-ink-3 [overflow-wrap:anywhere]">
          People will find it at {host}/w/{address.slug}
        </p>
      ) : null}
    </div>
  );
}
