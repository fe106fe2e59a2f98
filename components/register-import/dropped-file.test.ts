import { expect, test } from 'vitest';
import { readArchive } from '@/server/domain/decision-record/archive';
import { filesOfChoice, packFiles, refuseFiles } from './dropped-file';

const file = (name: string, text = 'x') => new File([text], name);

test('what nobody means to import stays out of a chosen folder', () => {
  const chosen = ['.DS_Store', '0001-a.md'].map((name) => file(name));
  expect(filesOfChoice(chosen).map(({ path }) => path)).toEqual(['0001-a.md']);
});

test('too many and too large are refused before anything is read', () => {
  const many = Array.from({ length: 5001 }, () => ({ file: { name: 'a.md', size: 1 } }));
  expect(refuseFiles(many)).toContain('5,000');
  expect(refuseFiles([{ file: { name: 'a.zip', size: 30_000_000 } }])).toContain('30.0 MB');
  expect(refuseFiles([{ file: { name: 'a.md', size: 200_000_000 } }])).toContain('200.0 MB');
  expect(refuseFiles([])).toContain('no files');
  expect(refuseFiles([{ file: { name: 'a.md', size: 10 } }])).toBeNull();
});

test('files become one archive with their paths, an archive is sent as it is', async () => {
  const zip = file('log.zip');
  expect(await packFiles([{ path: 'log.zip', file: zip }])).toBe(zip);
  const packed = await packFiles([
    { path: 'adr/0001-a.md', file: file('0001-a.md', 'first') },
    { path: 'adr/img/b.md', file: file('b.md', 'second') },
  ]);
  expect(packed.name).toBe('adr.zip');
  const { files } = readArchive(new Uint8Array(await packed.arrayBuffer()));
  expect(files.map(({ path }) => path)).toEqual(['adr/0001-a.md', 'adr/img/b.md']);
});
