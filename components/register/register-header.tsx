'use client';

import { ExternalLink, FileText, FolderGit2, Settings2, Users } from 'lucide-react';
import { useState } from 'react';
import { registerSentence } from '@/components/decision-list/list-summary';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import type { RegisterRecord } from '@/server/modules/register/contract';
import { RegisterDialog } from './register-dialog';

type RegisterHeaderProps = { workspace: string; slug: string; register: RegisterRecord | undefined };

function isAddress(home: string): boolean {
  return /^https?:\/\//i.test(home) && URL.canParse(home);
}

/** The head of a register's page: what it is about, whose it is, where its records live outside. */
export function RegisterHeader({ workspace, slug, register }: RegisterHeaderProps) {
  const [isEditing, setIsEditing] = useState(false);
  if (!register) return <PageHeader title={slug} />;
  const { name, description, abilities } = register;
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3.5">
        <PageHeader title={name} summary={registerSentence(register)} />
        {abilities.edit ? (
          <Button
            variant="ghost"
            icon={Settings2}
            className="-my-1 ml-auto self-center"
            onClick={() => setIsEditing(true)}
          >
            Edit register
          </Button>
        ) : null}
      </div>
      {description ? <p className="mt-1 max-w-[80ch] text-ink-2 [overflow-wrap:anywhere]">{description}</p> : null}
      <RegisterFacts register={register} />
      {isEditing ? (
        <RegisterDialog workspace={workspace} register={register} onClose={() => setIsEditing(false)} />
      ) : null}
    </>
  );
}

function RegisterFacts({ register }: { register: RegisterRecord }) {
  const { team, home, approvalsRequired } = register;
  const approvals =
    approvalsRequired === 0
      ? 'accepted without approvals'
      : `${approvalsRequired} ${approvalsRequired === 1 ? 'approval' : 'approvals'} to accept`;
  const line = 'flex min-w-0 items-center gap-1.5';
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-label text-ink-2">
      {team ? (
        <li className={line}>
          <Users aria-hidden className="size-3.25 shrink-0" />
          {team.name}
        </li>
      ) : null}
      <li className={line}>
        <FileText aria-hidden className="size-3.25 shrink-0" />
        {approvals}
      </li>
      {home ? (
        <li className={line}>
          {isAddress(home) ? (
            <>
              <ExternalLink aria-hidden className="size-3.25 shrink-0" />
              <a
                href={home}
                rel="noopener noreferrer nofollow"
                className="truncate border-b border-line-strong hover:border-ink"
              >
                {home.replace(/^https?:\/\//i, '')}
              </a>
            </>
          ) : (
            <>
              <FolderGit2 aria-hidden className="size-3.25 shrink-0" />
              <span className="truncate">{home}</span>
            </>
          )}
        </li>
      ) : null}
    </ul>
  );
}
