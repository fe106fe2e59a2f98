import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { latestMigration } from './latest-migration';

test('readiness waits for the newest migration there is', () => {
  const folder = path.join(import.meta.dirname, '../../prisma/migrations');
  const newest = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
    .at(-1);
  expect(latestMigration).toBe(newest);
});
