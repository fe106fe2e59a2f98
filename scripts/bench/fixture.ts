import { createHash, randomUUID } from 'node:crypto';
import type { Client } from 'pg';

export type Tenant = { slug: string; workspaceId: string; tokens: string[] };

const tokenCount = 40;

/** A workspace of so many debts over 20 services and 10 owners, four in five of them open, with tokens of its owner. */
export async function makeWorkspace(client: Client, slug: string, debts: number): Promise<Tenant> {
  const workspaceId = randomUUID();
  await client.query(
    `INSERT INTO "Workspace" ("id", "slug", "name", "createdAt", "nextDebtNumber") VALUES ($1, $2, $2, now(), $3)`,
    [workspaceId, slug, debts + 1],
  );
  await client.query(
    `WITH people AS (
      INSERT INTO "User" ("id", "email", "name", "createdAt")
      SELECT gen_random_uuid(), $2 || n || '@example.test', 'Person ' || n, now() FROM generate_series(1, 10) n RETURNING "id"
    ) INSERT INTO "Member" ("workspaceId", "id", "userId", "role", "joinedAt") SELECT $1, gen_random_uuid(), "id", 'owner', now() FROM people`,
    [workspaceId, slug],
  );
  await client.query(
    `INSERT INTO "Service" ("workspaceId", "id", "key", "name", "tier", "createdAt", "updatedAt")
     SELECT $1, gen_random_uuid(), 'service-' || n, 'Service ' || n, 'high', now(), now() FROM generate_series(1, 20) n`,
    [workspaceId],
  );
  await insertDebts(client, workspaceId, debts);
  const tokens = await insertTokens(client, workspaceId);
  await client.query('VACUUM ANALYZE');
  return { slug, workspaceId, tokens };
}

async function insertDebts(client: Client, workspaceId: string, debts: number): Promise<void> {
  await client.query(
    `WITH owners AS (SELECT array_agg("id" ORDER BY "id") AS ids FROM "Member" WHERE "workspaceId" = $1),
    drawn AS (
      SELECT n, 1 + abs(hashint4(n)) % 5 AS i, 1 + abs(hashint4(n + 1)) % 5 AS l, 1 + abs(hashint4(n + 2)) % 5 AS v, 1 + abs(hashint4(n + 3)) % 5 AS c
      FROM generate_series(1, $2::int) n
    )
    INSERT INTO "Debt" ("workspaceId", "id", "number", "title", "description", "state", "closedAs", "stateChangedAt", "impact", "likelihood",
      "velocityTax", "remediationCost", "scoreThirds", "severityThirds", "scoredAt", "effortHalfDays", "ownerId", "labels", "createdAt", "updatedAt")
    SELECT $1, gen_random_uuid(), n, 'Debt number ' || n || ' slows the nightly job', repeat('Why it is here and what it costs. ', 12),
      (CASE WHEN n % 5 = 0 THEN 'resolved' ELSE 'open' END)::"DebtState", (CASE WHEN n % 5 = 0 THEN 'fixed' END)::"ClosedAs",
      now() - n * interval '1 minute', i, l, v, c, (i + l + v) * c, i + l + v, now() - (n % 200) * interval '1 day',
      CASE WHEN n % 3 = 0 THEN NULL ELSE 2 + n % 40 END, (SELECT ids[1 + n % 10] FROM owners), ARRAY['bench'],
      now() - n * interval '1 minute', now() FROM drawn`,
    [workspaceId, debts],
  );
  await client.query(
    `INSERT INTO "DebtService" ("workspaceId", "debtId", "serviceId")
     SELECT d."workspaceId", d."id", s."id" FROM "Debt" d JOIN "Service" s ON s."workspaceId" = d."workspaceId" AND s."key" = 'service-' || (1 + d."number" % 20)
     WHERE d."workspaceId" = $1`,
    [workspaceId],
  );
}

// A token may do 600 requests a minute, so a run of thousands needs several.
async function insertTokens(client: Client, workspaceId: string): Promise<string[]> {
  const tokens = Array.from({ length: tokenCount }, () => `pd_${randomUUID()}`);
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest('hex'));
  await client.query(
    `INSERT INTO "ApiToken" ("workspaceId", "id", "name", "prefix", "secretHash", "role", "permissions", "createdById", "createdAt")
     SELECT $1, gen_random_uuid(), 'bench', 'pd_', hash, 'owner', '{}', (SELECT "id" FROM "Member" WHERE "workspaceId" = $1 LIMIT 1), now()
     FROM unnest($2::text[]) hash`,
    [workspaceId, hashes],
  );
  return tokens;
}

/** A Jira-shaped CSV of so many issues, about 250 bytes a row. */
export function jiraCsv(rows: number): string {
  const lines = [
    'Summary,Issue key,Issue id,Issue Type,Status,Created,Labels,Labels,Description,Original estimate,Custom field (Team),Status Category',
  ];
  for (let n = 1; n <= rows; n += 1) {
    const text = `"h2. Context\nSeen in *checkout* when job ${n} is slow, for the ${n % 90}. time."`;
    lines.push(
      `Nightly job ${n} blocks deploys of service ${n % 20},BENCH-${n},${10_000 + n},Task,Backlog,25/May/26 4:22 PM,performance,legacy,${text},57600,Platform,To Do`,
    );
  }
  return lines.join('\r\n');
}
