import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Tenant } from './fixture.ts';

export const benchRegister = 'bench';

const bytesEach = 4096;
const batch = 500;
const beginnings = 'ca de fo gri ha ju ko la mu no pa qui ro sta tra u ve wi ya ze bra cle dro fla gno'.split(' ');
const middles = 'ba co di fu ga li mo na po ru se to va'.split(' ');
const ends = 'ck dge lm nt rph st x th'.split(' ');
const vocabulary = beginnings.flatMap((first) =>
  middles.flatMap((second) => ends.map((last) => first + second + last)),
);

/** The same numbers from 0 to 1 in every run. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

// Few words are frequent and most are rare, as in any text.
function word(draw: () => number): string {
  return vocabulary[Math.floor(vocabulary.length * draw() ** 3)] ?? '';
}

/** Words of which one record in three, in ten and in a hundred has one. */
export const searches = [
  'decommission',
  'handover nightly',
  'quarantine',
  vocabulary[400] ?? '',
  vocabulary[1800] ?? '',
];

function record(n: number) {
  const draw = draws(n);
  const words = (count: number) => Array.from({ length: count }, () => word(draw)).join(' ');
  const parts = [`# ${words(6)}`, '## Context'];
  if (n % 3 === 0) parts.push('The decommission of the old service is near.');
  if (n % 10 === 0) parts.push('A handover happens nightly.');
  if (n % 100 === 0) parts.push('Records go to quarantine first.');
  while (parts.join('\n\n').length < bytesEach) parts.push(`${words(40)}.`);
  return { title: `${words(5)} ${n}`, body: parts.join('\n\n').slice(0, bytesEach) };
}

/** A register of so many records of 4 kB in a workspace, four in five of them accepted, with numbers and tags. */
export async function makeDecisions(client: Client, { workspaceId }: Tenant, decisions: number): Promise<void> {
  const registerId = randomUUID();
  await client.query(
    `INSERT INTO "Register" ("workspaceId", "id", "slug", "name", "template", "lastNumber", "createdAt", "updatedAt")
     VALUES ($1, $2, $3, 'Bench', 'minimal', $4, now(), now())`,
    [workspaceId, registerId, benchRegister, decisions],
  );
  for (let from = 1; from <= decisions; from += batch) {
    const numbers = Array.from({ length: Math.min(batch, decisions - from + 1) }, (_, index) => from + index);
    const records = numbers.map(record);
    await client.query(
      `INSERT INTO "Decision" ("workspaceId", "id", "registerId", "number", "title", "body", "status", "statusChangedAt", "tags",
         "ownerId", "createdAt", "updatedAt")
       SELECT $1, gen_random_uuid(), $2, n, title, body, (CASE WHEN n % 5 = 0 THEN 'proposed' ELSE 'accepted' END)::"DecisionStatus",
         now() - n * interval '1 hour', ARRAY['bench', 'tag-' || n % 20],
         (SELECT "id" FROM "Member" WHERE "workspaceId" = $1 ORDER BY "id" LIMIT 1), now(), now()
       FROM unnest($3::int[], $4::text[], $5::text[]) AS drawn (n, title, body)`,
      [workspaceId, registerId, numbers, records.map(({ title }) => title), records.map(({ body }) => body)],
    );
  }
  await client.query('VACUUM ANALYZE "Decision"');
}
