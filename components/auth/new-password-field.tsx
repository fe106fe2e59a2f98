'use client';

import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTRPCClient } from '@/components/query/trpc';
import { Field } from '@/components/ui/field';
import { PasswordInput } from '@/components/ui/input';

const shortest = 10;
const pauseMs = 300;

type Verdict = { password: string; problem: string | null };

/** Asks the server, which has the list of common passwords, once typing pauses. */
function useVerdict(password: string, email: string): Verdict | null {
  const client = useTRPCClient();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const length = [...password].length;
  useEffect(() => {
    if (length < shortest) return;
    let current = true;
    const timer = setTimeout(async () => {
      try {
        const { problem } = await client.account.checkPassword.mutate({ password, email });
        if (current) setVerdict({ password, problem });
      } catch {
        // The form is checked again when it is sent; without an answer there is nothing to say yet.
        if (current) setVerdict(null);
      }
    }, pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, password, email, length]);
  return verdict?.password === password && length >= shortest ? verdict : null;
}

export type NewPasswordFieldProps = {
  label?: string;
  value: string;
  onChange: (value: string) => void;
  /** The person's address, which a password must not equal. */
  email: string;
  error?: string | undefined;
  autoFocus?: boolean;
};

/** A password to be chosen, with what is thought of it while it is typed. There are no rules about kinds of characters. */
export function NewPasswordField({
  label = 'Password',
  value,
  onChange,
  email,
  error,
  autoFocus,
}: NewPasswordFieldProps) {
  const verdict = useVerdict(value, email);
  const length = [...value].length;
  const problem = verdict?.problem
    ? `${verdict.problem.charAt(0).toUpperCase()}${verdict.problem.slice(1)}.`
    : undefined;
  const hint =
    length === 0
      ? 'At least 10 characters. A sentence is fine.'
      : length < shortest
        ? `${length} of at least 10 characters`
        : undefined;
  const strong = verdict && !verdict.problem;
  return (
    <Field
      label={label}
      hint={hint}
      error={error ?? problem}
      confirmation={
        strong ? (
          <span className="flex items-center gap-2">
            <Check aria-hidden className="size-3.5" />
            Strong: {length} characters, and not among the 10,000 most common
          </span>
        ) : undefined
      }
    >
      <PasswordInput
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="new-password"
        autoFocus={autoFocus}
        required
      />
    </Field>
  );
}
