import { existsSync } from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config from '../.dependency-cruiser.ts';
import { Failure, reportFailure } from './failure.ts';

const ROOT = path.join(import.meta.dirname, '..');
const FOLDERS = ['app', 'components', 'server', 'prisma/seed', 'e2e', 'instrumentation.ts', 'proxy.ts'];
// Fewer modules than this were seen when a compiler changed under the tool, and everything passed: nothing was checked.
const FLOOR = 200;

async function main(): Promise<void> {
  process.chdir(ROOT);
  const { options, ...ruleSet } = config;
  const found = FOLDERS.filter((each) => existsSync(path.join(ROOT, each)));
  const tsConfig = extractTSConfig(path.join(ROOT, 'tsconfig.json'));
  const { output } = await cruise(found, { ...options, ruleSet, validate: true }, options?.enhancedResolveOptions, {
    tsConfig,
  });
  if (typeof output === 'string') throw new Failure(output);
  report(output);
}

function report({ modules, summary }: ICruiseResult): void {
  const own = modules.filter((module) => !module.source.startsWith('node_modules') && !module.coreModule);
  for (const { rule, from, to, cycle } of summary.violations) {
    const comment = config.forbidden?.find((each) => each.name === rule.name)?.comment ?? '';
    const end = cycle ? cycle.map((step) => step.name).join(' → ') : to;
    console.error(`${rule.name}: ${from} → ${end}\n    ${comment}`);
  }
  if (summary.violations.length > 0)
    throw new Failure(`${summary.violations.length} imports break the dependency rule.`);
  if (own.length < FLOOR) {
    throw new Failure(
      `Only ${own.length} modules were seen, fewer than ${FLOOR}: the check looked at nothing and proves nothing.`,
    );
  }
  console.log(`${own.length} modules, ${summary.totalDependenciesCruised} imports, no violation.`);
}

await main().catch(reportFailure);
