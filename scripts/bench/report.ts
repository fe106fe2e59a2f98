import { fewDecisions, manyDecisions } from './search.ts';

type List = { few: number; many: number; plain: number };
type Search = { few: number; many: number };
type Opening = { quiet: number; discussed: number };
type Import = { rowsPerSecond: number; seconds: number; megabytes: number; before: number; peak: number };
type Memory = { after: number; highest: number; growth: number };
export type Figures = {
  list: List;
  search: Search;
  opening: Opening;
  imported: Import;
  records?: Import;
  memory: Memory;
};

const memoryLimitMb = 512;
const ratio = (a: number, b: number) => (a / b).toFixed(2);

function row(name: string, value: string, bound: string, isMet: boolean | null): string {
  return `| ${name} | ${value} | ${bound} | ${isMet === null ? '' : isMet ? 'met' : 'missed'} |`;
}

function listRows({ few, many, plain }: List): string[] {
  const found = `${many.toFixed(1)} ms, ratio ${ratio(many, few)}`;
  return [
    row('List, 100 rows, 1,000 debts: p50', `${few.toFixed(1)} ms`, '', null),
    row('List, 100 rows, 50,000 debts: p50', found, '≤ 2 × that of 1,000', many <= 2 * few),
    row(
      'The same SQL through pg: p50',
      `${plain.toFixed(1)} ms, ratio ${ratio(many, plain)}`,
      'list ≤ 5 × this',
      many <= 5 * plain,
    ),
  ];
}

function searchRows({ few, many }: Search): string[] {
  const found = `${many.toFixed(1)} ms, ratio ${ratio(many, few)}`;
  const name = `Search, ${manyDecisions.toLocaleString('en')} decisions: p50`;
  return [
    row(`Search, ${fewDecisions} decisions of 4 kB: p50`, `${few.toFixed(1)} ms`, '', null),
    row(name, found, `≤ 2 × that of ${fewDecisions}`, many <= 2 * few),
  ];
}

function openingRows({ quiet, discussed }: Opening): string[] {
  const found = `${Math.round(discussed)} ms, ratio ${ratio(discussed, quiet)}`;
  return [
    row('Opening a decision without comments, in the browser: p50', `${Math.round(quiet)} ms`, '', null),
    row('Opening one with 200 comments: p50', found, '≤ 1.5 × the one without', discussed <= 1.5 * quiet),
  ];
}

function importRows(what: string, unit: string, { rowsPerSecond, seconds, megabytes, before, peak }: Import): string[] {
  const speed = `${Math.round(rowsPerSecond).toLocaleString('en')} ${unit}/s (${seconds.toFixed(1)} s, ${megabytes.toFixed(1)} MB)`;
  return [
    row(`Import of ${what}`, speed, '', null),
    row(
      'Server memory during it: peak',
      `${Math.round(peak)} MB (before: ${Math.round(before)} MB)`,
      `≤ ${memoryLimitMb} MB`,
      peak <= memoryLimitMb,
    ),
  ];
}

function memoryRows({ after, highest, growth }: Memory): string[] {
  return [
    row(
      'Server memory after 5,000 mixed requests',
      `${Math.round(after)} MB (highest ${Math.round(highest)} MB)`,
      '≤ 400 MB',
      after <= 400,
    ),
    row('Its growth over the last 1,000', `${growth.toFixed(1)} MB`, 'flat: ≤ 5 % of it', growth <= after * 0.05),
  ];
}

/** The table of docs/benchmarks.md. */
export function reportOf({ list, search, opening, imported, records, memory }: Figures): string {
  return [
    '| what | measured | bound | |',
    '| --- | --- | --- | --- |',
    ...listRows(list),
    ...searchRows(search),
    ...openingRows(opening),
    ...importRows('50,000 rows', 'rows', imported),
    ...(records ? importRows('2,000 decision records of 4 kB', 'records', records) : []),
    ...memoryRows(memory),
  ].join('\n');
}
