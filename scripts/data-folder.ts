import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { errorCode, Failure } from './failure.ts';
import { isAlive, startTicks } from './process-table.ts';

export type Secrets = { postgresPassword: string; databasePassword: string; authSecret: string };

/** As mkdir -p; Node's own recursive form never returns for a folder below /proc. */
async function makeFolders(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return;
    const parent = path.dirname(folder);
    if (errorCode(error) !== 'ENOENT' || parent === folder || (await stat(parent).catch(() => undefined))) throw error;
    await makeFolders(parent);
    await mkdir(folder, { mode: 0o700 });
  }
}

/**
 * Creates the data folder when it is missing and proves that it can be written.
 * @returns its real, absolute path
 */
export async function prepareDataFolder(folder: string): Promise<string> {
  try {
    await makeFolders(folder);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // Access can say yes on a read-only file system, so write something.
    const probe = path.join(folder, `.probe-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
    return await realpath(folder);
  } catch (error) {
    throw new Failure(
      `The data folder ${folder} cannot be written by ${userInfo().username} (${errorCode(error) ?? 'unknown error'}): make it writable, or set PAYDOWN_DATA_DIR to a folder that is.`,
    );
  }
}

function isSecrets(value: unknown): value is Secrets {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['postgresPassword', 'databasePassword', 'authSecret'].every(
      (key) => typeof Reflect.get(value, key) === 'string' && Reflect.get(value, key).length >= 32,
    )
  );
}

/** Reads the generated secrets of a data folder, making them (mode 0600) on first use. */
export async function readSecrets(folder: string): Promise<Secrets> {
  const file = path.join(folder, 'secrets.json');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new Failure(`${file} cannot be read (${errorCode(error)}): give it back to ${userInfo().username}.`);
  });
  if (text === undefined) {
    const secret = () => randomBytes(32).toString('base64url');
    const secrets: Secrets = { postgresPassword: secret(), databasePassword: secret(), authSecret: secret() };
    await writeFile(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return secrets;
  }
  const secrets = parseJson(text);
  if (!isSecrets(secrets)) {
    throw new Failure(
      `${file} is damaged: restore it from a backup, as it holds the passwords of the database beside it.`,
    );
  }
  await chmod(file, 0o600);
  return secrets;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Claims the data folder for this process, so that two never run one database.
 * A claim left by a process that was killed is taken over.
 * @returns a function that gives the folder back
 */
export async function claimDataFolder(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'run.json');
  const claim = JSON.stringify({ pid: process.pid, startTicks: await startTicks(process.pid) });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await writeFile(file, claim, { mode: 0o600, flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const holder = await liveHolder(file);
    if (holder) {
      throw new Failure(
        `Paydown already runs on the data folder ${folder} (process ${holder}): stop it first, or set PAYDOWN_DATA_DIR to another folder.`,
      );
    }
    await rm(file, { force: true });
  }
  throw new Failure(`Another start is claiming the data folder ${folder} at this moment: wait for it, or stop it.`);
}

async function liveHolder(file: string): Promise<number | undefined> {
  const claim = parseJson(await readFile(file, 'utf8').catch(() => ''));
  if (typeof claim !== 'object' || claim === null || !('pid' in claim) || typeof claim.pid !== 'number')
    return undefined;
  if (claim.pid === process.pid || !isAlive(claim.pid)) return undefined;
  const ticks = await startTicks(claim.pid);
  const sameProcess = !('startTicks' in claim) || ticks === undefined || claim.startTicks === ticks;
  return sameProcess ? claim.pid : undefined;
}
