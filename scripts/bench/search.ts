import type { Client } from 'pg';
import type { Installation } from '../throwaway-installation.ts';
import { benchRegister, makeDecisions, searches } from './decision-fixture.ts';
import { makeWorkspace, type Tenant } from './fixture.ts';
import { median, timeOf } from './measure.ts';

export const fewDecisions = 500;
export const manyDecisions = 5_000;

const warmUp = 20;
const timed = 100;

type Timed = { few: number; many: number };
type Ask = (place: Installation, tenant: Tenant, path: string, nth: number) => Promise<void>;

/** Searches registers of 500 and of 5,000 records in turn, with words that both have, for the first 20 matches. */
export async function benchSearch(place: Installation, client: Client, ask: Ask): Promise<Timed> {
  const tenants = {
    few: await makeWorkspace(client, 'few-decisions', 0),
    many: await makeWorkspace(client, 'many-decisions', 0),
  };
  await makeDecisions(client, tenants.few, fewDecisions);
  await makeDecisions(client, tenants.many, manyDecisions);
  const times = { few: [] as number[], many: [] as number[] };
  for (let nth = 0; nth < warmUp + timed; nth += 1) {
    const words = searches[nth % searches.length] ?? '';
    const path = `/registers/${benchRegister}/decisions?limit=20&q=${encodeURIComponent(words)}`;
    const few = await timeOf(() => ask(place, tenants.few, path, nth));
    const many = await timeOf(() => ask(place, tenants.many, path, nth));
    if (nth < warmUp) continue;
    times.few.push(few);
    times.many.push(many);
  }
  return { few: median(times.few), many: median(times.many) };
}
