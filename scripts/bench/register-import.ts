import { type Installation, ownerToken, workspace } from '../throwaway-installation.ts';
import { watchMemory } from './measure.ts';

const records = 2_000;
const recordBytes = 4_096;
const register = 'bench-import';
const statuses = ['accepted', 'proposed', 'rejected', 'deprecated'];
const words =
  'the service keeps its own copy of the table because a shared one was locked for minutes every night and nobody could say by whom'.split(
    ' ',
  );

/** A MADR 4 record of 4 kB; every eighth one supersedes the one before. */
function recordText(nth: number): string {
  const said = nth % 8 === 7 ? `\nSupersedes [ADR-${String(nth - 1).padStart(4, '0')}](${pathOf(nth - 1)})\n` : '';
  const head = `---\nstatus: ${statuses[nth % statuses.length]}\ndate: 2024-${String(1 + (nth % 12)).padStart(2, '0')}-11\ndecision-makers: Ana, Ben\n---\n\n# Keep copy number ${nth}\n\n## Context and Problem Statement\n${said}\n`;
  const lines: string[] = [];
  for (let length = head.length, at = nth; length < recordBytes; at += 7) {
    const line = Array.from({ length: 14 }, (_, word) => words[(at + word * (1 + (nth % 5))) % words.length]).join(' ');
    lines.push(line);
    length += line.length + 1;
  }
  return `${head}${lines.join('\n')}\n`;
}

const pathOf = (nth: number): string => `${String(nth).padStart(4, '0')}-keep-copy-number-${nth}.md`;

async function send(place: Installation, path: string, body: string | Uint8Array<ArrayBuffer>, type: string) {
  const answer = await fetch(`${place.base}/api/v1/workspaces/${workspace}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ownerToken}`, 'content-type': type },
    body,
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 500)}`);
  return text;
}

/** Imports 2,000 generated records of 4 kB as one zip: records a second, and the server's memory meanwhile. */
export async function benchRegisterImport(place: Installation) {
  const { writeArchive } = await import('../../server/domain/decision-record/archive.ts');
  await send(place, '/registers', JSON.stringify({ slug: register, name: 'Bench import' }), 'application/json');
  const encoder = new TextEncoder();
  const files = Array.from({ length: records }, (_, at) => ({
    path: `docs/decisions/${pathOf(at + 1)}`,
    content: encoder.encode(recordText(at + 1)),
  }));
  const archive = new Uint8Array(writeArchive(files));
  let text = '';
  const { seconds, ...memory } = await watchMemory(place, async () => {
    text = await send(place, `/registers/${register}/import`, archive, 'application/zip');
  });
  const created = text.split('"action":"create"').length - 1;
  if (created !== records) throw new Error(`${created} of ${records} records came in`);
  const megabytes = files.reduce((sum, { content }) => sum + content.length, 0) / 1024 / 1024;
  return { rowsPerSecond: records / seconds, seconds, megabytes, ...memory };
}
