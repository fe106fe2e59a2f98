import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');

function run(script: string, ...args: string[]): number {
  const { status } = spawnSync(process.execPath, [path.join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return status ?? 1;
}

// Left over from a build that had other pages, they would be checked as if those pages still existed.
for (const folder of ['.next/types', '.next/dev/types'])
  await rm(path.join(ROOT, folder), { recursive: true, force: true });
process.env.NEXT_TELEMETRY_DISABLED = '1';
process.exitCode =
  run('next/dist/bin/next', 'typegen') || run('typescript/bin/tsc', '--noEmit', '--incremental', 'false');
