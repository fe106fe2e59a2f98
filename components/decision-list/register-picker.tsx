'use client';

import { useQuery } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { Button, ButtonLink } from '@/components/ui/button';
import { ComboboxList } from '@/components/ui/combobox-list';
import { Popover } from '@/components/ui/popover';

type RegisterLinkProps = {
  workspace: string;
  /** The one register that the view is narrowed to. */
  register: string | undefined;
  icon: LucideIcon;
  label: string;
  hrefOf: (register: string) => string;
  note: string;
};

/** The way to a page that is about one register; where the view has several, it is chosen here. */
export function RegisterLink({ workspace, register, icon, label, hrefOf, note }: RegisterLinkProps) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  if (register) {
    return (
      <ButtonLink variant="ghost" icon={icon} href={hrefOf(register)}>
        {label}
      </ButtonLink>
    );
  }
  return (
    <Popover
      label={`${label} of a register`}
      align="end"
      className="w-72 p-0"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" icon={icon}>
          {label}
        </Button>
      }
    >
      <RegisterChoice
        workspace={workspace}
        note={note}
        onPick={(slug) => {
          setOpen(false);
          router.push(hrefOf(slug));
        }}
      />
    </Popover>
  );
}

type RegisterChoiceProps = { workspace: string; note: ReactNode; onPick: (slug: string) => void };

/** The registers of a workspace, to choose one of. */
export function RegisterChoice({ workspace, note, onPick }: RegisterChoiceProps) {
  const trpc = useTRPC();
  const registers = useQuery(trpc.register.list.queryOptions({ workspace }));
  const options = (registers.data?.data ?? []).map(({ slug, name, decisions }) => ({
    value: slug,
    label: name,
    secondary: String(decisions),
  }));
  return (
    <>
      <p className="border-b border-line px-3 py-2 text-label text-ink-2">{note}</p>
      <ComboboxList
        label="Register"
        searchPlaceholder="Register"
        options={options}
        chosen={[]}
        empty={registers.isPending ? 'Loading…' : 'Nothing matches.'}
        onPick={onPick}
      />
    </>
  );
}
