import { CodeBlock } from '@/components/ui/code-block';
import { type ApiDocument, type ApiOperation, curlOf, followed, nameOf, typeText } from './document-shape';
import { FieldTable, fieldsOf } from './field-table';
import { InlineText } from './inline-text';

/** `#/components/responses/InvalidOrStale` names the problems of one status. */
function problemSlugs(ref: string): string[] {
  const name = ref.slice(ref.lastIndexOf('/') + 1);
  return name.split(/Or(?=[A-Z])/).map((part) => part.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase());
}

function Problems({ operation }: { operation: ApiOperation }) {
  const entries = Object.entries(operation.responses).flatMap(([status, { $ref }]) =>
    $ref ? problemSlugs($ref).map((slug) => ({ status, slug })) : [],
  );
  return (
    <p className="text-label text-ink-3">
      Problems:{' '}
      {entries.map(({ status, slug }, index) => (
        <span key={slug}>
          {index > 0 ? ', ' : ''}
          <a href={`#error-${slug}`} className="border-line-strong border-b text-ink-2 hover:border-ink">
            {status} {slug}
          </a>
        </span>
      ))}
    </p>
  );
}

function Answer({ operation }: { operation: ApiOperation }) {
  return Object.entries(operation.responses)
    .filter(([, response]) => !response.$ref)
    .map(([status, { description, content }]) => {
      const json = content?.['application/json'];
      const shape = json?.schema;
      return (
        <div key={status} className="grid grid-cols-1 gap-1.5">
          <p className="text-ink-2">
            <strong className="font-semibold text-ink tabular-nums">{status}</strong> {description}{' '}
            {nameOf(shape) ? (
              <a href={`#schema-${nameOf(shape)}`} className="border-line-strong border-b">
                {nameOf(shape)}
              </a>
            ) : null}
          </p>
          {json?.example === undefined ? null : (
            <CodeBlock label={`Answer of ${operation.operationId}`}>{JSON.stringify(json.example, null, 2)}</CodeBlock>
          )}
          {content && !json ? <p className="text-label text-ink-3">{Object.keys(content).join(', ')}</p> : null}
        </div>
      );
    });
}

/** One operation: what it does, what it takes, what it answers, and a request to copy. */
export function OperationSection({ document, operation }: { document: ApiDocument; operation: ApiOperation }) {
  const [mediaType, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const json = operation.requestBody?.content['application/json'] ?? body;
  const parameters = operation.parameters
    .filter((parameter) => parameter.name !== 'workspace')
    .map(({ name, schema = {}, required = false, description = '' }) => ({
      name,
      type: typeText(schema),
      required,
      description,
    }));
  const bodyTypes = Object.keys(operation.requestBody?.content ?? {}).join(', ');
  return (
    <section aria-labelledby={operation.operationId} className="grid grid-cols-1 gap-3 border-line border-t pt-6">
      <h3 id={operation.operationId} className="scroll-mt-6 text-panel font-semibold">
        <a href={`#${operation.operationId}`} className="hover:text-accent-text">
          {operation.summary}
        </a>
      </h3>
      <p className="font-mono text-label [overflow-wrap:anywhere]">
        <span className="mr-2 rounded-chip bg-neutral-soft px-1.5 py-0.5 font-semibold">{operation.method}</span>
        {operation.path}
      </p>
      {operation.description ? (
        <p className="text-ink-2">
          <InlineText>{operation.description}</InlineText>
        </p>
      ) : null}
      <CodeBlock label={`Request of ${operation.operationId}`}>{curlOf(document, operation)}</CodeBlock>
      <FieldTable caption="Parameters" fields={parameters} asked />
      {mediaType ? (
        <FieldTable
          caption={`Body, ${bodyTypes}`}
          fields={fieldsOf(document, followed(document, json?.schema))}
          asked
        />
      ) : null}
      <Answer operation={operation} />
      <Problems operation={operation} />
    </section>
  );
}
