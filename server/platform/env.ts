import { z } from 'zod';

const portWords = 'a whole number from 1 to 65535';
const port = z.coerce.number(portWords).int(portWords).min(1, portWords).max(65_535, portWords);
const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'small letters, digits and dashes, at most 40');
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'an address that begins with postgres:// or postgresql://');
const webUrl = z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' });
const flag = z.enum(['0', '1'], { error: '0 or 1' }).transform((value) => value === '1');

const schema = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], { error: 'development, production or test' })
    .default('production'),
  PORT: port.default(3000),
  PAYDOWN_URL: webUrl.optional(),
  PAYDOWN_DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: postgresUrl.optional(),
  PAYDOWN_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  WORKER: z.enum(['inline', 'only', 'off'], { error: 'inline, only or off' }).default('inline'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'debug, info, warn, error or silent' })
    .default('info'),
  PAYDOWN_TRUST_PROXY: flag.optional(),
  PAYDOWN_BOOTSTRAP_EMAIL: z.email('an e-mail address').optional(),
  PAYDOWN_BOOTSTRAP_PASSWORD: z.string().min(10, 'at least 10 characters').optional(),
  PAYDOWN_BOOTSTRAP_WORKSPACE: slug.optional(),
  PAYDOWN_BOOTSTRAP_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{20,200}$/, '20 to 200 visible characters')
    .optional(),
  PAYDOWN_BOOTSTRAP_DEMO: flag.optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'an address that begins with smtp:// or smtps://')
    .optional(),
  SMTP_FROM: z.string().min(3, 'an e-mail address, or a name with one').optional(),
  GITHUB_ID: z.string().min(1).optional(),
  GITHUB_SECRET: z.string().min(1).optional(),
  GOOGLE_ID: z.string().min(1).optional(),
  GOOGLE_SECRET: z.string().min(1).optional(),
  GITLAB_ID: z.string().min(1).optional(),
  GITLAB_SECRET: z.string().min(1).optional(),
  GITLAB_URL: webUrl.optional(),
  MICROSOFT_ID: z.string().min(1).optional(),
  MICROSOFT_SECRET: z.string().min(1).optional(),
  MICROSOFT_TENANT: z.string().min(1).optional(),
  OIDC_ISSUER: webUrl.optional(),
  OIDC_ID: z.string().min(1).optional(),
  OIDC_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).optional(),
});

const togetherOrNotAtAll = [
  ['GITHUB_ID', 'GITHUB_SECRET'],
  ['GOOGLE_ID', 'GOOGLE_SECRET'],
  ['GITLAB_ID', 'GITLAB_SECRET'],
  ['MICROSOFT_ID', 'MICROSOFT_SECRET'],
  ['OIDC_ISSUER', 'OIDC_ID', 'OIDC_SECRET'],
  ['SMTP_URL', 'SMTP_FROM'],
  ['PAYDOWN_BOOTSTRAP_EMAIL', 'PAYDOWN_BOOTSTRAP_PASSWORD', 'PAYDOWN_BOOTSTRAP_WORKSPACE'],
] as const;

const needsBootstrapOwner = ['PAYDOWN_BOOTSTRAP_TOKEN', 'PAYDOWN_BOOTSTRAP_DEMO'] as const;

export type Env = z.infer<typeof schema>;

/** A variable that cannot be used. Its message names the variable and what would be right, never the value. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/** Reads every variable once. An empty one counts as unset. Throws EnvError with one sentence a variable. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')} must be ${issue.message}.`);
    throw new EnvError(lines.join('\n'));
  }
  const env = parsed.data;
  for (const group of togetherOrNotAtAll) {
    const missing = group.filter((name) => env[name] === undefined);
    if (missing.length > 0 && missing.length < group.length) {
      const present = group.filter((name) => env[name] !== undefined);
      throw new EnvError(`${present.join(', ')} is set without ${missing.join(', ')}: set all of them or none.`);
    }
  }
  for (const name of needsBootstrapOwner) {
    if (env[name] && !env.PAYDOWN_BOOTSTRAP_EMAIL) {
      throw new EnvError(
        `${name} is set without PAYDOWN_BOOTSTRAP_EMAIL: it applies to the owner made at the first start.`,
      );
    }
  }
  return env;
}

let cached: Env | undefined;

/** The validated environment of this process. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** next-auth reads these two by itself; the address is decided a request at a time in `server/access/origin.ts`. */
export function leaveOriginToCaller(): void {
  delete process.env.NEXTAUTH_URL;
  process.env.AUTH_TRUST_HOST = '1';
}
