import type { TestStep } from './test-step.ts';

export const types: TestStep = { title: 'Types', command: ['scripts/typecheck.ts'] };

/** Everything about the source that can be known without running it, except for its types. */
export const checks: TestStep[] = [
  { title: 'Lint and format', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  { title: 'Folders and sizes', command: ['scripts/check-structure.ts'] },
  { title: 'Tenancy of the schema', command: ['scripts/check-tenancy.ts'] },
  { title: 'Migrations', command: ['scripts/check-migrations.ts'] },
  { title: 'Dependency rule', command: ['scripts/check-graph.ts'] },
  { title: 'Dead code', command: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { title: 'Lock file', command: ['scripts/lock-platforms.ts'] },
];
