import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DebtDraft, ImportContext } from '@/server/domain/importing/debt-draft';
import type { ExistingDebt, ImportAction } from '@/server/domain/importing/plan-import';
import { type ImportPreview, previewImport } from '@/server/domain/importing/preview-import';

const context: ImportContext = {
  now: '2026-11-21T03:00:00Z',
  timeZone: 'UTC',
  members: [{ id: 'm1', name: 'Ana Silva', email: 'ana@example.test' }],
  teams: [{ id: 't1', name: 'Payments' }],
  services: [
    { id: 's1', key: 'checkout', name: 'Checkout' },
    { id: 's2', key: 'ledger', name: 'Ledger' },
  ],
};
const plan = (text: string, existing: ExistingDebt[] = []): ImportPreview =>
  previewImport(new TextEncoder().encode(text), existing, context);
const draftsOf = (actions: ImportAction[]): DebtDraft[] =>
  actions.flatMap((action) => (action.kind === 'create' || action.kind === 'update' ? [action.draft] : []));

/** What a workspace holds after carrying a plan out: created debts keep the key of an export if they have one. */
function carryOut(result: ImportPreview, before: ExistingDebt[] = []): ExistingDebt[] {
  const after = new Map(before.map((debt) => [debt.debtKey, debt]));
  for (const action of result.actions) {
    if (action.kind !== 'create' && action.kind !== 'update') continue;
    const { draft } = action;
    const debtKey = action.kind === 'update' ? action.debtKey : (draft.debtKey ?? `TD-${after.size + 1}`);
    const { sourceKey, title, contentHash } = draft;
    after.set(debtKey, { debtKey, title, sourceKey, contentHash, deleted: false, mergedInto: null });
  }
  return [...after.values()];
}
const counts = ({ rows, created, updated, unchanged, skipped }: ImportPreview) => ({
  rows,
  created,
  updated,
  unchanged,
  skipped,
});
const debt = (changes: Partial<ExistingDebt>): ExistingDebt => ({
  debtKey: 'TD-1',
  title: 'Old',
  sourceKey: null,
  contentHash: null,
  deleted: false,
  mergedInto: null,
  ...changes,
});

describe('planImport', () => {
  const FILE = 'Issue key,Summary,Status\nSHOP-1,One,To Do\nSHOP-2,Two,Done\nSHOP-3,Three,To Do';

  it('creates everything in an empty workspace, and says how many come in closed', () => {
    expect(plan(FILE)).toMatchObject({ rows: 3, created: 3, updated: 0, unchanged: 0, skipped: 0, createdClosed: 1 });
  });

  it('leaves everything alone the second time', () => {
    expect(counts(plan(FILE, carryOut(plan(FILE))))).toEqual({
      rows: 3,
      created: 0,
      updated: 0,
      unchanged: 3,
      skipped: 0,
    });
  });

  it('updates exactly the rows that changed', () => {
    const changed = FILE.replace('Two,Done', 'Two,In Progress').concat('\nSHOP-4,Four,To Do');
    const result = plan(changed, carryOut(plan(FILE)));
    expect(counts(result)).toEqual({ rows: 4, created: 1, updated: 1, unchanged: 2, skipped: 0 });
    expect(result.actions[1]).toMatchObject({ kind: 'update', debtKey: 'TD-2', draft: { state: 'inProgress' } });
  });

  it('takes a change in a column that becomes nothing for no change', () => {
    const text = (votes: number): string => `Issue key,Summary,Votes\nSHOP-1,One,${votes}`;
    expect(counts(plan(text(2), carryOut(plan(text(1)))))).toMatchObject({ unchanged: 1 });
  });

  it('finds an issue again whatever the case of its key', () => {
    expect(counts(plan('Issue key,Summary\nshop-1,One', [debt({ sourceKey: 'SHOP-1' })]))).toMatchObject({
      updated: 1,
    });
  });

  it('skips what was merged or deleted here and says what to do', () => {
    const result = plan(FILE, [
      debt({ debtKey: 'TD-1', sourceKey: 'SHOP-1', mergedInto: 'TD-31' }),
      debt({ debtKey: 'TD-2', sourceKey: 'SHOP-2', deleted: true }),
    ]);
    expect(counts(result)).toEqual({ rows: 3, created: 1, updated: 0, unchanged: 0, skipped: 2 });
    expect(result.findingGroups.map(({ section, message, suggestion }) => [section, message, suggestion])).toEqual([
      ['skipped', 'SHOP-1 was merged into TD-31 here.', 'Nothing to do. It stays linked to TD-31.'],
      ['skipped', 'SHOP-2 was deleted here.', 'Restore TD-2 first, then import again.'],
    ]);
  });

  it('prefers a living debt to a deleted one with the same source', () => {
    const result = plan('Issue key,Summary\nSHOP-1,One', [
      debt({ debtKey: 'TD-9', sourceKey: 'SHOP-1' }),
      debt({ debtKey: 'TD-2', sourceKey: 'SHOP-1', deleted: true }),
    ]);
    expect(result.actions).toMatchObject([{ kind: 'update', debtKey: 'TD-9' }]);
  });

  it('lets the last of several rows with one key count, and names both rows', () => {
    const result = plan('Issue key,Summary\nSHOP-1,Early\nSHOP-2,Other\nSHOP-1,Late');
    expect(counts(result)).toEqual({ rows: 3, created: 2, updated: 0, unchanged: 0, skipped: 1 });
    expect(draftsOf(result.actions).map((draft) => draft.title)).toEqual(['Other', 'Late']);
    expect(result.findings).toMatchObject([{ row: 1, code: 'duplicateKey', message: 'SHOP-1 is in rows 1 and 3.' }]);
  });

  it('matches rows without a key by what they say', () => {
    const text = 'Title,Impact\nOne,3\nTwo,4\nOne,3';
    const first = plan(text);
    expect(counts(first)).toEqual({ rows: 3, created: 2, updated: 0, unchanged: 0, skipped: 1 });
    expect(first.findings.map((finding) => finding.code)).toEqual(['duplicateRow']);
    expect(counts(plan(text, carryOut(first)))).toEqual({ rows: 3, created: 0, updated: 0, unchanged: 2, skipped: 1 });
  });

  it('marks rows with one title and different keys as alike, and takes both', () => {
    const result = plan('Issue key,Summary\nSHOP-1,Same thing\nSHOP-2,same  Thing');
    expect(result.created).toBe(2);
    expect(result.findings).toMatchObject([{ row: 2, code: 'alike', message: 'Same title: SHOP-1 and SHOP-2' }]);
  });

  it('warns before a bare number renames a debt', () => {
    const result = plan('ID,Title\n7,Another matter', [
      debt({ sourceKey: '7', title: 'Slow query', contentHash: 'x' }),
    ]);
    expect(result.updated).toBe(1);
    expect(result.findings).toMatchObject([{ row: 1, code: 'matchedByKey', severity: 'warning' }]);
  });

  it('runs as a whole or not at all: one bad row blocks, and the rest is still shown', () => {
    const result = plan('Title,Impact\nOne,3\nTwo,9');
    expect(result).toMatchObject({ blocked: true, rows: 2, created: 2 });
  });
});

const HEADINGS =
  'Key,Title,State,Score,Severity,Impact,Likelihood,Velocity tax,Remediation cost,Effort (days),Interest (hours per month),Quadrant,Not debt because,Owner,Team,Services,Labels,Product sentence,Repayment plan,Revisit on,Accepted until,Incurred on,Scored on,Description,Source';

/** Writes a cell the way an export does: guarded against spreadsheets, quoted where it has to be. */
const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  const guarded = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};
const exportRow = (draft: DebtDraft): string =>
  [
    draft.debtKey,
    draft.title,
    draft.state,
    '13.3',
    '3.3',
    ...[draft.factors.impact, draft.factors.likelihood, draft.factors.velocityTax, draft.factors.remediationCost],
    draft.effortHalfDays === null ? null : draft.effortHalfDays / 2,
    draft.interestHoursPerMonth,
    draft.quadrant,
    draft.notDebtReason,
    draft.owner?.name ?? null,
    draft.team?.name ?? null,
    draft.services.map((service) => service.name).join(', '),
    draft.labels.join(', '),
    draft.productSentence,
    draft.repaymentPlan,
    draft.revisitOn,
    draft.acceptedUntil,
    draft.incurredOn,
    draft.scoredOn,
    draft.description,
    draft.sourceKey,
  ]
    .map(cell)
    .join(',');

describe('an export of Paydown', () => {
  const factor = fc.option(fc.integer({ min: 1, max: 5 }));
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
  const prose = fc
    .string({ minLength: 1, maxLength: 60, unit: fc.constantFrom(...`abc é日🙂"',;=+-@\n\t*#[]|<>{}\\`) })
    .map((text) => text.trim());
  const line = prose.map((text) => text.replace(/[\n\t]/g, '').trim()).filter((text) => text !== '');
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2026-11-20'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const known = (name: string, id: string) => fc.constantFrom(null, { name, id });
  const filled = (text: string): string | null => (text === '' ? null : text);
  const record = fc.record({
    title: line,
    description: prose,
    state: fc.constantFrom('open', 'planned', 'inProgress', 'accepted', 'resolved', 'withdrawn'),
    factors: fc.record({ impact: factor, likelihood: factor, velocityTax: factor, remediationCost: factor }),
    effortHalfDays: fc.option(fc.integer({ min: 1, max: 500 })),
    interestHoursPerMonth: fc.option(fc.integer({ min: 0, max: 400 })),
    quadrant: fc.constantFrom(null, 'deliberatePrudent', 'inadvertentReckless'),
    notDebtReason: prose.map(filled),
    owner: known('Ana Silva', 'm1'),
    team: known('Payments', 't1'),
    services: fc.subarray([
      { name: 'checkout', id: 's1' },
      { name: 'ledger', id: 's2' },
    ]),
    labels: fc.uniqueArray(word, { maxLength: 4 }),
    productSentence: prose.map(filled),
    repaymentPlan: prose.map(filled),
    revisitOn: fc.option(day),
    acceptedUntil: fc.option(day),
    incurredOn: fc.option(day),
    scoredOn: fc.option(day),
    sourceKey: fc.option(fc.integer({ min: 1, max: 99_999 }).map((number) => `SHOP-${number}`)),
  });

  it('comes back as the same records, and changes nothing where it came from', () => {
    const records = fc.uniqueArray(record, {
      minLength: 1,
      maxLength: 8,
      selector: (one) => one.sourceKey ?? one.title.toLowerCase(),
    });
    fc.assert(
      fc.property(records, fc.constantFrom('\r\n', '\n'), (list, lineEnd) => {
        const written: DebtDraft[] = list.map((one, index) => ({
          ...one,
          row: index + 1,
          line: 0,
          debtKey: `TD-${index + 1}`,
          closedAs: one.state === 'resolved' ? 'fixed' : null,
          reporter: null,
          closedOn: null,
          createdAt: null,
          contentHash: '',
          cells: [],
        }));
        const text = `\uFEFF${[HEADINGS, ...written.map(exportRow)].join(lineEnd)}`;
        const result = plan(text);
        const bare = (draft: DebtDraft) => ({ ...draft, line: 0, contentHash: '', cells: [] });
        expect(result.findingCounts.error).toBe(0);
        expect(draftsOf(result.actions).map(bare)).toEqual(written);
        expect(result.unmappedColumns.filter((name) => name !== 'Score' && name !== 'Severity')).toEqual([]);
        expect(counts(plan(text, carryOut(result)))).toMatchObject({ created: 0, updated: 0, unchanged: list.length });
      }),
    );
  });

  it('finds a debt again by its key after somebody edited the file, and warns of a new title', () => {
    const text = `${HEADINGS}\nTD-4,New name,open,,,3,,,,,,,,,,,,,,,,,,,`;
    const result = plan(text, [debt({ debtKey: 'TD-4', title: 'Old name' })]);
    expect(result.actions).toMatchObject([{ kind: 'update', debtKey: 'TD-4' }]);
    expect(result.findings.map((finding) => finding.code)).toContain('matchedByKey');
  });

  it('is not taken for a debt of this workspace that only happens to have its key', () => {
    const text = `${HEADINGS}\nTD-4,Theirs,open,,,3,,,,,,,,,,,,,,,,,,,SHOP-9`;
    const result = plan(text, [debt({ debtKey: 'TD-4', title: 'Ours', sourceKey: 'CORE-1' })]);
    expect(result.actions).toMatchObject([{ kind: 'create' }]);
  });

  it.each([
    ['withdrawn', null],
    ['Withdrawn (duplicate)', 'duplicate'],
    ['Withdrawn (will not fix)', 'wontFix'],
  ])('reads the state %s', (state, closedAs) => {
    const [draft] = draftsOf(plan(`${HEADINGS}\nTD-4,x,${state},,,3,,,,,,,,,,,,,,,,,,,`).actions);
    expect(draft).toMatchObject({ state: 'withdrawn', closedAs });
  });
});

describe('any tracker file', () => {
  const row = fc.record({
    key: fc.integer({ min: 1, max: 30 }),
    title: fc.constantFrom('Slow query', 'Old ORM', 'No tests', ''),
    status: fc.constantFrom('To Do', 'Done', 'Nowhere', ''),
    created: fc.constantFrom('22/Sep/25 9:26 AM', '18/Dec/26 9:02 PM', 'soon', ''),
    impact: fc.constantFrom('1', '5', '9', 'x', ''),
  });

  it('changes nothing when it is imported again, and its counts always add up', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), fc.boolean(), (rows, keyed) => {
        const lines = rows.map(({ key, title, status, created, impact }) =>
          [...(keyed ? [`SHOP-${key}`] : []), title, status, created, impact].join(','),
        );
        const text = [`${keyed ? 'Issue key,' : ''}Summary,Status,Created,Impact`, ...lines].join('\n');
        const first = plan(text);
        const again = plan(text, carryOut(first));
        for (const result of [first, again]) {
          expect(result.created + result.updated + result.unchanged + result.skipped).toBe(result.rows);
        }
        expect(counts(again)).toMatchObject({ created: 0, updated: 0, skipped: first.skipped });
      }),
    );
  });
});
