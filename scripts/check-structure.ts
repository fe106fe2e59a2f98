import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure, reportFailure } from './failure.ts';

const ROOT = path.join(import.meta.dirname, '..');
const SOURCES = '{app,components,server,prisma,e2e,scripts,docs}/**/*.{ts,tsx,mjs}';

const FILE_LINES = 300;
const TEST_OR_SEED = /\.test\.tsx?$|^e2e\/|^prisma\/seed\/|^server\/testing\//;
// Data, not code: one entry a line.
const TABLES = ['server/access/common-passwords.ts'];

const TOP_FOLDERS = ['app', 'components', 'server', 'prisma', 'e2e', 'scripts', 'docs', 'public'];
const SERVER_FOLDERS = ['domain', 'access', 'modules', 'trpc', 'rest', 'jobs', 'email', 'platform', 'testing'];
const MODULE_FILE =
  /^(contract|repo|service|router|rest|jobs)\.ts$|^[a-z0-9-]+(\.int)?\.test\.tsx?$|^render\/[a-z0-9-]+(\.test)?\.tsx?$/;
const EMPTY_NAMES = /(^|[-./])(utils?|helpers?|types|misc|common|index)\.tsx?$/;

type Source = { file: string; lines: string[] };
type Rule = (source: Source) => string | undefined;

function inServer(file: string): boolean {
  return file.startsWith('server/') && !/\.test\.tsx?$|^server\/testing\//.test(file);
}

/** The first line that matches, leaving out comments. */
function lineWith(lines: string[], pattern: RegExp): number | undefined {
  const index = lines.findIndex(
    (line) => !/^\s*(\/\/|\*|\/\*)/.test(line) && pattern.test(line.replace(/\s\/\/ .*$/, '')),
  );
  return index < 0 ? undefined : index + 1;
}

/** Forbids a pattern on the server outside the one file that it belongs to. */
function onlyIn(owner: RegExp, pattern: RegExp, message: string): Rule {
  return ({ file, lines }) => {
    if (!inServer(file) || owner.test(file)) return undefined;
    const line = lineWith(lines, pattern);
    return line === undefined ? undefined : `line ${line}: ${message}`;
  };
}

const rules: Rule[] = [
  ({ file }) => (EMPTY_NAMES.test(file) ? 'the name says nothing: name the file after what it holds' : undefined),
  ({ file }) => {
    const [top = '', second = ''] = file.split('/');
    if (file === 'server/start-up.ts') return undefined;
    return top === 'server' && !SERVER_FOLDERS.includes(second) ? `server/ has no place for ${second}` : undefined;
  },
  ({ file }) => {
    const match = /^server\/modules\/([^/]+)\/(.+)$/.exec(file);
    if (!match) return undefined;
    return MODULE_FILE.test(match[2] ?? '')
      ? undefined
      : 'a module has contract, repo, service, router, rest, jobs, render/ and tests, nothing else';
  },
  ({ file, lines }) => {
    if (TEST_OR_SEED.test(file) || TABLES.includes(file) || lines.length <= FILE_LINES) return undefined;
    return `${lines.length} lines, more than ${FILE_LINES}: find the noun that is missing`;
  },
  ({ file, lines }) => {
    if (!/^components\/(?!ui\/).*\.(ts|tsx)$/.test(file)) return undefined;
    const line = lineWith(lines, /\brole\s*(===|!==)\s*['"]/);
    return line === undefined ? undefined : `line ${line}: a component asks for abilities, it does not compare roles`;
  },
  ({ file, lines }) => {
    if (!/^components\/.*\/use-[^/]+\.tsx$/.test(file)) return undefined;
    return lineWith(lines, /<[A-Za-z]/) === undefined ? 'a hook that renders nothing is a .ts file' : undefined;
  },
  onlyIn(/^server\/platform\/env\.ts$/, /\bprocess\.env\b/, 'only platform/env.ts reads process.env'),
  onlyIn(/^server\/platform\/clock\.ts$/, /\bnew Date\(\)|\bDate\.now\(\)/, 'only platform/clock.ts reads the time'),
  onlyIn(/^server\/platform\/outbound-http\.ts$/, /(?<![.\w])fetch\(/, 'only platform/outbound-http.ts fetches'),
  onlyIn(/^server\/platform\/ids\.ts$/, /\brandomUUID\(|\buuidv?[1-8]\(/, 'only platform/ids.ts makes ids'),
  onlyIn(
    /^server\/access\/scope\.ts$/,
    /\bas (unknown as )?WorkspaceScope\b/,
    'only access/scope.ts mints a WorkspaceScope',
  ),
  ({ file, lines }) => {
    if (!/^(app|components|server)\//.test(file) || /\.test\.tsx?$/.test(file)) return undefined;
    const line = lineWith(lines, /^['"]use server['"]/);
    return line === undefined ? undefined : `line ${line}: reads and writes go through tRPC, not server actions`;
  },
];

/** What is wrong with one file, by its path from the root and its text. */
export function structureProblems(file: string, text: string): string[] {
  const source = { file, lines: text.trimEnd().split('\n') };
  return rules.flatMap((rule) => {
    const problem = rule(source);
    return problem ? [`${file}: ${problem}`] : [];
  });
}

async function main(): Promise<void> {
  const problems: string[] = [];
  let seen = 0;
  for await (const entry of glob(SOURCES, { cwd: ROOT })) {
    const file = entry.split(path.sep).join('/');
    seen += 1;
    problems.push(...structureProblems(file, await readFile(path.join(ROOT, file), 'utf8')));
  }
  for await (const entry of glob('*/', {
    cwd: ROOT,
    exclude: ['node_modules', 'generated', 'coverage', 'test-results', 'playwright-report'],
  })) {
    const folder = entry.replace(/[\\/]$/, '');
    if (!TOP_FOLDERS.includes(folder) && !folder.startsWith('.') && !folder.includes('.'))
      problems.push(`${folder}/: the tree of docs/architecture.md has no such folder`);
  }
  for (const problem of problems.sort()) console.error(problem);
  if (problems.length > 0) throw new Failure(`${problems.length} files are not where or what they should be.`);
  if (seen < 200) throw new Failure(`Only ${seen} files were seen: the check looked at nothing and proves nothing.`);
  console.log(`${seen} files, each where it belongs.`);
}

if (import.meta.main) await main().catch(reportFailure);
