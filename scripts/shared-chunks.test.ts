import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { shareChunks } from './shared-chunks.ts';

test('copies of a chunk become references to the first, and every file still exports what it did', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'paydown-chunks-'));
  try {
    const chunk = (name: string) => `module.exports=[1,()=>"said once"];\n\n//# sourceMappingURL=${name}.js.map`;
    await mkdir(path.join(folder, 'ssr'));
    await writeFile(path.join(folder, 'a.js'), chunk('a'));
    await writeFile(path.join(folder, 'b.js'), 'module.exports=[2,()=>"alone"];\n');
    await writeFile(path.join(folder, 'c.js'), chunk('c'));
    await writeFile(path.join(folder, 'ssr', 'd.js'), chunk('d'));
    expect(await shareChunks(folder)).toBeGreaterThan(0);
    const load = createRequire(path.join(folder, 'index.js'));
    const first = load('./a.js');
    expect(first[1]()).toBe('said once');
    expect(load('./c.js')).toBe(first);
    expect(load('./ssr/d.js')).toBe(first);
    expect(load('./b.js')[1]()).toBe('alone');
    expect(await readFile(path.join(folder, 'c.js'), 'utf8')).not.toContain('said once');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
