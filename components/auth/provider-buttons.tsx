'use client';

import { Building2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { goToProvider } from './auth-request';
import { FormProblem } from './form-problem';

export type ProviderButtonsProps = { providers: readonly { id: string; name: string }[]; returnTo: string };

function GithubMark() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 fill-current">
      <path d="M8 0C3.58 0 0 3.58 0 8c0 3.54 2.29 6.53 5.47 7.59.4.07.55-.17.55-.38 0-.19-.01-.82-.01-1.49-2.01.37-2.53-.49-2.69-.94-.09-.23-.48-.94-.82-1.13-.28-.15-.68-.52-.01-.53.63-.01 1.08.58 1.23.82.72 1.21 1.87.87 2.33.66.07-.52.28-.87.51-1.07-1.78-.2-3.64-.89-3.64-3.95 0-.87.31-1.59.82-2.15-.08-.2-.36-1.02.08-2.12 0 0 .67-.21 2.2.82.64-.18 1.32-.27 2-.27s1.36.09 2 .27c1.53-1.04 2.2-.82 2.2-.82.44 1.1.16 1.92.08 2.12.51.56.82 1.27.82 2.15 0 3.07-1.87 3.75-3.65 3.95.29.25.54.73.54 1.48 0 1.07-.01 1.93-.01 2.2 0 .21.15.46.55.38A8.01 8.01 0 0 0 16 8c0-4.42-3.58-8-8-8Z" />
    </svg>
  );
}

/** Signing in at another place: the providers that the operator switched on. */
export function ProviderButtons({ providers, returnTo }: ProviderButtonsProps) {
  const [leaving, setLeaving] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  if (providers.length === 0) return null;
  const leave = async (provider: { id: string; name: string }) => {
    setLeaving(provider.id);
    setFailed(null);
    try {
      await goToProvider(provider.id, returnTo);
    } catch {
      setLeaving(null);
      setFailed(provider.name);
    }
  };
  return (
    <div>
      {failed ? (
        <FormProblem title={`${failed} cannot be reached.`}>Try again, or sign in another way.</FormProblem>
      ) : null}
      <div className="flex flex-col gap-2">
        {providers.map((provider) => (
          <Button
            key={provider.id}
            size="form"
            className="w-full justify-center gap-2.5"
            pending={leaving === provider.id}
            onClick={() => void leave(provider)}
          >
            {provider.id === 'github' ? <GithubMark /> : <Building2 aria-hidden className="size-4" />}
            Continue with {provider.name}
          </Button>
        ))}
      </div>
      <p className="my-4 flex items-center gap-4 text-label text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or with a password
      </p>
    </div>
  );
}
