import { describe, expect, test } from 'vitest';
import { structureProblems } from './check-structure';

const about = (file: string, text = '') => structureProblems(file, text).join('\n');

describe('the structure check', () => {
  test.each([
    ['server/modules/debt/queries.ts', 'a module has contract'],
    ['server/modules/debt/index.ts', 'the name says nothing'],
    ['components/debt/debt-utils.ts', 'the name says nothing'],
    ['server/domain/scoring/types.ts', 'the name says nothing'],
    ['server/lib/thing.ts', 'server/ has no place for lib'],
  ])('refuses %s', (file, message) => {
    expect(about(file)).toContain(message);
  });

  test.each([
    'server/modules/debt/contract.ts',
    'server/modules/debt/debt.int.test.ts',
    'server/modules/debt/render/debt-sheet.tsx',
    'server/domain/scoring/score.ts',
    'components/debt/use-debt.ts',
    'app/w/[workspace]/backlog/page.tsx',
  ])('accepts %s', (file) => {
    expect(about(file)).toBe('');
  });

  test.each([
    ['server/modules/debt/service.ts', 'const home = process.env.HOME;', 'only platform/env.ts'],
    ['server/modules/debt/service.ts', 'const now = new Date();', 'only platform/clock.ts'],
    ['server/domain/scoring/age.ts', 'return Date.now() - then;', 'only platform/clock.ts'],
    ['server/modules/webhook/service.ts', 'await fetch(url);', 'only platform/outbound-http.ts'],
    ['server/modules/debt/service.ts', 'const id = randomUUID();', 'only platform/ids.ts'],
    ['server/modules/debt/service.ts', 'return { workspaceId } as WorkspaceScope;', 'only access/scope.ts'],
    ['components/debt/debt-view.tsx', `if (member.role === 'admin') show();`, 'it does not compare roles'],
    ['app/page.tsx', `'use server';`, 'not server actions'],
  ])('finds in %s: %s', (file, text, message) => {
    expect(about(file, text)).toContain(message);
  });

  test.each([
    ['server/platform/env.ts', 'const home = process.env.HOME;'],
    ['server/platform/clock.ts', 'return new Date();'],
    ['server/modules/debt/service.ts', '// as new Date() would be'],
    ['server/modules/debt/service.ts', 'const day = new Date(text);'],
    ['server/modules/debt/service.ts', 'await cache.fetch(key);'],
    ['server/modules/debt/service.int.test.ts', 'const now = new Date();'],
  ])('leaves alone in %s: %s', (file, text) => {
    expect(about(file, text)).toBe('');
  });

  test('counts lines: 300 are a file, 301 are two, except in tests and seeds', () => {
    expect(about('server/rest/app.ts', 'x\n'.repeat(300))).toBe('');
    expect(about('server/rest/app.ts', 'x\n'.repeat(301))).toContain('301 lines, more than 300');
    expect(about('server/rest/app.test.ts', 'x\n'.repeat(301))).toBe('');
    expect(about('prisma/seed/demo.ts', 'x\n'.repeat(301))).toBe('');
  });
});
