'use client';

import { RotateCcw } from 'lucide-react';
import { listPath } from '@/components/decision-list/decision-view';
import { messageOf } from '@/components/query/request-error';
import { Button, ButtonLink } from '@/components/ui/button';
import { NothingHere } from '@/components/ui/empty-state';
import { useRestoreRegister } from './use-save-register';

type RegisterMissingProps = { workspace: string; slug: string; error: unknown; onRestored: () => void };

/** A register that is not there; a deleted one can come back from here. */
export function RegisterMissing({ workspace, slug, error, onRestored }: RegisterMissingProps) {
  const restore = useRestoreRegister(workspace);
  const said = messageOf(error);
  return (
    <>
      <h1 className="sr-only">{slug}</h1>
      <NothingHere
        title={`There is no register “${slug}”`}
        actions={
          <>
            {said.includes('can be restored') ? (
              <Button icon={RotateCcw} onClick={() => void restore(slug).then(onRestored)}>
                Restore it
              </Button>
            ) : null}
            <ButtonLink href={listPath(workspace)}>See all decisions</ButtonLink>
          </>
        }
      >
        {said}
      </NothingHere>
    </>
  );
}
