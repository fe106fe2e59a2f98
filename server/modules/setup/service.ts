import { seedDemo } from '@/prisma/seed/demo';
import { publicOrigin } from '@/server/access/origin';
import { scopeForFounder, scopeForJob, type WorkspaceScope } from '@/server/access/scope';
import { acceptPassword, anyoneIsHere, createPerson } from '@/server/modules/account/service';
import { storeToken } from '@/server/modules/token/service';
import { foundWorkspace } from '@/server/modules/workspace/service';
import { derivedSecret, sameSecret } from '@/server/platform/crypto';
import { env } from '@/server/platform/env';
import { AppError } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { log } from '@/server/platform/log';
import { transact } from '@/server/platform/transact';
import type { CompleteSetup } from './contract';
import * as repo from './repo';

function setupToken(): string {
  return derivedSecret('setup', 'first owner');
}

type FirstRun = {
  name: string;
  email: string;
  password: string;
  workspaceName: string;
  slug: string;
  demo: boolean;
  token?: string | undefined;
};

function alreadyDone(): AppError {
  return new AppError('preconditionFailed', {
    userMessage: 'This installation is set up already. Ask its owner for an invitation link.',
  });
}

/** Makes the first person, their workspace and, for a headless start, their token. Of two at once, one is refused. */
async function setUp(input: FirstRun, passwordField = 'password'): Promise<WorkspaceScope> {
  const { email, name, slug } = input;
  const passwordHash = await acceptPassword(passwordField, input.password, email);
  const userId = newId();
  const scope = scopeForFounder({ slug, userId, requestId: newId() });
  await transact(scope, 'workspace.create', async (tx, record) => {
    await repo.lockSetup(tx);
    if (await anyoneIsHere(tx)) throw alreadyDone();
    await createPerson(tx, { id: userId, email, name, passwordHash });
    await foundWorkspace(tx, scope, input.workspaceName);
    record({ subjectType: 'workspace', subjectId: scope.workspaceId, data: { name: input.workspaceName } });
    if (input.token) {
      const made = await storeToken(
        tx,
        scope,
        { name: 'bootstrap', role: 'owner', permissions: [], expiresOn: null },
        input.token,
      );
      record({ subjectType: 'token', subjectId: made.id, data: { name: made.name, role: made.role } });
    }
  });
  if (input.demo) await writeDemo(scope);
  return scope;
}

// The workspace stands by now: a demo that fails leaves it empty rather than taking the owner's account away again.
async function writeDemo(founder: WorkspaceScope): Promise<void> {
  const { workspaceId, memberId, requestId } = founder;
  try {
    await seedDemo(await scopeForJob({ workspaceId, memberId, permission: 'debt:write', requestId }));
  } catch (error) {
    log.error({ err: error, requestId }, 'the demo content was not written');
  }
}

/** Whether a link still sets this installation up. */
export async function getSetup(unverifiedToken: string) {
  if (!sameSecret(unverifiedToken, setupToken())) return { state: 'unknown' as const };
  return { state: (await anyoneIsHere()) ? ('done' as const) : ('open' as const) };
}

/** Completes the first set-up by its link. Errors: `forbidden` for another link, `preconditionFailed` the second time. */
export async function completeSetup(input: CompleteSetup) {
  if (!sameSecret(input.token, setupToken())) {
    throw new AppError('forbidden', {
      userMessage: 'This is not the set-up link of this installation. It is printed where Paydown was started.',
    });
  }
  const { token: _, ...rest } = input;
  await setUp(rest);
  return { slug: input.slug, email: input.email };
}

/** The line to print at a start: where the first person sets up, or null when there is one. */
export async function setupLine(): Promise<string | null> {
  return (await anyoneIsHere()) ? null : `Set up: ${publicOrigin()}/setup/${setupToken()}`;
}

/** `ana.silva` or `acme-shop` as a name: Ana Silva, Acme Shop. */
function titleOf(text: string): string {
  const words = text.split(/[._+-]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || text;
}

/** Sets up from the environment, on an empty database only; on any other it does nothing, however often it runs. */
export async function bootstrapFromEnvironment(): Promise<boolean> {
  const { PAYDOWN_BOOTSTRAP_EMAIL, PAYDOWN_BOOTSTRAP_PASSWORD, PAYDOWN_BOOTSTRAP_WORKSPACE } = env();
  if (!PAYDOWN_BOOTSTRAP_EMAIL || !PAYDOWN_BOOTSTRAP_PASSWORD || !PAYDOWN_BOOTSTRAP_WORKSPACE) return false;
  if (await anyoneIsHere()) return false;
  const email = PAYDOWN_BOOTSTRAP_EMAIL.toLowerCase();
  try {
    const first = {
      name: titleOf(email.split('@')[0] ?? 'owner'),
      email,
      password: PAYDOWN_BOOTSTRAP_PASSWORD,
      workspaceName: titleOf(PAYDOWN_BOOTSTRAP_WORKSPACE),
      slug: PAYDOWN_BOOTSTRAP_WORKSPACE,
      demo: env().PAYDOWN_BOOTSTRAP_DEMO ?? false,
      token: env().PAYDOWN_BOOTSTRAP_TOKEN,
    };
    await setUp(first, 'PAYDOWN_BOOTSTRAP_PASSWORD');
    return true;
  } catch (error) {
    // Another process was faster: that is what idempotent means here.
    if (error instanceof AppError && error.code === 'preconditionFailed') return false;
    throw error;
  }
}
