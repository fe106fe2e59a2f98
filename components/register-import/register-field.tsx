'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { RegisterDialog } from '@/components/register/register-dialog';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import type { RegisterRecord } from '@/server/modules/register/contract';

type Props = {
  workspace: string;
  registers: readonly RegisterRecord[];
  mayCreate: boolean;
  value: string | null;
  onChange: (register: string | null) => void;
};

/** Which register the records come into, or a new one. */
export function RegisterField({ workspace, registers, mayCreate, value, onChange }: Props) {
  const [isMaking, setIsMaking] = useState(false);
  const options = registers.map(({ slug, name, decisions }) => ({
    value: slug,
    label: name,
    secondary: decisions === 0 ? 'empty' : String(decisions),
  }));
  return (
    <div className="mt-4 flex flex-wrap items-end gap-2">
      <div className="w-80 max-w-full">
        <Field label="Into the register">
          <Combobox
            label="Register"
            options={options}
            value={value}
            onChange={onChange}
            placeholder="Choose a register"
            searchPlaceholder="Register"
            empty="No register has this name."
          />
        </Field>
      </div>
      {mayCreate ? (
        <Button size="form" icon={Plus} onClick={() => setIsMaking(true)}>
          New register
        </Button>
      ) : null}
      {isMaking ? (
        <RegisterDialog
          workspace={workspace}
          register={null}
          onClose={() => setIsMaking(false)}
          onSaved={({ slug }) => onChange(slug)}
        />
      ) : null}
    </div>
  );
}
