import { Failure, reportFailure } from './failure.ts';
import { currentSchema } from './migration-new.ts';

type Field = { name: string; type: string; attributes: string };
type Model = { name: string; fields: Field[]; blocks: string[] };

/**
 * Models that belong to no workspace: people and how they sign in, the workspace itself, and counters. Whoever adds one
 * says so here and in the schema, and says why it may be read without a workspace.
 */
const GLOBAL = [
  'Account',
  'PasswordReset',
  'RateLimit',
  'Session',
  'SetupLink',
  'User',
  'VerificationToken',
  'Workspace',
];
const TENANT = 'workspaceId';

function parseModels(schema: string): Model[] {
  return [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].map(([, name = '', body = '']) => {
    const lines = body
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line && !line.startsWith('//'));
    return {
      name,
      blocks: lines.filter((line) => line.startsWith('@@')),
      fields: lines
        .filter((line) => !line.startsWith('@@'))
        .map((line) => {
          const [field = '', type = '', ...attributes] = line.split(/\s+/);
          return { name: field, type: type.replace(/[?[\]]+$/, ''), attributes: attributes.join(' ') };
        }),
    };
  });
}

/** The columns of an attribute such as `@@index([a, b])`, or of the named argument of a relation. */
function columns(attribute: string, argument = ''): string[] {
  const list = new RegExp(`${argument && `${argument}:\\s*`}\\[([^\\]]*)\\]`).exec(attribute)?.[1] ?? '';
  return list
    .split(',')
    .map((column) => column.trim().replace(/\(.*$/, ''))
    .filter(Boolean);
}

function keyProblems({ name, fields, blocks }: Model): string[] {
  const problems: string[] = [];
  const id = blocks.find((block) => block.startsWith('@@id('));
  const key = id ? columns(id) : [];
  if (key[0] !== TENANT || key.length < 2)
    problems.push(`${name}: the primary key must be @@id([${TENANT}, id]) or begin so`);
  if (!fields.some((field) => field.name === TENANT && field.attributes.includes('@db.Uuid'))) {
    problems.push(`${name}: ${TENANT} must be a uuid that is always set`);
  }
  if (fields.some((field) => field.name === 'id') && !key.includes('id'))
    problems.push(`${name}: id is not part of the key`);
  for (const field of fields) {
    if (/@(id|unique)\b/.test(field.attributes))
      problems.push(`${name}.${field.name}: unique within a workspace, so by @@unique([${TENANT}, …])`);
  }
  for (const block of blocks.filter((each) => /^@@(unique|index|fulltext)\(/.test(each))) {
    if (columns(block)[0] !== TENANT) problems.push(`${name}: ${block} must begin with ${TENANT}`);
  }
  return problems;
}

function relationProblems({ name, fields }: Model, tenants: Set<string>): string[] {
  return fields.flatMap(({ name: field, type, attributes }) => {
    const own = columns(attributes, 'fields');
    if (own.length === 0) return [];
    if (/onDelete:\s*SetNull/.test(attributes)) return [`${name}.${field}: SetNull would empty ${TENANT} as well`];
    if (!tenants.has(type)) return [];
    const isComposite = own[0] === TENANT && columns(attributes, 'references')[0] === TENANT && own.length > 1;
    return isComposite
      ? []
      : [`${name}.${field}: must refer to ${type} by fields: [${TENANT}, …], references: [${TENANT}, …]`];
  });
}

/** What a schema says that would let a row be found without its workspace, one sentence each. */
export function tenancyProblems(schema: string): string[] {
  const models = parseModels(schema);
  const tenants = models.filter((model) => !GLOBAL.includes(model.name));
  const names = new Set(tenants.map((model) => model.name));
  const unexplained = GLOBAL.filter((name) => models.some((model) => model.name === name)).filter(
    (name) => !new RegExp(`/// global: [^\\n]+\\n(?:///[^\\n]*\\n)*model ${name} \\{`).test(schema),
  );
  return [
    ...tenants.flatMap((model) => [...keyProblems(model), ...relationProblems(model, names)]),
    ...unexplained.map(
      (name) => `${name}: belongs to no workspace, so its comment must begin with "global:" and say why`,
    ),
  ];
}

async function main(): Promise<void> {
  const schema = await currentSchema();
  const problems = tenancyProblems(schema);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) throw new Failure(`${problems.length} places in prisma/schema let go of the tenant.`);
  const models = parseModels(schema).length;
  if (models < 15)
    throw new Failure(`Only ${models} models were found: the check looked at nothing and proves nothing.`);
  console.log(`${models} models, each found by its workspace or known to belong to none.`);
}

if (import.meta.main) await main().catch(reportFailure);
