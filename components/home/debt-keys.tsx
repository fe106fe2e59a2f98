import Link from 'next/link';
import { debtPath } from '@/components/debt/debt-path';

type DebtKeysProps = { workspace: string; keys: readonly string[]; count: number };

/** "TD-77, TD-78 and 3 more", each key a way to its debt. */
export function DebtKeys({ workspace, keys, count }: DebtKeysProps) {
  const more = count - keys.length;
  return (
    <>
      {keys.map((key, index) => (
        <span key={key}>
          {index > 0 ? ', ' : null}
          <Link href={debtPath(workspace, key)} className="rounded-cell whitespace-nowrap hover:text-accent-text">
            {key}
          </Link>
        </span>
      ))}
      {more > 0 ? ` and ${more} more` : null}
    </>
  );
}
