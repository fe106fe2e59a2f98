import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure, reportFailure } from './failure.ts';

type LockedPackage = {
  version?: string;
  cpu?: string[];
  os?: string[];
  libc?: string[];
  dev?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
};
type Missing = { name: string; version: string; dev: boolean };

const FILE = path.join(import.meta.dirname, '..', 'package-lock.json');
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

function isLocked(packages: Record<string, LockedPackage>, from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

/** Optional packages that some locked package names and the lock file has no entry for. */
function findMissing(packages: Record<string, LockedPackage>): Missing[] {
  return Object.entries(packages).flatMap(([key, found]) =>
    Object.entries(found.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(packages, key, name))
      .map(([name, version]) => ({ name, version, dev: found.dev === true })),
  );
}

/** The entry npm would have written, as far as the name tells. It has no checksum: the package could not be fetched. */
function entryFor({ name, version, dev }: Missing): LockedPackage {
  const words = (name.split('/').at(-1) ?? name).split('-');
  const cpu = PROCESSORS.find((each) => words.includes(each));
  const os = SYSTEMS.find((each) => words.includes(each));
  if (!/^\d+\.\d+\.\d+/.test(version) || (!cpu && !os)) {
    throw new Failure(
      `package-lock.json lacks ${name} ${version} and its name does not tell the platform: add it by hand.`,
    );
  }
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

/**
 * npm leaves a package for another platform out of the lock file when the registry in use does not carry it (mirrors
 * often carry one platform only), and `npm ci` then refuses the lock file everywhere. This finds such gaps, and with
 * --write fills them.
 */
export async function checkLock(write: boolean): Promise<void> {
  const lock: { packages: Record<string, LockedPackage> } = JSON.parse(await readFile(FILE, 'utf8'));
  const missing = findMissing(lock.packages);
  if (missing.length === 0) return;
  if (!write) {
    throw new Failure(
      `package-lock.json has no entry for ${missing[0]?.name} and ${missing.length - 1} others of other platforms, so npm ci will refuse it: run npm run lock.`,
    );
  }
  for (const each of missing) lock.packages[`node_modules/${each.name}`] = entryFor(each);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  await writeFile(FILE, `${JSON.stringify(lock, null, 2)}\n`);
}

if (import.meta.main) await checkLock(process.argv.includes('--write')).catch(reportFailure);
