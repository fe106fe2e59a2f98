import { scanLines } from '@/server/domain/decision-record/line-scan';
import { joinPath } from '@/server/domain/decision-record/record-path';
import { relativePath } from '@/server/domain/decision-record/write-context';

function moveLine(line: string, before: string, after: string, moved: ReadonlyMap<string, string>): string {
  let result = '';
  let from = 0;
  for (let at = line.indexOf('](', from); at >= 0; at = line.indexOf('](', at + 2)) {
    const end = line.indexOf(')', at + 2);
    if (end < 0) break;
    const target = line.slice(at + 2, end);
    const hash = target.indexOf('#');
    const path = hash > 0 ? target.slice(0, hash) : target;
    const to = target.length > 500 || path.includes(':') ? undefined : moved.get(joinPath(before, path) ?? '');
    if (to === undefined) continue;
    result += line.slice(from, at + 2) + relativePath(after, to) + (hash > 0 ? target.slice(hash) : '');
    from = end;
  }
  return result + line.slice(from);
}

/** Links between records, and to images that go along, to where these lie now. Code is left alone. */
export function moveLinks(
  text: string,
  before: string | null,
  after: string,
  moved: ReadonlyMap<string, string>,
): string {
  if (before === null || moved.size === 0 || !text.includes('](')) return text;
  return scanLines(text.split('\n'))
    .map((line) => (line.kind === 'fence' ? line.text : moveLine(line.text, before, after, moved)))
    .join('\n');
}
