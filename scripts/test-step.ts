import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seconds } from './step.ts';

const ROOT = path.join(import.meta.dirname, '..');

export type Count = { passed: number; failed: number };

export type TestStep = {
  title: string;
  /** A file below the root, run by this Node, and its arguments. */
  command: string[];
  /** Reads the tests counted from the report it wrote; a step without one counts as a single test. */
  count?: (report: unknown) => Count;
  env?: Record<string, string>;
};

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function amount(value: unknown, name: string): number {
  const found = field(value, name);
  return typeof found === 'number' ? found : 0;
}

/** Counts of a Vitest JSON report. A file that could not be loaded has no tests, so it counts as one that failed. */
export function countVitest(report: unknown): Count {
  const files = field(report, 'testResults');
  const unloadable = (Array.isArray(files) ? files : []).filter((file) => {
    const tests = field(file, 'assertionResults');
    return field(file, 'status') === 'failed' && Array.isArray(tests) && tests.length === 0;
  });
  return { passed: amount(report, 'numPassedTests'), failed: amount(report, 'numFailedTests') + unloadable.length };
}

/** Counts of a Playwright JSON report; errors outside any test count as failures. */
export function countPlaywright(report: unknown): Count {
  const stats = field(report, 'stats');
  const errors = field(report, 'errors');
  const outside = Array.isArray(errors) ? errors.length : 0;
  return { passed: amount(stats, 'expected'), failed: amount(stats, 'unexpected') + amount(stats, 'flaky') + outside };
}

function run(step: TestStep, report: string): Promise<{ code: number; output: string }> {
  const [script = '', ...args] = step.command;
  const child = spawn(process.execPath, [path.join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...step.env, PAYDOWN_TEST_REPORT: report, NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const end = () => void child.kill();
  process.once('exit', end);
  return new Promise((resolve) => {
    child.once('close', (code) => {
      process.off('exit', end);
      resolve({ code: code ?? 1, output: output.join('') });
    });
  });
}

async function readCount(step: TestStep, report: string, code: number): Promise<Count> {
  if (!step.count) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const text = await readFile(report, 'utf8').catch(() => 'null');
  const count = step.count(JSON.parse(text));
  // A run that ends badly without a failed test, or in which nothing ran, has not shown anything to work.
  const silent = count.failed === 0 && (code !== 0 || count.passed === 0);
  return silent ? { ...count, failed: 1 } : count;
}

/** Runs one step and prints its line; all of what it said only when it failed. */
export async function runTestStep(step: TestStep): Promise<Count> {
  const startedAt = performance.now();
  const report = path.join(tmpdir(), `paydown-report-${process.pid}-${step.title.replaceAll(/\W/g, '-')}.json`);
  const { code, output } = await run(step, report);
  const count = await readCount(step, report, code);
  await rm(report, { force: true });
  const tests = step.count ? `${count.passed} passed${count.failed ? `, ${count.failed} failed` : ''}` : '';
  console.log(`  ${count.failed === 0 ? '✓' : '✗'} ${step.title.padEnd(24)} ${tests.padEnd(24)} ${seconds(startedAt)}`);
  if (count.failed > 0) console.log(`\n${output.trim() || `ended with code ${code}`}\n`);
  return count;
}
