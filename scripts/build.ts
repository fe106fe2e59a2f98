import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, glob, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, Failure } from './failure.ts';
import { shareChunks } from './shared-chunks.ts';

const ROOT = path.join(import.meta.dirname, '..');
export const STANDALONE = path.join(ROOT, '.next', 'standalone');
const CLIENT_STAMP = path.join(ROOT, 'generated', 'prisma', '.inputs');
const BUILD_STAMP = path.join(ROOT, '.next', 'paydown-inputs');

// What a build is made of. Tests live beside the code and are left out by name.
const BUILD_INPUTS = ['{app,components,server,public,prisma/schema,prisma/seed}/**/*.*', '*.{ts,mjs,json}'];
const NOT_INPUTS =
  /\.test\.tsx?$|(^|\/)testing\/|^(biome|knip|vitest|playwright|prisma)\b|^next-env\.d\.ts$|\.tsbuildinfo$/;

async function digest(patterns: string[]): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(patterns, { cwd: ROOT })) files.push(file.split(path.sep).join('/'));
  const hash = createHash('sha256');
  for (const file of files.filter((name) => !NOT_INPUTS.test(name)).sort()) {
    const content = await readFile(path.join(ROOT, file)).catch((error: unknown) => {
      // The pattern also matches folders with a dot in their name.
      if (errorCode(error) === 'EISDIR') return undefined;
      throw error;
    });
    if (content) hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function isCurrent(stamp: string, inputs: string): Promise<boolean> {
  return (await readFile(stamp, 'utf8').catch(() => '')) === inputs;
}

/** Runs a program of node_modules/.bin and keeps its output for the case that it fails. */
async function runTool(tool: string, args: string[], env: Record<string, string> = {}): Promise<void> {
  const child = spawn(process.execPath, [path.join(ROOT, 'node_modules', tool), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const end = () => void child.kill();
  process.once('exit', end);
  const code = await new Promise((resolve) => child.once('close', resolve));
  process.off('exit', end);
  if (code !== 0) throw new Failure(`${path.basename(tool)} ${args.join(' ')} failed:\n\n${output.join('').trim()}`);
}

/** Generates the Prisma client if the schema has changed since. @returns false when it was current */
export async function generateClient(): Promise<boolean> {
  const inputs = await digest(['prisma/schema/*.prisma', 'node_modules/prisma/package.json']);
  if (await isCurrent(CLIENT_STAMP, inputs)) return false;
  await runTool('prisma/build/index.js', ['generate'], { PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' });
  await writeFile(CLIENT_STAMP, inputs);
  return true;
}

/** Builds the application if anything it is made of has changed since. @returns false when it was current */
export async function buildApp(): Promise<boolean> {
  const inputs = await digest(BUILD_INPUTS);
  if (await isCurrent(BUILD_STAMP, inputs)) return false;
  await rm(BUILD_STAMP, { force: true });
  // A build must come out the same whatever the environment of the server is.
  const unset = Object.fromEntries(
    Object.keys(process.env)
      .filter((name) => /^(PAYDOWN_|DATABASE_URL$|PORT$)/.test(name))
      .map((name) => [name, '']),
  );
  await runTool('next/dist/bin/next', ['build'], { ...unset, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
  await shareChunks(path.join(STANDALONE, '.next', 'server', 'chunks'));
  // A standalone build leaves out what a server in front of it might serve; here it serves everything itself.
  await cp(path.join(ROOT, '.next', 'static'), path.join(STANDALONE, '.next', 'static'), { recursive: true });
  await cp(path.join(ROOT, 'public'), path.join(STANDALONE, 'public'), { recursive: true }).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
  await writeFile(BUILD_STAMP, inputs);
  return true;
}
