/** The newest folder of prisma/migrations, without which this code cannot run. A test keeps the two equal. */
export const latestMigration = '20261121103500_parseable_words';
