import { Wordmark } from '@/components/shell/mark';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { type ApiDocument, operationsOf } from './document-shape';
import { FieldTable, fieldsOf } from './field-table';
import { InlineText } from './inline-text';
import { OperationSection } from './operation-section';

export type ProblemKind = { status: number; slug: string; title: string; meaning: string };

const conventions: [string, string][] = [
  [
    'Token',
    'Send `Authorization: Bearer <token>`. A token carries a role and, if you like, fewer permissions; it is shown once, when it is made under Settings, API tokens. It never does more than the person who made it.',
  ],
  [
    'Lists',
    'Answer `{ data, nextCursor, total }`. `limit` is 1 to 200, 50 when absent. Send `nextCursor` as `cursor`, with the same sort and filters, until it is null. A filter that is repeated means any of its values.',
  ],
  [
    'Errors',
    'Are `application/problem+json` (RFC 9457). `detail` says what was wrong and what would be right, `errors` names each field, and `type` is the address of one of the entries at the end of this page.',
  ],
  [
    'ETag',
    'Every record has one. `If-Match` on PATCH and DELETE makes sure that nobody saved in between: 412 when somebody did. `If-None-Match` on GET answers 304 when nothing changed.',
  ],
  [
    'Idempotency-Key',
    'On any POST: the same key and request within 24 hours get the first answer again, marked `Idempotent-Replayed: true`; the same key with another request is 409.',
  ],
  [
    'Limits',
    '600 requests a minute for a token, told by `RateLimit` and `RateLimit-Policy`; beyond them 429 with `Retry-After`. JSON bodies may have 1 MB, files to import 20 MB.',
  ],
  [
    'Request id',
    '`X-Request-Id` is on every answer: yours when it is 8 to 64 letters, digits, dashes or underscores, otherwise a new one. It is in the log and in the audit.',
  ],
  [
    'Changes',
    'Version 1 only grows. What goes away is marked with `Deprecation` and `Sunset` headers for at least 12 months and stated in the changelog.',
  ],
];

function Contents({ document }: { document: ApiDocument }) {
  return (
    <nav
      aria-label="Contents"
      className="hidden w-58 shrink-0 self-start md:sticky md:top-6 md:block md:max-h-[calc(100dvh-3rem)] md:overflow-y-auto"
    >
      <ul className="grid grid-cols-1 gap-4">
        <li>
          <a href="#conventions" className="font-medium hover:text-accent-text">
            Conventions
          </a>
        </li>
        {document.tags.map(({ name }) => (
          <li key={name}>
            <a href={`#tag-${name}`} className="font-medium hover:text-accent-text">
              {name}
            </a>
            <ul className="mt-1 grid gap-0.5">
              {operationsOf(document, name).map((operation) => (
                <li key={operation.operationId}>
                  <a href={`#${operation.operationId}`} className="block truncate text-label text-ink-2 hover:text-ink">
                    {operation.summary}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        <li>
          <a href="#schemas" className="font-medium hover:text-accent-text">
            Schemas
          </a>
        </li>
        <li>
          <a href="#errors" className="font-medium hover:text-accent-text">
            Problems
          </a>
        </li>
      </ul>
    </nav>
  );
}

function SectionTitle({ id, children }: { id: string; children: string }) {
  return (
    <h2 id={id} className="scroll-mt-6 text-title font-semibold">
      {children}
    </h2>
  );
}

function Problems({ problems }: { problems: ProblemKind[] }) {
  return (
    <section aria-labelledby="errors" className="grid grid-cols-1 gap-4">
      <SectionTitle id="errors">Problems</SectionTitle>
      {problems.map((problem) => (
        <article key={problem.slug} className="grid gap-1 border-line border-t pt-4">
          <h3 id={`error-${problem.slug}`} className="scroll-mt-6 font-semibold target:text-accent-text">
            <span className="tabular-nums">{problem.status}</span> {problem.title}
          </h3>
          <p className="font-mono text-label text-ink-3">/docs/api#error-{problem.slug}</p>
          <p className="max-w-[68ch] text-ink-2">
            <InlineText>{problem.meaning}</InlineText>
          </p>
        </article>
      ))}
    </section>
  );
}

function Schemas({ document }: { document: ApiDocument }) {
  return (
    <section aria-labelledby="schemas" className="grid grid-cols-1 gap-6">
      <SectionTitle id="schemas">Schemas</SectionTitle>
      {Object.entries(document.components.schemas).map(([name, schema]) => (
        <div key={name} id={`schema-${name}`} className="scroll-mt-6 border-line border-t pt-4">
          <h3 className="pb-2 font-mono font-semibold">{name}</h3>
          <FieldTable caption="Fields" fields={fieldsOf(document, schema)} asked={name.startsWith('New')} />
        </div>
      ))}
    </section>
  );
}

/** The whole API on one page, made from its own description. */
export function ApiReference({ document, problems }: { document: ApiDocument; problems: ProblemKind[] }) {
  const [first = '', ...rest] = document.info.description.split('\n\n');
  return (
    <div className="mx-auto flex max-w-[1160px] gap-12 px-5 py-6 md:px-8">
      <Contents document={document} />
      <main className="grid min-w-0 flex-1 grid-cols-1 gap-10 pb-24">
        <header className="grid gap-3">
          <a href="/" className="justify-self-start rounded-control">
            <Wordmark />
          </a>
          <PageHeader face="document" title={document.info.title} summary={`Version ${document.info.version}`} />
          <p className="max-w-[68ch] text-form">
            <InlineText>{first}</InlineText>
          </p>
          {rest.map((text) => (
            <p key={text} className="max-w-[68ch] text-ink-2">
              <InlineText>{text}</InlineText>
            </p>
          ))}
          <p>
            <TextLink href="/api/v1/openapi.json" prefetch={false}>
              openapi.json
            </TextLink>
            , for generators and clients
          </p>
        </header>
        <section aria-labelledby="conventions" className="grid gap-3">
          <SectionTitle id="conventions">Conventions</SectionTitle>
          <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[8rem_1fr]">
            {conventions.map(([term, meaning]) => (
              <div key={term} className="contents">
                <dt className="font-medium">{term}</dt>
                <dd className="max-w-[68ch] text-ink-2">
                  <InlineText>{meaning}</InlineText>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        {document.tags.map(({ name }) => (
          <section key={name} aria-labelledby={`tag-${name}`} className="grid grid-cols-1 gap-6">
            <SectionTitle id={`tag-${name}`}>{name}</SectionTitle>
            {operationsOf(document, name).map((operation) => (
              <OperationSection key={operation.operationId} document={document} operation={operation} />
            ))}
          </section>
        ))}
        <Schemas document={document} />
        <Problems problems={problems} />
      </main>
    </div>
  );
}
