import { describe, expect, it } from 'vitest';
import { type DebtDraft, type ImportContext, originalOf } from '@/server/domain/importing/debt-draft';
import type { FindingCode } from '@/server/domain/importing/finding';
import type { ExistingDebt } from '@/server/domain/importing/plan-import';
import { type ImportOptions, type ImportPreview, previewImport } from '@/server/domain/importing/preview-import';

const context: ImportContext = {
  now: '2026-11-21T03:00:00Z',
  timeZone: 'Europe/Berlin',
  members: [
    { id: 'm1', name: 'Ana Silva', email: 'ana@example.test' },
    { id: 'm2', name: 'Kai Brandt', email: 'kai@example.test' },
    { id: 'm3', name: 'Kai Brandt', email: 'kai.b@example.test' },
  ],
  teams: [{ id: 't1', name: 'Payments' }],
  services: [
    { id: 's1', key: 'checkout', name: 'Checkout' },
    { id: 's2', key: 'auth-sso', name: 'Auth, SSO' },
  ],
};
const preview = (
  text: string,
  changes: Partial<ImportContext> = {},
  options: ImportOptions = {},
  existing: ExistingDebt[] = [],
): ImportPreview => previewImport(new TextEncoder().encode(text), existing, { ...context, ...changes }, options);
const drafts = (result: ImportPreview): DebtDraft[] =>
  result.actions.flatMap((action) => (action.kind === 'create' || action.kind === 'update' ? [action.draft] : []));
const only = (text: string, changes: Partial<ImportContext> = {}): DebtDraft => {
  const [draft] = drafts(preview(text, changes));
  if (!draft) throw new Error('Nothing was read.');
  return draft;
};
const codes = (result: ImportPreview): FindingCode[] => result.findings.map((finding) => finding.code);
const found = (text: string, code: FindingCode, changes: Partial<ImportContext> = {}) =>
  preview(text, changes).findings.find((finding) => finding.code === code);

describe('a Jira row', () => {
  const header = 'Issue key,Summary,Status,Status Category,Resolution,Issue Type';

  it.each([
    ['Backlog', 'To Do', '', 'open', null],
    ['Selected for Development', 'To Do', '', 'planned', null],
    ['Done', 'In Progress', '', 'inProgress', null],
    ['Shipped to Mars', 'Done', 'Done', 'resolved', 'fixed'],
    ['Done', 'Done', '', 'resolved', 'fixed'],
    ['Done', 'Done', 'Duplicate', 'withdrawn', 'duplicate'],
    ['Done', 'Done', "Won't Do", 'withdrawn', 'wontFix'],
    ['Done', 'Done', 'Cannot Reproduce', 'withdrawn', 'invalid'],
    ['Done', 'Done', 'Not sure', 'resolved', 'fixed'],
    ['En curso', 'En curso', '', 'inProgress', null],
    ['Fertig', 'Fertig', 'Duplikat', 'withdrawn', 'duplicate'],
    ['In Review', '', '', 'inProgress', null],
    ['Closed', '', 'Fixed', 'resolved', 'fixed'],
    ['Mystery', '', '', 'open', null],
    ['Mystery', '', 'Fixed', 'resolved', 'fixed'],
    ['To Do', 'To Do', 'Done', 'open', null],
  ])(
    'with status %s, category %s, resolution %s is %s, closed as %s',
    (status, category, resolution, state, closedAs) => {
      expect(only(`${header}\nSHOP-1,x,${status},${category},${resolution},Bug`)).toMatchObject({ state, closedAs });
    },
  );

  it.each([
    ['Mystery,,,Bug', 'unknownState'],
    ['Done,Purple,,Bug', 'unknownStatusCategory'],
    ['Done,Done,Somehow,Bug', 'unknownResolution'],
    ['To Do,To Do,Done,Bug', 'resolutionWithoutClosing'],
    ['To Do,To Do,,Sub-task', 'subtaskWithoutParent'],
  ] as const)('%s is reported as %s', (rest, code) => {
    expect(codes(preview(`${header}\nSHOP-1,x,${rest}`))).toContain(code);
  });

  it('takes the first day of the issue as the day the debt was incurred, and the instant in the chosen zone', () => {
    expect(only('Issue key,Summary,Created\nSHOP-1,x,25/May/26 12:22 AM')).toMatchObject({
      incurredOn: '2026-05-25',
      createdAt: '2026-05-24T22:22:00.000Z',
    });
  });

  it('asks for the zone once per column when nobody chose one', () => {
    const text = 'Issue key,Summary,Created\nSHOP-1,x,25/May/26 4:22 PM\nSHOP-2,y,25/May/26 4:22 PM';
    expect(codes(preview(text, { timeZone: null }))).toEqual(['timeZoneNeeded']);
    expect(preview(text, { timeZone: null }).mapping.find((one) => one.column === 'Created')?.certainty).toBe(
      'needsZone',
    );
    expect(codes(preview(text))).toEqual([]);
  });

  it('does not ask for a zone where the file gives one, and takes the day there', () => {
    const text = 'key,summary,issue_type,instance_url,created_date\nSHOP-1,x,Bug,https://j.test,2026-05-24T23:30:00Z';
    expect(codes(preview(text, { timeZone: null }))).toEqual([]);
    expect(only(text)).toMatchObject({ incurredOn: '2026-05-25', createdAt: '2026-05-24T23:30:00.000Z' });
  });

  it('leaves a creation in the future unset and says so', () => {
    const text = 'Issue key,Summary,Created\nSHOP-1,x,18/Dec/26 9:02 PM';
    expect(only(text)).toMatchObject({ incurredOn: null, createdAt: null });
    expect(found(text, 'dateInFuture')).toMatchObject({
      row: 1,
      column: 'Created',
      message: 'Created after today: 18/Dec/26 9:02 PM',
    });
  });

  it('says when it was updated before it was created', () => {
    const text = 'Issue key,Summary,Created,Updated\nSHOP-1,x,25/May/26 4:22 PM,8/Oct/25 8:56 AM';
    expect(codes(preview(text))).toEqual(['updatedBeforeCreated']);
  });

  it('reads an estimate in seconds as half-days of 8-hour days', () => {
    expect(only('Issue key,Summary,Original estimate\nSHOP-1,x,57600').effortHalfDays).toBe(4);
  });

  it('warns of an unreadable estimate and comes in without it', () => {
    const text = 'Issue key,Summary,Original estimate\nSHOP-1,x,lots\nSHOP-2,y,3600';
    const result = preview(text);
    expect(result.blocked).toBe(false);
    expect(drafts(result).map((draft) => draft.effortHalfDays)).toEqual([null, 1]);
    expect(codes(result)).toEqual(['effortInvalid', 'effortRounded']);
  });

  it('joins repeated label columns and splits a cell of several', () => {
    expect(only('Issue key,Summary,Labels,Labels,Labels\nSHOP-1,x,a,b c,a').labels).toEqual(['a', 'b', 'c']);
  });

  it('matches components to services by key or name, whole cells first', () => {
    const draft = only('Issue key,Summary,Component/s,Component/s\nSHOP-1,x,"Auth, SSO","checkout, Ledger"');
    expect(draft.services).toEqual([
      { name: 'Auth, SSO', id: 's2' },
      { name: 'checkout', id: 's1' },
      { name: 'Ledger', id: null },
    ]);
  });

  it('converts wiki markup and names mentions of nobody', () => {
    const text = 'Issue key,Summary,Description\nSHOP-1,x,"h2. Why\nAsk [~accountid:acc-2] or [~Ana Silva]"';
    expect(only(text).description).toBe('## Why\nAsk [~accountid:acc-2] or [~Ana Silva]');
    expect(preview(text).findings.map((finding) => finding.message)).toEqual(['[~accountid:acc-2] names no member.']);
  });

  it('restores escaped line breaks of a data pipeline export and reports a cut description', () => {
    const header = 'id,instance_url,key,issue_type,project_key,summary,description';
    expect(only(`${header}\n1,https://j.test,SHOP-1,Bug,SHOP,x,one\\ntwo`).description).toBe('one\ntwo');
    expect(found(`${header}\n1,https://j.test,SHOP-1,Bug,SHOP,x,${'y'.repeat(2_000)}`, 'descriptionCut')?.row).toBe(1);
  });

  it('warns that an export of exactly 1,000 rows is probably cut', () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => `SHOP-${index},Debt ${index}`).join('\n');
    expect(codes(preview(`Issue key,Summary\n${rows}`))).toEqual(['rowCap']);
  });

  it('says that a second, different value of a one-value column is kept aside', () => {
    expect(found('Issue key,Summary,Description,Description\nSHOP-1,x,a,b', 'severalValues')?.row).toBe(1);
  });
});

describe('a plain row', () => {
  it('reads every field a person can put into a column', () => {
    const draft = only(
      [
        'Title;Description;ID;Impact;Likelihood;Velocity tax;Remediation cost;Owner;Team;Services;State;Effort days;Interest hours per month;Quadrant;Incurred on;Revisit on;Repayment plan;Product sentence;Labels',
        'Slow query;Notes;7;4;5;3;5;ana@EXAMPLE.test;payments;checkout;In progress;2,5;12;Deliberate, prudent;2025-01-02;3.2.2027;Index it;Orders load late;a, b',
      ].join('\r\n'),
    );
    expect(draft).toMatchObject({
      title: 'Slow query',
      description: 'Notes',
      sourceKey: '7',
      factors: { impact: 4, likelihood: 5, velocityTax: 3, remediationCost: 5 },
      owner: { name: 'ana@EXAMPLE.test', id: 'm1' },
      team: { name: 'payments', id: 't1' },
      services: [{ name: 'checkout', id: 's1' }],
      state: 'inProgress',
      effortHalfDays: 5,
      interestHoursPerMonth: 12,
      quadrant: 'deliberatePrudent',
      incurredOn: '2025-01-02',
      revisitOn: '2027-02-03',
      repaymentPlan: 'Index it',
      productSentence: 'Orders load late',
      labels: ['a', 'b'],
    });
  });

  it.each(['0', '6', '4.5', 'abc', '-1', '5/5'])(
    'with an impact of %s blocks the import and names the row, the value and what is right',
    (value) => {
      const result = preview(`Title,Impact\nfine,3\nbad,${value}`);
      expect(result.blocked).toBe(true);
      expect(result.findings).toEqual([
        {
          row: 2,
          column: 'Impact',
          code: 'factorInvalid',
          severity: 'error',
          message: `Impact is “${value}”.`,
          suggestion: 'A factor is a whole number from 1 to 5. Correct it, empty the cell or keep the column as it is.',
        },
      ]);
    },
  );

  it('with "5 " is taken as 5, with a note', () => {
    const result = preview('Title,Impact\nx,5 ');
    expect(result.blocked).toBe(false);
    expect(drafts(result)[0]?.factors.impact).toBe(5);
    expect(result.findings).toMatchObject([{ code: 'valueTrimmed', severity: 'info', row: 1, column: 'Impact' }]);
  });

  it('with an empty factor leaves it unset', () => {
    expect(only('Title,Impact,Likelihood\nx,,2').factors).toEqual({
      impact: null,
      likelihood: 2,
      velocityTax: null,
      remediationCost: null,
    });
  });

  it.each([
    ['Effort days', 'TBD', 'effortInvalid'],
    ['Effort days', '-1', 'effortInvalid'],
    ['Effort days', '99999', 'effortInvalid'],
    ['Interest hours per month', 'many', 'interestInvalid'],
    ['Interest hours per month', '-3', 'interestInvalid'],
  ])('with %s %s is an error', (column, value, code) => {
    expect(preview(`Title,${column}\nx,${value}`).findings).toMatchObject([
      { row: 1, column, code, severity: 'error' },
    ]);
  });

  it.each([
    ['', 'titleMissing'],
    ['   ', 'titleMissing'],
    ['\u0001\u0002', 'titleMissing'],
    ['x'.repeat(301), 'titleTooLong'],
    ['y'.repeat(1_000_000), 'titleTooLong'],
  ])('with a bad title is an error', (title, code) => {
    const result = preview(`Title,Owner\n${title},Ana Silva`);
    expect(result.blocked).toBe(true);
    expect(result.findings).toContainEqual(
      expect.objectContaining({ code, severity: 'error', row: 1, column: 'Title' }),
    );
    expect(JSON.stringify(result.findings).length).toBeLessThan(1_000);
  });

  it('takes a title of 300 emoji', () => {
    expect(preview(`Title\n${'🙂'.repeat(300)}`).blocked).toBe(false);
  });

  it.each(['<script>alert(1)</script>', "Robert'); DROP TABLE debts;--", 'שלום עולם', '🙂 ﷽'])(
    'keeps the title %s as text',
    (title) => {
      expect(only(`Title,Impact\n"${title}",3`).title).toBe(title);
    },
  );

  it('removes control characters from a title and says so', () => {
    const result = preview('Title\n"a\u0007b\nc"');
    expect(drafts(result)[0]?.title).toBe('a b c');
    expect(result.findings).toMatchObject([{ code: 'controlCharacters', severity: 'warning', row: 1 }]);
  });

  it('keeps a title that a spreadsheet would run, with a warning', () => {
    const result = preview('Title\n"=HYPERLINK(""http://e.test"")"');
    expect(drafts(result)[0]?.title).toBe('=HYPERLINK("http://e.test")');
    expect(codes(result)).toEqual(['titleFormula']);
  });

  it.each([
    ['Owner', 'Nobody', 'unknownMember'],
    ['Owner', 'Kai Brandt', 'ambiguousMember'],
    ['Owner', '', 'noAssignee'],
    ['Team', 'Catalog', 'unknownTeam'],
    ['Services', 'ledger', 'unknownService'],
    ['Quadrant', 'sideways', 'unknownQuadrant'],
    ['Revisit on', 'next spring', 'dateInvalid'],
    ['Incurred on', '2027-01-01', 'dateInFuture'],
    ['State', 'limbo', 'unknownState'],
  ] as const)('with %s %j comes in without it and reports %s', (column, value, code) => {
    const result = preview(
      `Title,${column},Likelihood\nx,${value},3\nother,${column === 'Owner' ? 'Ana Silva' : ''},3`,
    );
    expect(result.blocked).toBe(false);
    expect(codes(result)).toContain(code);
  });

  it('says which date order a column has, or that nothing tells', () => {
    expect(only('Title,Incurred on\nx,02/03/2025\ny,02/13/2025').incurredOn).toBe('2025-02-03');
    expect(codes(preview('Title,Incurred on\nx,02/03/2025'))).toEqual(['ambiguousDate']);
    expect(codes(preview('Title,Incurred on\nx,13/03/2025\ny,02/13/2025'))).toEqual(['mixedDateOrder']);
  });
});

describe('previewImport', () => {
  it('keeps every non-empty cell of a row beside what was read from it', () => {
    const result = preview('Summary,Labels,Labels,,Zzz\nx,a,b,c,d');
    expect(originalOf(result.header, drafts(result)[0]?.cells ?? [])).toEqual([
      ['Summary', 'x'],
      ['Labels', 'a'],
      ['Labels', 'b'],
      ['', 'c'],
      ['Zzz', 'd'],
    ]);
    expect(result.unmappedColumns).toEqual(['Column 4', 'Zzz']);
  });

  it('groups equal findings with their true count and keeps different subjects apart', () => {
    const rows = Array.from({ length: 70 }, (_, index) => `t${index},${index < 60 ? 'Catalog' : 'Search'}`).join('\n');
    const result = preview(`Title,Team\n${rows}`);
    expect(
      result.findingGroups.map(({ count, rows: listed, message }) => ({ count, listed: listed.length, message })),
    ).toEqual([
      { count: 60, listed: 50, message: 'No team is called “Catalog”.' },
      { count: 10, listed: 10, message: 'No team is called “Search”.' },
    ]);
  });

  it('lists at most 1,000 findings, errors first, and counts them all', () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => `t${index},Nobody,${index < 2_999 ? 3 : 9}`).join('\n');
    const result = preview(`Title,Owner,Impact\n${rows}`);
    expect(result.findings).toHaveLength(1_000);
    expect(result.findings[0]).toMatchObject({ code: 'factorInvalid', row: 3_000 });
    expect(result.findingCounts).toEqual({ error: 1, warning: 3_000, info: 0 });
  });

  it('shows the mapping and blocks when no column is a title', () => {
    const result = preview('Foo,Bar\n1,2');
    expect(result).toMatchObject({ blocked: true, rows: 1, created: 0, actions: [] });
    expect(codes(result)).toEqual(['noTitleColumn']);
    expect(result.mapping).toHaveLength(2);
  });

  it('does what a user’s mapping says', () => {
    const result = preview(
      'Foo,Bar,Impact\nx,4,High',
      {},
      { unverifiedMapping: { Foo: 'title', Bar: 'impact', Impact: null } },
    );
    expect(result.blocked).toBe(false);
    expect(drafts(result)[0]).toMatchObject({ title: 'x', factors: { impact: 4 } });
  });

  it('takes a field from the column that was proposed when the user gives it to another', () => {
    const result = preview('Title,Name\nx,y', {}, { unverifiedMapping: { Name: 'title' } });
    expect(drafts(result)[0]?.title).toBe('y');
    expect(result.mapping.find((one) => one.column === 'Title')?.field).toBeNull();
  });

  it.each([
    [{ Nope: 'title' }, 'The mapping names a column “Nope” that the file does not have.'],
    [{ Title: 'headline' }, 'The mapping sends column “Title” to "headline", which is no field.'],
    [{ Title: 5 }, 'The mapping sends column “Title” to 5, which is no field.'],
    [{ Title: 'impact', Name: 'impact' }, 'The mapping sends both “Title” and “Name” to Impact, 1 to 5.'],
    ['title', 'The mapping is not an object of column names and fields.'],
    [[], 'The mapping is not an object of column names and fields.'],
  ])('refuses the mapping %j by name', (unverifiedMapping, message) => {
    expect(() => preview('Title,Name\nx,y', {}, { unverifiedMapping })).toThrow(
      expect.objectContaining({ name: 'ImportRefusal', code: 'badMapping', message }),
    );
  });

  it('refuses a time zone that does not exist', () => {
    expect(() => preview('Title\nx', { timeZone: 'Mars/Olympus' })).toThrow('“Mars/Olympus” is no time zone.');
  });

  it('reads the same drafts whatever the order of the columns', () => {
    const plain = (text: string) => drafts(preview(text)).map(({ cells: _cells, ...draft }) => draft);
    expect(plain('Labels,Status,Issue key,Created,Summary\na,Done,SHOP-1,25/May/26 4:22 PM,x')).toEqual(
      plain('Summary,Created,Issue key,Status,Labels\nx,25/May/26 4:22 PM,SHOP-1,Done,a'),
    );
  });

  it('puts the least certain columns first', () => {
    const result = preview(
      'Summary,Issue key,Custom field (Story Points),Original estimate,Votes,Environment\nx,SHOP-1,3,28800,0,',
    );
    expect(result.mapping.map((one) => one.certainty)).toEqual([
      'unmapped',
      'guess',
      'certain',
      'certain',
      'kept',
      'empty',
    ]);
  });

  it('counts how many names of a column are known here', () => {
    const result = preview('Title,Owner,Team\nx,Ana Silva,Payments\ny,Nobody,payments');
    expect(result.mapping.find((one) => one.field === 'owner')).toMatchObject({
      certainty: 'partlyKnown',
      known: { known: 1, of: 2, unknown: ['Nobody'] },
    });
    expect(result.mapping.find((one) => one.field === 'team')).toMatchObject({
      certainty: 'certain',
      known: { known: 1, of: 1 },
    });
  });

  it('says that a file has no rows', () => {
    expect(preview('Title,Impact')).toMatchObject({ rows: 0, blocked: false, findings: [{ code: 'noRows' }] });
  });
});
