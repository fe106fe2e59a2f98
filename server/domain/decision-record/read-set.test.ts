import { describe, expect, test } from 'vitest';
import { readRecords } from '@/server/domain/decision-record/read-set';
import type { DecisionRecord, ReadOptions, RecordSet } from '@/server/domain/decision-record/record';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const readAll = (files: Record<string, string | Uint8Array>, options?: ReadOptions): RecordSet =>
  readRecords(
    Object.entries(files).map(([path, content]) => ({
      path,
      content: typeof content === 'string' ? bytes(content) : content,
    })),
    options,
  );
const one = (text: string | Uint8Array, path = 'docs/decisions/0007-use-x.md'): DecisionRecord => {
  const { records } = readAll({ [path]: text });
  expect(records).toHaveLength(1);
  return records[0]!;
};
const codes = (record: { findings: { code: string }[] }): string[] => record.findings.map(({ code }) => code);
const relations = (record: DecisionRecord): string[] =>
  record.relations.map(
    ({ type, partial, resolvedPath, targetText, derived }) =>
      `${type}${partial ? ' partly' : ''} ${resolvedPath ?? `"${targetText}"`}${derived ? ' (derived)' : ''}`,
  );
const section = (status: string): string =>
  `# 7. Use X\n\nDate: 2026-01-02\n\n## Status\n\n${status}\n\n## Context\n\nWhy.\n`;

describe('each format is read as its own', () => {
  test('adr-tools: number, date and status, and nothing of them left in the text', () => {
    const record = one(section('Accepted'));
    expect(record).toMatchObject({
      layout: 'adr-tools',
      number: 7,
      numberText: '0007',
      title: 'Use X',
      status: 'accepted',
      rawStatus: 'Accepted',
      date: '2026-01-02',
      body: '## Context\n\nWhy.',
    });
    expect(record.findings).toEqual([]);
  });

  test('MADR 4: front matter with its people, in its own words', () => {
    const record = one(
      '---\nstatus: "accepted"\ndate: 2026-01-02\ndecision-makers:\n  - Ana\n  - "Doe, Jane"\nconsulted: [Bo]\ninformed: []\n---\n\n# Use X\n\n## Context and Problem Statement\n\nWhy.\n',
    );
    expect(record).toMatchObject({
      layout: 'madr4',
      status: 'accepted',
      date: '2026-01-02',
      deciders: ['Ana', 'Doe, Jane'],
      consulted: ['Bo'],
      informed: [],
      extra: {},
    });
    expect(record.findings).toEqual([]);
  });

  test('MADR 3: deciders, and the section Validation stays', () => {
    const record = one('---\nstatus: proposed\ndeciders: [Ana]\n---\n# Use X\n\n## Validation\n\nBy review.\n');
    expect(record).toMatchObject({ layout: 'madr3', status: 'proposed', deciders: ['Ana'] });
    expect(record.body).toBe('## Validation\n\nBy review.');
  });

  test('MADR 2: bullets below the heading, with the comments of the template', () => {
    const record = one(
      '# Use X\n\n* Status: accepted <!-- optional -->\n* Deciders: Ana, Bo <!-- optional -->\n* Date: 2026-01-02\n\nTechnical Story: JIRA-1\n\n## Considered Options\n\n* a\n',
    );
    expect(record).toMatchObject({
      layout: 'madr2',
      status: 'accepted',
      rawStatus: 'accepted',
      deciders: ['Ana', 'Bo'],
      body: 'Technical Story: JIRA-1\n\n## Considered Options\n\n* a',
    });
  });

  test('MADR 1: no metadata at all is an unknown status, never a guess', () => {
    const record = one(
      '# Use X\n\nUser Story: as a user\n\n## Considered Options\n\n* a\n\nPositive Consequences:\n\n* b\n',
    );
    expect(record).toMatchObject({ layout: 'madr1', status: 'unknown', rawStatus: '' });
    expect(codes(record)).toEqual(['statusMissing']);
  });

  test('log4brains: the date of the name, hyphens, tags by space and comma in lower case, text before the list', () => {
    const record = one(
      'Some words.\n\n# Use X\n\nMore words.\n\n- STATUS: draft\n- Date: 03/02/2026\n- Tags: Web, back-end UI\n\n## Context\n',
      'docs/adr/20260203-use-x.md',
    );
    expect(record).toMatchObject({
      layout: 'log4brains',
      number: null,
      status: 'draft',
      tags: ['web', 'back-end', 'ui'],
      title: 'Use X',
    });
  });

  test('log4brains without a status is accepted, as its own reader has it, and an unknown word stays unknown', () => {
    const { records } = readAll({
      '.log4brains.yml': 'project:\n  adrFolder: ./docs/adr\n',
      'docs/adr/20260101-a.md': '# A\n\n- Date: 2026-01-01\n',
      'docs/adr/without-date.md': '# B\n\n- Status: whatever\n',
      'elsewhere/0001-note.md': '# Outside\n',
    });
    expect(records.map(({ path, status }) => [path, status])).toEqual([
      ['docs/adr/20260101-a.md', 'accepted'],
      ['docs/adr/without-date.md', 'unknown'],
    ]);
  });

  test('packages of log4brains and the folder of .adr-dir are the folders that count', () => {
    const { records, others } = readAll({
      'repo/.log4brains.yml':
        'project:\n  adrFolder: ./docs/adr\n  packages:\n    - name: p\n      adrFolder: ./packages/p/adr\n',
      'repo/docs/adr/20260101-a.md':
        '# A\n\n- Status: superseded by [20260102-b](../../packages/p/adr/20260102-b.md)\n',
      'repo/packages/p/adr/20260102-b.md': '# B\n\n- Status: accepted\n',
      'repo/notes/0001-c.md': '# C\n',
    });
    expect(records.map(relations)).toEqual([
      ['supersededBy repo/packages/p/adr/20260102-b.md'],
      ['supersedes repo/docs/adr/20260101-a.md (derived)'],
    ]);
    expect(others.map(({ path, reason }) => [path, reason])).toContainEqual(['repo/notes/0001-c.md', 'outside']);
    const adrDir = readAll({
      '.adr-dir': 'log/adr\n',
      'log/adr/0001-a.md': section('Accepted'),
      'docs/0002-b.md': '# B',
    });
    expect(adrDir.records.map(({ path }) => path)).toEqual(['log/adr/0001-a.md']);
  });

  test('Docusaurus and Jekyll: a title of front matter alone, unknown keys kept as text', () => {
    const record = one(
      '---\nid: use-x\ntitle: |\n  10. Use X\nnav_order: 0033\nadr: "0008"\ntags: [Accepted]\n---\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n\n# Decision\n\nThat.\n',
      'docs/use-x.md',
    );
    expect(record).toMatchObject({
      layout: 'docusaurus',
      number: 8,
      title: 'Use X',
      status: 'accepted',
      tags: ['Accepted'],
      extra: { id: 'use-x', nav_order: '0033', adr: '0008' },
    });
    expect(record.body).toBe('## Context\n\nWhy.\n\n# Decision\n\nThat.');
  });

  test('reStructuredText and AsciiDoc are kept as text, their title and status read', () => {
    const rst = one(
      'Use X\n=====\n\n:Status: Accepted\n:Date: 2026-01-02\n\nContext\n-------\n\nWhy.\n',
      'adr/0001-x.rst',
    );
    expect(rst).toMatchObject({ layout: 'rst', title: 'Use X', status: 'accepted', date: '2026-01-02' });
    expect(rst.body).toBe('Context\n-------\n\nWhy.');
    const adoc = one(':state: discussion\n:authors: Ana\n\n= RFD 12 Use X\n\nText.\n', 'rfd/0012/README.adoc');
    expect(adoc).toMatchObject({
      layout: 'adoc',
      number: 12,
      title: 'Use X',
      rawStatus: 'discussion',
      status: 'unknown',
    });
    expect(codes(rst)).toContain('keptAsText');
  });

  test('JSON-ADR: one record or many, other JSON is configuration', () => {
    const adr = {
      number: 3,
      title: 'Use X',
      status: 'accepted',
      date: '2026-01-02',
      context: 'Why.',
      links: [{ type: 'supersedes', target: 2 }],
    };
    const { records, others } = readAll({
      'a.json': JSON.stringify({ version: '1.0.0', adrs: [adr, { ...adr, number: 2, links: [] }] }),
      'package.json': '{"name":"x"}',
      'broken.json': '{',
    });
    expect(records.map(({ path, number, title }) => [path, number, title])).toEqual([
      ['a.json#2', 2, 'Use X'],
      ['a.json#3', 3, 'Use X'],
    ]);
    expect(relations(records[1]!)).toEqual(['supersedes a.json#2']);
    expect(others.map(({ reason }) => reason)).toEqual(['configuration', 'configuration']);
  });

  test('several decisions in one file are one record and a finding', () => {
    const record = one(
      '<!-- DECISION-DB-001 -->\n## Decision: Use X\n\n**Status**: Active\n\nText.\n\n<!-- DECISION-DB-002 -->\n## Decision: Use Y\n\n**Status**: Active\n',
      'decisions.md',
    );
    expect(record).toMatchObject({ title: 'Use X', status: 'accepted' });
    expect(codes(record)).toContain('severalDecisions');
  });
});

describe('a status', () => {
  test.each([
    ['✅ Accepted', 'accepted', []],
    ['🤔 Proposed', 'proposed', []],
    ['🤔 Incomplete', 'unknown', ['statusUnknown']],
    ['❌ Rejected (see [019](0019-y.md))', 'rejected', ['relationUnresolved']],
    ['⌛️ Superseded by [036. Multi-cluster](0036-m.md)', 'superseded', ['relationUnresolved']],
    ['✅ Accepted (documenting an existing thing)', 'accepted', []],
    ['- Accepted (first implementation in [#335](https://example.com/335)).', 'accepted', []],
    ['Accepted - The PR has been merged in [#988](https://example.com/988)', 'accepted', []],
    ['Partially implemented.', 'unknown', ['statusUnknown']],
    ['Pending', 'proposed', ['statusMapped']],
    ['Approved', 'accepted', ['statusMapped']],
    ['Active', 'accepted', ['statusMapped']],
    ['Draft', 'proposed', ['statusMapped']],
    ['In review', 'proposed', ['statusMapped']],
    ['TBD', 'unknown', ['statusUnknown']],
    ['Refinement completed. TP in 3.4', 'unknown', ['statusUnknown']],
    ['deprecated, no-longer-relevant', 'deprecated', []],
    ['implemented', 'accepted', ['statusMapped']],
    ['Under investigation', 'unknown', ['statusUnknown']],
    ['on hold', 'unknown', ['statusUnknown']],
    ['{Active}', 'accepted', ['statusMapped']],
    ['Accepted.', 'accepted', []],
    ['PROPOSED', 'proposed', []],
    ['**Accepted**', 'accepted', []],
    ['`accepted`', 'accepted', []],
    ['Partly superseded', 'accepted', ['statusPartly']],
    ['Superceded', 'superseded', []],
    ['Not accepted', 'unknown', ['statusUnknown']],
    ['proposed | rejected | accepted', 'unknown', ['statusSeveral']],
    ['{proposed | rejected | accepted | deprecated}', 'unknown', ['statusUnknown']],
    ['[Accepted | Rejected]', 'unknown', ['statusUnknown']],
    ['constructor', 'unknown', ['statusUnknown']],
    ['Acceptance pending', 'unknown', ['statusUnknown']],
  ])('%s reads as %s', (text, status, expected) => {
    const record = one(section(text));
    expect(record.status).toBe(status);
    expect(codes(record)).toEqual(expected);
    expect(record.body).toBe('## Context\n\nWhy.');
  });

  test('of quoted help text alone is unknown, and the help text stays in the record', () => {
    const record = one(section('> What is the status, such as proposed, accepted, rejected, deprecated, superseded?'));
    expect(record).toMatchObject({ status: 'unknown', rawStatus: '' });
    expect(record.body).toContain('> What is the status');
    expect(codes(record)).toEqual(['statusMissing']);
  });

  test('inside a fenced example, or below a deeper heading, is no status', () => {
    const record = one(
      '# Use X\n\n```yaml\nstatus: accepted\n```\n\n## Options\n\n### Status\n\nDeprecated\n\n~~~md\nAn example:\n\n## Status\n\nRejected\n~~~\n',
    );
    expect(record).toMatchObject({ status: 'unknown', rawStatus: '' });
    expect(record.body).toContain('### Status\n\nDeprecated');
  });

  test('of front matter counts before a section, and a section that tells something else is said and kept', () => {
    const record = one('---\nstatus: accepted\n---\n# Use X\n\n## Status\n\nDeprecated\n\n## Context\n');
    expect(record.status).toBe('accepted');
    expect(record.body).toContain('## Status\n\nDeprecated');
    expect(codes(record)).toEqual(['statusTwice']);
  });

  test('near the end of a plain record is found', () => {
    const record = one('# Use X\n\n## Context\n\nWhy.\n\n## Status\n\nAccepted\n');
    expect(record).toMatchObject({ layout: 'nygard', status: 'accepted', body: '## Context\n\nWhy.' });
  });

  test('with more text than the status keeps that text', () => {
    const record = one(section('Accepted\n\nBut only until the audit.'));
    expect(record).toMatchObject({ status: 'accepted', rawStatus: 'Accepted' });
    expect(record.body).toBe('## Status\n\nBut only until the audit.\n\n## Context\n\nWhy.');
  });

  test('that is only a link to what it supersedes means accepted', () => {
    const record = one(section('Supercedes [20. Old](0020-old.md)'));
    expect(record).toMatchObject({ status: 'accepted', rawStatus: '' });
    expect(codes(record)).toEqual(['statusImplied', 'relationUnresolved']);
  });

  test('that names its successor beside "Accepted" is superseded, with a finding', () => {
    const record = one(section('Accepted\n\nSuperseded by [20. New](0020-new.md)'));
    expect(record).toMatchObject({ status: 'superseded', rawStatus: 'Accepted' });
    expect(codes(record)).toContain('statusFromRelation');
  });

  test('below a heading in bold or with a colon is found', () => {
    expect(one('# **Use X**\n\n## **Status**\n\nAccepted\n\n## Context\n')).toMatchObject({
      title: 'Use X',
      status: 'accepted',
    });
    expect(one('# Use X\n\n## Status:\n\nRejected\n\n## Context\n').status).toBe('rejected');
    expect(one('# Use X\n\n## Status: Deprecated\n\n## Context\n').status).toBe('deprecated');
  });

  test('as a ticked box is the ticked one', () => {
    expect(one(section('- [ ] Proposed\n- [x] Accepted\n- [ ] Rejected')).status).toBe('accepted');
  });
});

describe('metadata in other shapes', () => {
  test.each([
    ['* **Status:** Active', 'accepted'],
    ['**Status: Active**\\', 'accepted'],
    ['**Status**: Rejected', 'rejected'],
    ['__Status:__ Rejected', 'rejected'],
    ['- *Status*: deprecated', 'deprecated'],
    ['Status: accepted', 'accepted'],
  ])('%s', (line, status) => {
    const record = one(`# Use X\n\n${line}\n\nText.\n`);
    expect(record.status).toBe(status);
    expect(record.body).toBe('Text.');
  });

  test('a two-column table, with N/A and a row that lacks its closing pipe', () => {
    const record = one(
      '# Use X\n\n|                |            |\n| -------------- | ---------- |\n| Date           | Jan 2, 2026 |\n| Status         | Approved\n| Supersedes     | N/A        |\n| Superseded by: | N/A        |\n| JIRA           | ABC-1      |\n\n## What\n',
    );
    expect(record).toMatchObject({ layout: 'table', status: 'accepted', date: '2026-01-02', relations: [] });
    expect(record.body).toBe('|   |   |\n| --- | --- |\n| JIRA           | ABC-1      |\n\n## What');
    expect(codes(record)).toEqual(['tableRowOpen', 'statusMapped']);
  });

  test('a table of one row below its heads', () => {
    const record = one(
      '# Use X\n\n| Status | Date | Deciders |\n|---|---|---|\n| Accepted | 2026-01-02 | Ana, Bo |\n\n## What\n',
    );
    expect(record).toMatchObject({ status: 'accepted', date: '2026-01-02', deciders: ['Ana', 'Bo'], body: '## What' });
  });

  test('bullets below front matter add to it', () => {
    const record = one('---\nstatus: accepted\n---\n# Use X\n\n* Deciders: Ana\n* Status: rejected\n\n## Context\n');
    expect(record).toMatchObject({ status: 'accepted', deciders: ['Ana'] });
    expect(record.body).toBe('* Status: rejected\n\n## Context');
    expect(codes(record)).toEqual(['statusTwice']);
  });

  test('a reference of Hugo beside front matter', () => {
    const { records } = readAll({
      'docs/adr/0001-a.md':
        '---\ntitle: "1. A"\n---\n\n* Status: superseded by [ADR-0003]({{< ref "0003-c.md" >}}) <!-- optional -->\n\n## Context\n',
      'docs/adr/0003-c.md': '---\ntitle: "3. C"\n---\n\n* Status: accepted\n',
    });
    expect(records[0]).toMatchObject({ title: 'A', status: 'superseded' });
    expect(relations(records[0]!)).toEqual(['supersededBy docs/adr/0003-c.md']);
  });

  test('several fields on one line', () => {
    const record = one('# Use X\n\nStatus: Accepted · Date: 2026-07-07 · Deciders: Ana, Bo\n\nText.\n');
    expect(record).toMatchObject({ status: 'accepted', date: '2026-07-07', deciders: ['Ana', 'Bo'], body: 'Text.' });
  });

  test('a proposal that says in words what superseded it', () => {
    const { records } = readAll({
      'p/0002-a.md': '# A\n\n---\n\n**Status:** Dead\n\nThis proposal has been superceded by [0004-b](./0004-b.md).\n',
      'p/0004-b.md': '# B\n\nStatus: accepted\nExtends: [ADR 5](0005-c.md)\n',
      'p/0005-c.md': '# C\n\nStatus: accepted\n',
    });
    expect(records.map(({ status }) => status)).toEqual(['superseded', 'accepted', 'accepted']);
    expect(records.map(relations)).toEqual([
      ['supersededBy p/0004-b.md'],
      ['amends p/0005-c.md', 'supersedes p/0002-a.md (derived)'],
      ['amendedBy p/0004-b.md (derived)'],
    ]);
  });

  test('bold bullets of a log that is named by dates but is not log4brains', () => {
    const path = 'adr/2024-10-02-use-x.md';
    const record = one(
      '# Use X\n\n- **Status:** Active <!-- REQUIRED -->\n- **Last Modified:** 2024-10-03\n- **Related Issue:** [#2](https://example.com/2)\n',
      path,
    );
    expect(record).toMatchObject({ layout: 'madr2', status: 'accepted', date: '2024-10-03' });
    expect(record.body).toBe('- **Related Issue:** [#2](https://example.com/2)');
    expect(one('# Use X\n\n- **Last Modified:** 2024-10-03\n', path).status).toBe('unknown');
  });

  test('a nested list of people with HTML entities', () => {
    const record = one('# Use X\n\n- Status: Active\n- Deciders:\n  - &#x20;Ana Dev\n  - Bo &amp; Co\n\n## Context\n');
    expect(record.deciders).toEqual(['Ana Dev', 'Bo & Co']);
    expect(record.body).toBe('## Context');
  });

  test('comments between front matter and heading, and empty fields', () => {
    const record = one(
      '---\nstatus: accepted\ndeciders:\ndate:\n---\n<!-- markdownlint-disable-next-line MD025 -->\n# Use X\n\nText.\n',
    );
    expect(record).toMatchObject({ title: 'Use X', deciders: [], date: null, rawDate: '' });
    expect(record.findings).toEqual([]);
  });
});

describe('titles', () => {
  test.each([
    ['ADR 004: Use X', 'Use X'],
    ['ADR-0004: Use X', 'Use X'],
    ['ADR: Use X', 'Use X'],
    ['Architecture Decision Record: Use X', 'Use X'],
    ['Open Data Hub - ODH-ADR-0004 - Use X', 'Use X'],
    ['4. Use Node.js', 'Use Node.js'],
    ['Use Node.js', 'Use Node.js'],
    ['Use &amp; keep `a.b`', 'Use & keep `a.b`'],
    ['12 factor apps', '12 factor apps'],
    ['3.5 is enough', '3.5 is enough'],
    ['2021 - a review', '2021 - a review'],
    ['4 - Use X ##', 'Use X'],
    ['**ADR 4: Use X**', 'Use X'],
    ['0004 Use X', 'Use X'],
    ['ADR-0004 Use X', 'Use X'],
    ['ADR 5 stays as it is', 'ADR 5 stays as it is'],
    ['Use **X** well', 'Use **X** well'],
    ['Redesign: part two', 'Redesign: part two'],
  ])('%s', (heading, title) => {
    expect(one(`# ${heading}\n\nText.\n`, 'adr/0004-x.md').title).toBe(title);
  });

  test('both in front matter and as a longer heading: the heading counts and the other is kept', () => {
    const record = one('---\ntitle: Use X\nstatus: accepted\n---\n# Use X for everything\n');
    expect(record).toMatchObject({ title: 'Use X for everything', extra: { title: 'Use X' } });
    expect(codes(record)).toEqual(['titleTwice']);
  });

  test('left as the template has it give way to the name of the file', () => {
    const record = one(
      '# Open Data Hub - Architecture Decision Record template\n\nText.\n',
      'ODH-ADR-Operator-0006-some-thing.md',
    );
    expect(record).toMatchObject({ number: 6, title: 'Some thing' });
    expect(codes(record)).toContain('titlePlaceholder');
  });

  test('underlined headings are headings', () => {
    expect(one('Use X\n=====\n\nStatus\n------\n\nAccepted\n\nContext\n-------\n\nWhy.\n')).toMatchObject({
      title: 'Use X',
      status: 'accepted',
      body: 'Context\n-------\n\nWhy.',
    });
  });
});

describe('names of files', () => {
  test.each([
    ['2021-06-05_001-slug.md', 1, '2021-06-05', 'Slug'],
    ['2020_03_03_slug.md', null, '2020-03-03', 'Slug'],
    ['2023-10-16_028_offline_adr.md', 28, '2023-10-16', 'Offline adr'],
    ['2026-01-slug.md', null, null, 'Slug'],
    ['20230531-use-x.md', null, '2023-05-31', 'Use x'],
    ['use-condens.io-+-public-wiki.md', null, null, 'Use condens.io + public wiki'],
    ['0024-use-#-as-mark.md', 24, null, 'Use # as mark'],
    ['0011-json+hal.md', 11, null, 'Json+hal'],
    [
      'ODH-ADR-Operator-0010-Observability-component metrics scraping.md',
      10,
      null,
      'Observability component metrics scraping',
    ],
    ['ODH-ADR-ART-001.md', 1, null, 'ODH ADR ART 001'],
    ['adr-012-use-x.md', 12, null, 'Use x'],
    ['XXXX-use-x.md', null, null, 'Use x'],
    ['0000-first.md', 0, null, 'First'],
    ['12345678-use-x.md', null, null, '12345678 use x'],
  ])('%s', (path, number, date, title) => {
    expect(one('## Context\n\nWhy.\n', path)).toMatchObject({ number, date, title });
  });

  test('one number on two files is two records, and each is told of the other', () => {
    const { records } = readAll({ 'adr/0009-a.md': section('Accepted'), 'adr/0009-b.md': section('Rejected') });
    expect(records.map(({ number, status }) => [number, status])).toEqual([
      [9, 'accepted'],
      [9, 'rejected'],
    ]);
    for (const record of records) expect(codes(record)).toEqual(['numberDiffers', 'numberClash']);
  });

  test('a number of the heading that differs gives way to the file name', () => {
    const record = one('# 16. Use X\n', 'adr/0015-use-x.md');
    expect(record.number).toBe(15);
    expect(codes(record)).toContain('numberDiffers');
  });
});

describe('relations', () => {
  const set = (files: Record<string, string>): Record<string, string[]> =>
    Object.fromEntries(readAll(files).records.map((record) => [record.path, relations(record)]));

  test('of adr-tools are read in both spellings, and the other end is derived', () => {
    expect(
      set({
        'adr/0001-a.md': section('Superceded by [2. B](0002-b.md)'),
        'adr/0002-b.md': section(
          'Accepted\n\nSupercedes [1. A](0001-a.md)\n\nAmends [3. C](0003-c.md)\n\nClarifies [4. D](0004-d.md)',
        ),
        'adr/0003-c.md': section('Accepted'),
        'adr/0004-d.md': section('Accepted\n\nClarified by [2. B](0002-b.md)'),
      }),
    ).toEqual({
      'adr/0001-a.md': ['supersededBy adr/0002-b.md'],
      'adr/0002-b.md': ['supersedes adr/0001-a.md', 'amends adr/0003-c.md', 'amends adr/0004-d.md'],
      'adr/0003-c.md': ['amendedBy adr/0002-b.md (derived)'],
      'adr/0004-d.md': ['amendedBy adr/0002-b.md'],
    });
  });

  test('to several superseders, in lines of their own or joined by "and", by addresses of a site', () => {
    expect(
      set({
        'adr/0006-a.md': section('Superceded by [16. B](0016-b.md)\n\nSuperceded by [22. C](0022-c.md)'),
        'adr/0018-d.md': section('Superseded by [ADR 16](/adr/16) and [ADR 22](/adr/22)'),
        'adr/0016-b.md': section('Accepted'),
        'adr/0022-c.md': section('Accepted'),
      }),
    ).toMatchObject({
      'adr/0006-a.md': ['supersededBy adr/0016-b.md', 'supersededBy adr/0022-c.md'],
      'adr/0018-d.md': ['supersededBy adr/0016-b.md', 'supersededBy adr/0022-c.md'],
    });
  });

  test('in part leave the old record accepted', () => {
    const { records } = readAll({
      'adr/0003-a.md': section('Accepted\n\nPartly superseded by [15. B](0015-b.md)'),
      'adr/0006-c.md': section('Accepted'),
      'adr/0015-b.md': section('Accepted\n\nPartial supersede of [6. C](0006-c.md)'),
    });
    expect(records.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(records.map(relations)).toEqual([
      ['supersededBy partly adr/0015-b.md'],
      ['supersededBy partly adr/0015-b.md (derived)'],
      ['supersedes partly adr/0006-c.md', 'supersedes partly adr/0003-a.md (derived)'],
    ]);
  });

  test('without a link are found by number: MADR 4, dotnet-adr, and a relation inside the status', () => {
    expect(
      set({
        'adr/0001-a.md': '---\nstatus: superseded by ADR-0004\n---\n# A\n',
        'adr/0002-b.md': section('Superseded by ADR 0004 - Replace B, at last'),
        'adr/0003-c.md': '---\nstatus: "accepted; supersedes ADR-0005"\n---\n# C\n',
        'adr/0004-d.md': section('Accepted'),
        'adr/0005-e.md': section('Superseded'),
      }),
    ).toMatchObject({
      'adr/0001-a.md': ['supersededBy adr/0004-d.md'],
      'adr/0002-b.md': ['supersededBy adr/0004-d.md'],
      'adr/0003-c.md': ['supersedes adr/0005-e.md'],
    });
  });

  test('below Links are read, and a section of relations alone goes out of the text', () => {
    const { records } = readAll({
      'adr/20260101-a.md': '# A\n\n- Status: superseded by [20260102-b](20260102-b.md)\n',
      'adr/20260102-b.md':
        '# B\n\n- Status: accepted\n\n## Context\n\nWhy.\n\n## Links\n\n- Supersedes [20260101-a](20260101-a.md)\n',
      'adr/20260103-c.md':
        '# C\n\n- Status: accepted\n\n## Links\n\n- Refined by [B](20260102-b.md)\n- [A tool](https://example.com)\n',
    });
    expect(records.map(relations)).toEqual([
      ['supersededBy adr/20260102-b.md'],
      ['supersedes adr/20260101-a.md', 'amends adr/20260103-c.md (derived)'],
      ['amendedBy adr/20260102-b.md'],
    ]);
    expect(records[1]!.body).toBe('## Context\n\nWhy.');
    expect(records[2]!.body).toContain('[A tool]');
  });

  test('to a renumbered file are found by the likeness of names, and said', () => {
    const { records } = readAll({
      'adr/0006-a.md': section('Superceded by [16. Disable](0016-disable-auth0-s-brute-force.md)'),
      'adr/0015-disable-auth0s-brute-force.md': section('Accepted'),
      'adr/0016-use-another-thing.md': section('Accepted'),
    });
    expect(relations(records[0]!)).toEqual(['supersededBy adr/0015-disable-auth0s-brute-force.md']);
    expect(codes(records[0]!)).toContain('relationBySlug');
  });

  test('by a number that two records have are refused, and kept as text', () => {
    const { records } = readAll({
      'adr/0001-a.md': section('Superseded by ADR-0009'),
      'adr/0009-b.md': section('Accepted'),
      'adr/0009-c.md': section('Accepted'),
    });
    expect(relations(records[0]!)).toEqual(['supersededBy "ADR-0009"']);
    expect(codes(records[0]!)).toContain('relationAmbiguous');
  });

  test('to a file that is gone are refused when two others have its number and neither its name', () => {
    const { records } = readAll({
      'adr/0001-a.md': section('Superceded by [9. Gone](0009-quite-another-name.md)'),
      'adr/0009-first.md': section('Accepted'),
      'adr/0009-second.md': section('Accepted'),
    });
    expect(records[0]!.relations[0]!.resolvedPath).toBeNull();
    expect(codes(records[0]!)).toContain('relationAmbiguous');
  });

  test('to a name with characters that addresses encode are found', () => {
    expect(
      set({
        'adr/0001-a.md': section('Superceded by [24](0024-use-%23-as-mark.md)'),
        'adr/0024-use-#-as-mark.md': section('Accepted'),
      })['adr/0001-a.md'],
    ).toEqual(['supersededBy adr/0024-use-#-as-mark.md']);
  });

  test('in code, in a link to elsewhere, or to the record itself are none', () => {
    const { records } = readAll({
      'adr/0001-a.md':
        '# 1. A\n\n## Context\n\n```\nSuperseded by [2](0002-b.md)\n```\n\nThis replaces [a tool](https://example.com/0002-b).\n',
      'adr/0002-b.md': section('Accepted\n\nAmends [2. B](0002-b.md)'),
    });
    expect(records.map(relations)).toEqual([[], []]);
    expect(codes(records[1]!)).toContain('relationToItself');
  });

  test('one-way to an accepted record give a finding at the record that says nothing of it', () => {
    const { records } = readAll({
      'adr/0004-a.md': section('Accepted'),
      'adr/0015-b.md': section('Accepted\n\nSupersedes [4. A](0004-a.md)'),
    });
    expect(records[0]!.status).toBe('accepted');
    expect(codes(records[0]!)).toContain('backLinkMissing');
  });
});

describe('front matter that is no good YAML', () => {
  test('an unquoted @name is read line by line, with the line', () => {
    const record = one('---\nstatus: accepted\ndecision-makers: @alice\ndate: 2026-01-02\n---\n# Use X\n');
    expect(record).toMatchObject({ status: 'accepted', deciders: ['@alice'], date: '2026-01-02' });
    expect(record.findings[0]).toMatchObject({ code: 'frontMatterInvalid', line: 3 });
  });

  test('unfilled places of the template are empty, not values', () => {
    const record = one(
      '---\nstatus: {proposed | rejected | accepted}\ndate: {YYYY-MM-DD when the decision was last updated}\ndecision-makers: {list everyone involved}\n---\n# Use X\n',
    );
    expect(record).toMatchObject({ status: 'unknown', date: null, deciders: [] });
    expect(codes(record)).toContain('placeholderValue');
  });

  test('a list in one pair of brackets is read item by item, and only a template’s own words in them are none', () => {
    const record = one('---\nstatus: accepted\ndeciders: [Ana Ruiz, Bo Lind]\ntags: [web, ui]\n---\n# Use X\n');
    expect(record).toMatchObject({ deciders: ['Ana Ruiz', 'Bo Lind'], tags: ['web', 'ui'] });
    expect(codes(record)).toEqual([]);
    expect(one('---\nstatus: accepted\ndeciders: [Ana Ruiz]\n---\n# Use X\n').deciders).toEqual(['Ana Ruiz']);
    const unfilled = one('---\nstatus: accepted\ndeciders: [list everyone involved]\n---\n# Use X\n');
    expect(unfilled.deciders).toEqual([]);
    expect(codes(unfilled)).toContain('placeholderValue');
  });

  test('aliases that would grow are refused, and the other keys are read', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
      .concat(Array.from({ length: 12 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}x]`))
      .join('\n');
    const record = one(`---\n${bomb}\nstatus: accepted\n---\n# Use X\n`);
    expect(record.status).toBe('accepted');
    expect(codes(record)).toContain('frontMatterAlias');
  });

  test('tags run nothing and are said', () => {
    const record = one('---\nstatus: accepted\nx: !!js/function "function () {}"\ny: !secret z\n---\n# Use X\n');
    expect(record).toMatchObject({ status: 'accepted', extra: { x: 'function () {}', y: 'z' } });
    expect(codes(record)).toContain('frontMatterTag');
  });

  test('a mapping where a text belongs is told, a text where a list belongs is split', () => {
    const record = one('---\nstatus:\n  value: accepted\ndate: { year: 2026 }\ndeciders: Ana, Bo\n---\n# Use X\n');
    expect(record).toMatchObject({ deciders: ['Ana', 'Bo'], date: null });
    expect(codes(record)).toEqual(['textExpected', 'textExpected', 'scalarList', 'statusUnknown', 'dateUnreadable']);
  });

  test('folded texts, lists without indent and comments inside lists', () => {
    const record = one(
      '---\nstatus: >-\n  accepted\ndecision-makers:\n- Ana\n# not Bo\n- Cy\nextra_key:\n  deep: [1, 007]\n---\n# Use X\n',
    );
    expect(record).toMatchObject({
      status: 'accepted',
      deciders: ['Ana', 'Cy'],
      extra: { extra_key: { deep: ['1', '007'] } },
    });
  });

  test('adrs links, a key twice, front matter that does not end, and a page between two rules', () => {
    const linked = readAll({
      'adr/0001-a.md': '---\nnumber: 1\nstatus: superseded\nlinks:\n  - target: 2\n    kind: superseded-by\n---\n# A\n',
      'adr/0002-b.md': '---\nstatus: accepted\nstatus: rejected\n---\n# B\n',
    });
    expect(relations(linked.records[0]!)).toEqual(['supersededBy adr/0002-b.md']);
    expect(linked.records[1]!.status).toBe('accepted');
    expect(codes(linked.records[1]!)).toContain('duplicateKey');
    expect(codes(one('---\nstatus: accepted\n# Use X\n'))).toContain('frontMatterOpen');
    expect(one('---\n\nWords here.\n\n---\n\n# Use X\n')).toMatchObject({
      title: 'Use X',
      body: '---\n\nWords here.\n\n---',
    });
  });

  test('nesting without end is survived', () => {
    const record = one(`---\nx: ${'['.repeat(30_000)}\nstatus: accepted\n---\n# Use X\n`);
    expect(record.status).toBe('accepted');
    expect(codes(record)).toContain('frontMatterInvalid');
  });

  test('names of object members are plain keys', () => {
    const record = one('---\n__proto__: x\nconstructor: y\nstatus: accepted\n---\n# Use X\n');
    expect(record.status).toBe('accepted');
    expect(Object.getPrototypeOf(record.extra)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('dates', () => {
  const dated = (...dates: string[]): Record<string, string> =>
    Object.fromEntries(
      dates.map((date, index) => [
        `adr/${String(index + 1).padStart(4, '0')}-a.md`,
        `# A\n\n* Status: accepted\n* Date: ${date}\n`,
      ]),
    );

  test.each([
    ['2020-Nov-09', '2020-11-09', []],
    ['November 20, 2024', '2024-11-20', []],
    ['11-April-2023', '2023-04-11', []],
    ['22-10-2024', '2024-10-22', []],
    ['&#x31;2/16/2024', '2024-12-16', []],
    ['2022-10-05 (Updated 2023-07-12)', '2022-10-05', ['dateRepaired']],
    ['2026-04-27, 2023-07-03', '2026-04-27', ['dateRepaired']],
    ['2022-09', null, ['dateUnreadable']],
    ['2023-07-2i', null, ['dateUnreadable']],
    ['January , 2026', null, ['dateUnreadable']],
    ['2023-02-30', null, ['dateUnreadable']],
    ['insert date', null, ['placeholderValue', 'dateUnreadable']],
    ['05/02/2018', null, ['dateAmbiguous']],
  ])('%s', (text, date, expected) => {
    const record = readAll(dated(text)).records[0]!;
    expect(record.date).toBe(date);
    expect(record.rawDate).not.toBe('');
    expect(codes(record)).toEqual(expected);
  });

  test('are day first where one of the folder says so, and month first where another does', () => {
    const files = {
      ...dated('05/02/2018', '10/04/18', '22/04/18'),
      'us/0001-a.md': '# A\n\n* Date: 05/02/2018\n',
      'us/0002-b.md': '# B\n\n* Date: 11/14/2024\n',
    };
    const { records, dateOrders } = readAll(files);
    expect(records.map(({ date }) => date)).toEqual([
      '2018-02-05',
      '2018-04-10',
      '2018-04-22',
      '2018-05-02',
      '2024-11-14',
    ]);
    expect(dateOrders).toEqual([
      { folder: 'adr', evidence: 'dayFirst', chosen: 'dayFirst', example: '05/02/2018' },
      { folder: 'us', evidence: 'monthFirst', chosen: 'monthFirst', example: '05/02/2018' },
    ]);
  });

  test('that could be either stay open until somebody says which, folder by folder', () => {
    const open = readAll(dated('05/02/2018'));
    expect(open.dateOrders).toEqual([{ folder: 'adr', evidence: 'ambiguous', chosen: null, example: '05/02/2018' }]);
    const said = readAll(dated('05/02/2018'), { dateOrders: { adr: 'monthFirst' } });
    expect(said.records[0]).toMatchObject({ date: '2018-05-02', rawDate: '05/02/2018' });
  });

  test('that contradict each other keep what is certain and leave the rest open', () => {
    const { records, findings } = readAll(dated('22/04/2018', '04/22/2018', '05/02/2018'));
    expect(records.map(({ date }) => date)).toEqual(['2018-04-22', '2018-04-22', null]);
    expect(findings.map(({ code }) => code)).toContain('dateOrderMixed');
  });
});

describe('files that are no records', () => {
  test('are kept byte for byte with their reason', () => {
    const image = new Uint8Array([0xff, 0xd8, 0, 1]);
    const { records, others } = readAll({
      'adr/0001-a.md': section('Accepted'),
      'adr/0001-a.jpg': image,
      'adr/README.md': '# All',
      'adr/Index.md': '# All',
      'adr/adr-template.md': '# {short title}\n',
      'adr/adr-template-bare.md': '# \n',
      'adr/0000-template.md': '# Title\n',
      'adr/templates/template.md': '# NUMBER. TITLE\n',
      'adr/note.md': '# [short title of solved problem and solution]\n\n- Status: [draft | proposed]\n',
      'adr/BACKLOG.md': '# Later',
      '.markdownlint.yml': 'x: 1',
      'docs/guide.md': '# How to run\n\nWords.\n',
      'src/a.ts': 'export {}',
    });
    expect(records.map(({ path }) => path)).toEqual(['adr/0001-a.md']);
    expect(Object.fromEntries(others.map(({ path, reason }) => [path, reason]))).toEqual({
      'adr/0001-a.jpg': 'image',
      'adr/README.md': 'readme',
      'adr/Index.md': 'index',
      'adr/adr-template.md': 'template',
      'adr/adr-template-bare.md': 'template',
      'adr/0000-template.md': 'template',
      'adr/templates/template.md': 'template',
      'adr/note.md': 'template',
      'adr/BACKLOG.md': 'index',
      '.markdownlint.yml': 'configuration',
      'docs/guide.md': 'notARecord',
      'src/a.ts': 'document',
    });
    expect(others.find(({ path }) => path === 'adr/0001-a.jpg')?.content).toEqual(image);
  });

  test('a record about templates is a record, and so is one that only points elsewhere', () => {
    expect(one(section('Accepted'), 'adr/0004-email-template.md').status).toBe('accepted');
    const pointer = one('# Security\n\n## Status\n\nAccepted\n', 'adr/0028-s.md');
    expect(pointer.status).toBe('accepted');
    expect(codes(one('# Security\n\nStored privately: https://example.com/doc\n', 'adr/0028-s.md'))).toContain(
      'pointerOnly',
    );
  });

  test('a record of 5 MB is told and kept, and nothing else is lost', () => {
    const { records, others, findings } = readAll({
      'adr/0001-a.md': section('Accepted'),
      'adr/0002-b.md': new Uint8Array(5 * 1024 * 1024).fill(0x61),
    });
    expect(records).toHaveLength(1);
    expect(others).toMatchObject([{ path: 'adr/0002-b.md', reason: 'tooLarge' }]);
    const finding = findings.find(({ path }) => path === 'adr/0002-b.md');
    expect(finding).toMatchObject({ code: 'recordTooLarge', severity: 'error' });
    expect(finding!.message).toContain('5 MB');
  });

  test('empty files, binary files and a path twice are set aside', () => {
    const { records, others } = readRecords([
      { path: 'adr/0001-a.md', content: bytes(section('Accepted')) },
      { path: 'adr/0001-a.md', content: bytes('# Other\n') },
      { path: 'adr/0002-b.md', content: bytes(' \n') },
      { path: 'adr/0003-c.md', content: new Uint8Array([0, 1, 2, 0]) },
    ]);
    expect(records.map(({ title }) => title)).toEqual(['Use X']);
    expect(others.map(({ reason }) => reason)).toEqual(['duplicatePath', 'empty', 'notText']);
  });
});

describe('bytes', () => {
  test('CRLF and a byte order mark read as the same record', () => {
    const plain = one(section('Accepted'));
    const windows = one(`\ufeff${section('Accepted').replaceAll('\n', '\r\n')}`);
    const { hash: _a, findings: _b, ...left } = plain;
    const { hash: _c, findings, ...right } = windows;
    expect(right).toEqual(left);
    expect(findings.map(({ code }) => code)).toEqual(['byteOrderMark', 'carriageReturns']);
  });

  test('UTF-16 that says so is read, in both orders', () => {
    const little = new Uint8Array([0xff, 0xfe, ...[...'# Use ü\n'].flatMap((c) => [c.charCodeAt(0), 0])]);
    const big = new Uint8Array([0xfe, 0xff, ...[...'# Use ü\n'].flatMap((c) => [0, c.charCodeAt(0)])]);
    expect(one(little).title).toBe('Use ü');
    expect(one(big).title).toBe('Use ü');
  });

  test('invalid UTF-8 is read as far as it goes, with the line', () => {
    const record = one(new Uint8Array([...bytes('# Use X\n\ncaf'), 0xe9, ...bytes(' bar\n')]));
    expect(record.title).toBe('Use X');
    expect(record.body).toBe('caf\ufffd bar');
    expect(record.findings[0]).toMatchObject({ code: 'encodingInvalid', line: 3 });
  });

  test('equal bytes have equal hashes, and one byte changes them', () => {
    expect(one(section('Accepted')).hash).toBe(one(section('Accepted')).hash);
    expect(one(section('Accepted')).hash).not.toBe(one(section('Accepted.')).hash);
  });
});

describe('hostile text', () => {
  const size = 300_000;
  const fill = (unit: string): string => unit.repeat(Math.floor(size / unit.length));

  test.each([
    ['brackets', fill('[')],
    ['links that do not end', fill('](')],
    ['links that begin', fill('[a](')],
    ['comments that do not end', fill('<!--')],
    ['verbs', fill('superseded by ')],
    ['verbs in lines', fill('superseded by \n')],
    ['verbs and links in lines below Links', `## Links\n${fill('supersedes [a](b) ')}`],
    ['lines of brackets below Links', `## Links\n${`supersedes ${'['.repeat(3_900)}\n`.repeat(75)}`],
    ['lines of numbers', fill('supersedes 1-a/1-a/1-a/ '.repeat(100).concat('\n'))],
    ['spaces', fill(' ')],
    ['lines of spaces', fill('   \n')],
    ['pipes', fill('|')],
    ['lines of pipes', fill('| a | b |\n')],
    ['ampersands', fill('&#x')],
    ['emphasis', fill('**')],
    ['bullets', fill('* Status: **a\n')],
    ['nested bullets', `* Deciders:\n${Array.from({ length: 30_000 }, (_, index) => `  - a${index}\n`).join('')}`],
    ['lines of relations below Status', `## Status\n\n${fill('superseded by ADR-1\n')}`],
    ['headings', fill('# #')],
    ['heading lines', fill('## a #\n')],
    ['rules', fill('---\n')],
    ['underlines', fill('a\n===\n')],
    ['colons', fill('a: ')],
    ['status lines', `## Status\n\n${fill('accepted, ')}`],
    ['status words', `## Status\n\n${fill('accepted\n')}`],
    ['front matter', `---\n${fill('a: b\n')}---\n`],
    ['front matter of quotes', `---\n${fill('"')}\n---\n`],
    ['emoji', fill('✅')],
  ])('is read in time that grows with its length: %s', (_name, text) => {
    const { records, others } = readAll({ 'adr/0001-a.md': `# A\n\n${text}` });
    expect(records.length + others.length).toBe(1);
    const asTitle = readAll({ 'adr/0001-a.md': `# ${text.replaceAll('\n', ' ')}` });
    expect(asTitle.records.length + asTitle.others.length).toBe(1);
    const atTop = readAll({ 'adr/0001-a.md': text });
    expect(atTop.records.length + atTop.others.length).toBe(1);
  });
});

test('the order of the files changes nothing', () => {
  const files = {
    'adr/0001-a.md': section('Superceded by [2. B](0002-b.md)'),
    'adr/0002-b.md': section('Accepted'),
    'adr/0003-c.md': section('Accepted\n\nAmends [2. B](0002-b.md)'),
  };
  const forward = readAll(files).records;
  const backward = readAll(Object.fromEntries(Object.entries(files).reverse())).records;
  expect(backward).toEqual(forward);
});

describe('a JSON file of many records, each of which keeps the whole file', () => {
  const adr = (number: number) => ({ number, title: 'T', status: 'accepted' });
  const file = (path: string, records: number, spaces = 0) => ({
    path,
    content: bytes(`${JSON.stringify(Array.from({ length: records }, (_, at) => adr(at + 1)))}${' '.repeat(spaces)}`),
  });

  test('is read up to a thousand, and else kept as it is with a finding', () => {
    expect(readRecords([file('a.json', 1000)]).records).toHaveLength(1000);
    const set = readRecords([file('a.json', 1001)]);
    expect(set.records).toEqual([]);
    expect(set.others.map(({ path, reason }) => [path, reason])).toEqual([['a.json', 'tooLarge']]);
    expect(set.findings).toMatchObject([{ path: 'a.json', code: 'tooManyRecords', severity: 'error' }]);
  });

  test('takes no more, with others like it, than the sum says', () => {
    const files = Array.from({ length: 5 }, (_, at) => file(`${at}.json`, 100, 900_000));
    const set = readRecords(files);
    expect(set.records).toHaveLength(200);
    expect(set.others).toHaveLength(3);
  });
});

test('paths that differ by capitals or composition only are all records, with a finding', () => {
  const accent = 'adr/0003-caf\u00e9.md';
  const set = readAll({
    'adr/0001-a.md': section('Accepted'),
    'adr/0001-A.md': section('Rejected'),
    [accent]: section('Accepted'),
    [accent.normalize('NFD')]: section('Accepted'),
  });
  expect(set.records).toHaveLength(4);
  expect(set.findings.filter(({ code }) => code === 'pathsAlike').map(({ path }) => path)).toEqual([
    'adr/0001-a.md',
    accent,
  ]);
});
