import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';

export type Crumb = {
  label: string;
  /** Every crumb but the last has one. */
  href?: string;
  /** Set in the spacing of a key such as TD-31. */
  isKey?: boolean;
  /** Stands in the place of the last crumb's label, such as a word that opens to its explanation. */
  content?: ReactNode;
};

/** Where this page is; the last crumb is the page itself. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Where this is" className="min-w-0">
      <ol className="flex min-w-0 items-center gap-2">
        {crumbs.map((crumb, index) => {
          const last = index === crumbs.length - 1;
          return (
            <Fragment key={crumb.label}>
              {index > 0 ? (
                <li aria-hidden className="text-line-strong">
                  /
                </li>
              ) : null}
              <li className={last ? 'truncate font-semibold' : 'shrink-0 text-ink-2'}>
                {crumb.href && !last ? (
                  <Link href={crumb.href} className="rounded-cell hover:text-ink">
                    {crumb.label}
                  </Link>
                ) : (
                  <span aria-current={last ? 'page' : undefined} className={crumb.isKey ? 'key' : undefined}>
                    {crumb.content ?? crumb.label}
                  </span>
                )}
              </li>
            </Fragment>
          );
        })}
      </ol>
    </nav>
  );
}
