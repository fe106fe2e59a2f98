import { isMap, isSeq, parseDocument } from 'yaml';
import type { RecordFile, RecordFinding } from '@/server/domain/decision-record/record';
import { readText } from '@/server/domain/decision-record/record-text';

export interface FolderHints {
  /** False for a page outside the folders that a configuration names. */
  holds(path: string): boolean;
  /** Inside such a folder. */
  isNamed(path: string): boolean;
  isLog4brains(path: string): boolean;
  findings: RecordFinding[];
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '');

/** `./docs/adr/` below the folder of the file that names it, null when it leads out of the set. */
function resolveFolder(base: string, named: string): string | null {
  const parts = base.split('/').filter((part) => part !== '');
  for (const part of named.trim().split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? '' : `${parts.join('/')}/`;
}

/** `adrFolder` of the project and of every package. */
function log4brainsFolders(text: string): string[] {
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: false,
    });
    const project = isMap(document.contents) ? document.contents.get('project') : null;
    if (!isMap(project)) return [];
    const packages = project.get('packages');
    const maps: unknown[] = isSeq(packages) ? [project, ...packages.items] : [project];
    return maps.flatMap((map) => {
      const folder = isMap(map) ? map.get('adrFolder') : null;
      return typeof folder === 'string' ? [folder] : [];
    });
  } catch {
    return [];
  }
}

/** What `.adr-dir` and `.log4brains.yml` say about where the records lie. */
export function folderHints(files: readonly RecordFile[]): FolderHints {
  const named: { root: string; folder: string; isLog4brains: boolean }[] = [];
  const findings: RecordFinding[] = [];
  for (const { path, content } of files) {
    const base = path.slice(path.lastIndexOf('/') + 1);
    if ((base !== '.adr-dir' && base !== '.log4brains.yml') || content.length > 64 * 1024) continue;
    const text = readText(content)?.text ?? '';
    const isLog4brains = base === '.log4brains.yml';
    const folders = isLog4brains ? log4brainsFolders(text) : [text.split('\n', 1)[0] ?? ''];
    for (const name of folders) {
      const root = folderOf(path);
      const folder = resolveFolder(root, name);
      if (folder === null || !files.some((file) => file.path !== path && file.path.startsWith(folder))) {
        findings.push(missing(path, name));
      } else named.push({ root, folder, isLog4brains });
    }
  }
  const isNamed = (path: string) => named.some(({ folder }) => path.startsWith(folder));
  const isBelowRoot = (path: string) => named.some(({ root }) => path.startsWith(root));
  return {
    holds: (path) => !isBelowRoot(path) || isNamed(path),
    isNamed,
    isLog4brains: (path) => named.some((item) => item.isLog4brains && path.startsWith(item.folder)),
    findings,
  };
}

const missing = (path: string, name: string): RecordFinding => ({
  path,
  line: null,
  code: 'folderMissing',
  severity: 'info',
  message: `The folder “${name.trim().slice(0, 100)}” → a folder of this set; every folder was searched.`,
  suggestion: 'Nothing to do if only the folder itself was sent.',
});
