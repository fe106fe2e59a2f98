import { PrismaClient } from '@/generated/prisma/client';
import { env } from './env';
import { OrderedPg } from './ordered-pg';

export type Db = PrismaClient;
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>;

const poolSize = 10;

function connect(): PrismaClient {
  const connectionString = env().DATABASE_URL;
  if (!connectionString) throw new Error('DATABASE_URL is not set: start with `npm start`, which sets it.');
  return new PrismaClient({ adapter: new OrderedPg({ connectionString, max: poolSize }) });
}

// Next loads server code in several bundles of one process; the global keeps them on one pool.
const shared = globalThis as typeof globalThis & { paydownDb?: PrismaClient };

export function database(): PrismaClient {
  shared.paydownDb ??= connect();
  return shared.paydownDb;
}
