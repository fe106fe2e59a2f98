import { z } from 'zod';

/** The parts of JSON Schema that the API's fields use. */
const leaf = {
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  description: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
  required: z.array(z.string()).optional(),
};

export type FieldSchema = {
  [Key in keyof typeof leaf]?: z.infer<(typeof leaf)[Key]>;
} & { items?: FieldSchema | undefined; properties?: Record<string, FieldSchema> | undefined };

const fieldSchema: z.ZodType<FieldSchema> = z.lazy(() =>
  z.object({ ...leaf, items: fieldSchema.optional(), properties: z.record(z.string(), fieldSchema).optional() }),
);

const media = z.record(z.string(), z.object({ schema: fieldSchema.optional(), example: z.unknown().optional() }));

const parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema: fieldSchema.optional(),
});

const operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string().optional(),
  tags: z.array(z.string()),
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content: media }).optional(),
  responses: z.record(
    z.string(),
    z.object({ $ref: z.string().optional(), description: z.string().optional(), content: media.optional() }),
  ),
});
export type ApiOperation = z.infer<typeof operation> & { method: string; path: string };

/** What the reference shows of an OpenAPI 3.1 document. */
export const apiDocument = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.object({ url: z.string() })).min(1),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), fieldSchema) }),
});
export type ApiDocument = z.infer<typeof apiDocument>;

const refPrefix = '#/components/schemas/';

/** A schema with its reference followed. */
export function followed(document: ApiDocument, schema: FieldSchema | undefined): FieldSchema {
  const name = schema?.$ref?.startsWith(refPrefix) ? schema.$ref.slice(refPrefix.length) : null;
  return (name === null ? schema : document.components.schemas[name]) ?? {};
}

/** The name a schema has among the components, or null. */
export function nameOf(schema: FieldSchema | undefined): string | null {
  return schema?.$ref?.startsWith(refPrefix) ? schema.$ref.slice(refPrefix.length) : null;
}

function range(schema: FieldSchema): string {
  const { minimum, maximum, maxLength } = schema;
  if (minimum !== undefined && maximum !== undefined) return `, ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `, at least ${minimum}`;
  if (maximum !== undefined) return `, at most ${maximum}`;
  return maxLength === undefined ? '' : `, at most ${maxLength} characters`;
}

/** What a field may hold, in words: "number or null, 0 to 1". */
export function typeText(schema: FieldSchema): string {
  const name = nameOf(schema);
  if (name) return name;
  if (schema.enum) return schema.enum.map((value) => (value === null ? 'null' : String(value))).join(' | ');
  if (schema.type === 'array') return `list of ${schema.items ? typeText(schema.items) : 'anything'}`;
  const types = schema.type === undefined ? ['anything'] : Array.isArray(schema.type) ? schema.type : [schema.type];
  const worded = types.map((type) => (type === 'string' ? (schema.format ?? 'text') : type));
  return `${worded.join(' or ')}${range(schema)}`;
}

/** The operations of one tag in the order of the document. */
export function operationsOf(document: ApiDocument, tag: string): ApiOperation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, one]) => one.tags.includes(tag))
      .map(([method, one]) => ({ ...one, method: method.toUpperCase(), path })),
  );
}

/** A request as one would type it, with the documentation's examples filled in. */
export function curlOf(document: ApiDocument, one: ApiOperation): string {
  const base = document.servers[0]?.url ?? '';
  const address = `${base}${one.path}`
    .replace('{workspace}', 'northwind')
    .replace('{key}', one.path.includes('/debts/') ? 'TD-31' : one.path.includes('/teams/') ? 'payments' : 'checkout')
    .replace('{id}', '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f');
  const lines = [
    `curl ${one.method === 'GET' ? '' : `-X ${one.method} `}"$PAYDOWN_URL${address}"`,
    '  -H "Authorization: Bearer $PAYDOWN_TOKEN"',
  ];
  const [mediaType, content] = Object.entries(one.requestBody?.content ?? {})[0] ?? [];
  if (mediaType === 'text/csv') lines.push('  -H "Content-Type: text/csv"', '  --data-binary @debts.csv');
  else if (content) lines.push(`  -H "Content-Type: ${mediaType}"`, `  -d '${JSON.stringify(content.example)}'`);
  return lines.join(' \\\n');
}
