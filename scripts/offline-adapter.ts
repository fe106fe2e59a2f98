import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';

const identity = { provider: 'postgres', adapterName: '@prisma/adapter-pg' } as const;
const refuse = () => Promise.reject(new Error('A comparison of two schemas needs no database.'));

const connection: SqlDriverAdapter = {
  ...identity,
  queryRaw: async () => ({
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, 'PostgreSQL 18.0', 180_000]],
  }),
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: async () => undefined,
};

/**
 * Stands in for a database while the engine compares two schemas: it greets every connection with one question
 * (does the schema exist, which version are you) before it does anything at all, and asks no other.
 */
export const offlineAdapter: SqlMigrationAwareDriverAdapterFactory = {
  ...identity,
  connect: async () => connection,
  connectToShadowDb: refuse,
};
