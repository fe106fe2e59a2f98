import { Failure, reportFailure } from './failure.ts';
import { pendingSql } from './migration-new.ts';

async function main(): Promise<void> {
  const sql = await pendingSql();
  if (sql === '') return;
  throw new Failure(
    `The schema has changed since the last migration (make one with npm run db:migration -- name):\n\n${sql.trim()}`,
  );
}

await main().catch(reportFailure);
