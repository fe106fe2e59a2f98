import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimDataFolder, prepareDataFolder, readSecrets } from './data-folder';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'paydown-data-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the data folder', () => {
  test('is made with its parents, and closed to others', async () => {
    const made = await prepareDataFolder(path.join(folder, 'a', 'b'));
    expect((await stat(made)).mode & 0o777).toBe(0o700);
  });

  test('that cannot be made is refused in one sentence that names it and the variable', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    const below = path.join(file, 'data');
    await expect(prepareDataFolder(below)).rejects.toThrow(
      new RegExp(`^The data folder ${below} cannot be written .*PAYDOWN_DATA_DIR`),
    );
  });

  test.runIf(process.platform === 'linux')('below /proc is refused rather than waited for', async () => {
    await expect(prepareDataFolder('/proc/paydown/data')).rejects.toThrow('cannot be written');
  });

  test('keeps its secrets: made once, readable by their owner only', async () => {
    const secrets = await readSecrets(folder);
    expect(await readSecrets(folder)).toEqual(secrets);
    expect(new Set(Object.values(secrets)).size).toBe(3);
    expect((await stat(path.join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  test.each(['', '{', '[]', '{"postgresPassword":"short"}'])(
    'does not replace damaged secrets (%j), as the database has the old ones',
    async (text) => {
      const file = path.join(folder, 'secrets.json');
      await writeFile(file, text);
      await expect(readSecrets(folder)).rejects.toThrow('is damaged');
      expect(await readFile(file, 'utf8')).toBe(text);
    },
  );
});

describe('claiming the data folder', () => {
  const claimOf = (pid: number, startTicks?: string) =>
    writeFile(path.join(folder, 'run.json'), JSON.stringify({ pid, startTicks }));

  test('is refused while another live process holds it', async () => {
    await claimOf(process.ppid);
    await expect(claimDataFolder(folder)).rejects.toThrow(`(process ${process.ppid})`);
  });

  test('takes over from a process that was killed', async () => {
    // Above the largest process id that Linux gives out.
    await claimOf(2 ** 22 + 1);
    const release = await claimDataFolder(folder);
    await release();
    await expect(stat(path.join(folder, 'run.json'))).rejects.toThrow('ENOENT');
  });

  test.runIf(process.platform === 'linux')('takes over when the id belongs to another process by now', async () => {
    await claimOf(process.ppid, '1');
    await expect(claimDataFolder(folder)).resolves.toBeTypeOf('function');
  });

  test('takes over a claim that was cut off while being written', async () => {
    await writeFile(path.join(folder, 'run.json'), '{"pid":');
    await expect(claimDataFolder(folder)).resolves.toBeTypeOf('function');
  });
});
