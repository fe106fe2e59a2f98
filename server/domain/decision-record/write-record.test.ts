import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionStatuses } from '@/server/domain/decision/status';
import { readRecords } from '@/server/domain/decision-record/read-set';
import {
  type DecisionRecord,
  type ExportRecord,
  type ExportRelation,
  type RecordFile,
  type WriteLayout,
  writeLayouts,
} from '@/server/domain/decision-record/record';
import { filePathOf } from '@/server/domain/decision-record/record-path';
import { writeRecords } from '@/server/domain/decision-record/write-record';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (file: RecordFile | undefined): string => new TextDecoder().decode(file?.content);

const blank: ExportRecord = {
  id: 'a',
  path: null,
  layout: 'madr4',
  number: null,
  numberText: '',
  title: 'Use X',
  status: 'accepted',
  rawStatus: '',
  date: null,
  rawDate: '',
  deciders: [],
  consulted: [],
  informed: [],
  tags: [],
  productSentence: '',
  revisitOn: null,
  revisitCondition: '',
  expiresOn: null,
  triggers: [],
  implementation: '',
  services: [],
  body: '## Context\n\nWhy.',
  extra: {},
  relations: [],
  original: null,
  untouched: false,
};

/** What was read, as it would be stored and written again. */
function stored(record: DecisionRecord, files: readonly RecordFile[], untouched: boolean): ExportRecord {
  const { path, relations, findings: _findings, hash: _hash, ...content } = record;
  return {
    ...content,
    id: path,
    path,
    relations: relations
      .filter(({ derived }) => !derived)
      .map(({ type, partial, resolvedPath, targetText }) => ({ type, partial, targetId: resolvedPath, targetText })),
    original: files.find((file) => file.path === filePathOf(path))?.content ?? null,
    untouched,
  };
}

const someWords = fc
  .array(
    fc.constantFrom(
      'use',
      'Node.js',
      'a: b',
      '“x”',
      '#1',
      '@team',
      '- no',
      "it's",
      'R&D',
      '50 %',
      'null',
      'ümläut',
      '日本',
      '`code`',
      '*',
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((words) => words.join(' '));
const someTitle = fc.oneof(
  someWords.map((words) => `Decide ${words}`),
  fc.constantFrom(
    '12. Use X',
    'ADR 4: Use X',
    '2024 budget',
    '404 pages',
    'Template',
    'Status',
    'Use C#',
    'Readme',
    '3.5 is enough',
    'Use &amp; in text',
    'A | B',
    'x'.repeat(300),
  ),
);
const someName = fc.constantFrom(
  'Ana',
  'Doe, Jane',
  '@bo',
  'Cy <cy@example.com>',
  "D'Arcy",
  'Ümit K.',
  'R&amp;D',
  '- dash',
);
const someNames = fc.uniqueArray(someName, { maxLength: 3 });
const someDay = fc.constantFrom(null, '2026-01-02', '2019-12-31');
const someBlock = fc.constantFrom(
  'Why not.',
  '## Context\n\nWhy.',
  '## Decision\n\n* one\n* two\n  - three',
  '## Considered Options\n\n| a | b |\n| --- | --- |\n| 1 | 2 |',
  '```md\n## Status\n\nRejected\n```',
  '### Status\n\nof an option',
  '> quoted\n> text',
  '## Consequences\n\n1. first\n\n\n2. second',
  '    indented code',
  '<!-- a comment -->',
  'A [link](https://example.com/0001-x.md) and &amp; an entity',
  'Setext\n------\n\ntext',
  '## Links\n\n- [A page](https://example.com)',
);
const someBody = fc.uniqueArray(someBlock, { maxLength: 4 }).map((blocks) => blocks.join('\n\n'));

const someRecord = fc.record({
  title: someTitle,
  status: fc.constantFrom(...decisionStatuses),
  date: someDay,
  deciders: someNames,
  consulted: someNames,
  informed: someNames,
  tags: fc.uniqueArray(fc.constantFrom('web', 'data-base', 'c++', 'ui'), { maxLength: 3 }),
  productSentence: fc.oneof(fc.constant(''), someWords),
  revisitOn: someDay,
  revisitCondition: fc.oneof(fc.constant(''), someWords),
  expiresOn: someDay,
  triggers: fc.uniqueArray(fc.constantFrom('dataFlow', 'newTechnology'), { maxLength: 2 }),
  implementation: fc.constantFrom('', 'notStarted', 'done'),
  services: fc.uniqueArray(fc.constantFrom('checkout', 'tax-api'), { maxLength: 2 }),
  body: someBody,
  number: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9_999 })),
});

const someSet = fc
  .tuple(
    fc.array(someRecord, { minLength: 1, maxLength: 6 }),
    fc.array(
      fc.tuple(fc.nat(5), fc.nat(5), fc.constantFrom('supersedes', 'amends', 'dependsOn', 'conflicts'), fc.boolean()),
      { maxLength: 4 },
    ),
  )
  .map(([contents, edges]): ExportRecord[] => {
    const records = contents.map(
      (content, index): ExportRecord => ({
        ...blank,
        ...content,
        numberText: content.number === null ? '' : String(content.number).padStart(4, '0'),
        id: String(index),
        relations: [],
      }),
    );
    for (const [from, to, type, partial] of edges) {
      const [source, target] = [records[from], records[to]];
      if (!source || !target || source === target) continue;
      if (source.relations.some(({ targetId }) => targetId === target.id)) continue;
      if (target.relations.some(({ targetId }) => targetId === source.id)) continue;
      const isPartial = partial && (type === 'supersedes' || type === 'amends');
      source.relations.push({
        type: type as ExportRelation['type'],
        partial: isPartial,
        targetId: target.id,
        targetText: target.title,
      });
    }
    return records;
  });

const FIELDS = [
  'number',
  'title',
  'status',
  'date',
  'deciders',
  'consulted',
  'informed',
  'tags',
  'productSentence',
  'revisitOn',
  'revisitCondition',
  'expiresOn',
  'triggers',
  'implementation',
  'services',
  'body',
] as const;

const said = (record: DecisionRecord): string[] =>
  record.relations
    .filter(({ derived, type }) => !derived && type !== 'supersededBy' && type !== 'amendedBy')
    .map(({ type, partial, resolvedPath }) => `${type} ${partial} ${resolvedPath}`)
    .sort();

describe('records that are written and read again', () => {
  test.each(writeLayouts)('are the same records, and no finding says otherwise: %s', (layout) => {
    fc.assert(
      fc.property(someSet, (records) => {
        const { files, paths, findings } = writeRecords(records, [], layout);
        expect(findings.filter(({ code }) => code !== 'numberMissing')).toEqual([]);
        const read = new Map(readRecords(files).records.map((record) => [record.path, record]));
        expect(read.size).toBe(records.length);
        for (const record of records) {
          const back = read.get(paths.get(record.id)!)!;
          for (const field of FIELDS) expect([field, back[field]]).toEqual([field, record[field]]);
          const wanted = record.relations.map(
            ({ type, partial, targetId }) => `${type} ${partial} ${paths.get(targetId!)}`,
          );
          expect(said(back)).toEqual(wanted.sort());
        }
      }),
      { numRuns: 150 },
    );
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          '\n',
          '# ',
          '## Status',
          '* Status: x',
          '---',
          '```',
          '<!--',
          '|',
          'a',
          ' ',
          '](',
          '0001-x.md',
          '"',
          '{',
          '&#x20;',
          '\t',
          'superseded by ADR-1',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join('')),
  );
  test.each(writeLayouts)('lose nothing in silence, whatever they hold: %s', (layout) => {
    const wild = fc.array(
      fc.record({
        title: anyText,
        body: anyText,
        productSentence: anyText,
        rawStatus: anyText,
        rawDate: anyText,
        deciders: fc.array(anyText, { maxLength: 2 }),
        tags: fc.array(anyText, { maxLength: 2 }),
        extra: fc.dictionary(anyText, anyText, { maxKeys: 2 }),
      }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(wild, (contents) => {
        const records = contents.map((content, index): ExportRecord => ({ ...blank, ...content, id: String(index) }));
        const { files, paths, findings } = writeRecords(records, [], layout);
        expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
        for (const { path } of files) expect(path).toMatch(/^[a-z0-9.][\w.-]*(\/[\w.-]+)*$/i);
        const read = new Map(readRecords(files).records.map((record) => [record.path, record]));
        for (const record of records) {
          const path = paths.get(record.id)!;
          const back = read.get(path);
          const isTold = findings.some((finding) => finding.path === path && finding.code === 'notHeld');
          if (!isTold)
            expect({ title: back?.title.replace(/\s+/g, ' ').trim(), body: back?.body.trim() }).toEqual({
              title: record.title.replace(/\s+/g, ' ').trim(),
              body: record.body.trim(),
            });
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the original layout', () => {
  const path = fc
    .array(
      fc.constantFrom('adr', 'docs', 'a b', '0001-x', '0002-y', '20260101-z', 'README', 'template', '.adr-dir', 'ü#'),
      { minLength: 1, maxLength: 3 },
    )
    .chain((parts) =>
      fc.constantFrom('', '.md', '.MD', '.rst', '.adoc', '.json', '.png', '.mdx').map((end) => parts.join('/') + end),
    );
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc
      .constantFrom(
        '# 1. A\n\n## Status\n\nAccepted\n',
        '---\nstatus: accepted\n---\r\n# A\r\n',
        '\ufeff# A',
        '[]',
        '{"version":"1.0.0","adrs":[{"number":1,"title":"a","status":"accepted","date":"2026-01-02"},{"number":2,"title":"b","status":"x","date":""}]}',
      )
      .map(bytes),
  );

  test('gives every file back byte for byte, records and others, whatever their bytes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ path, content }), { selector: (file) => file.path.toLowerCase(), maxLength: 6 }),
        (files) => {
          const set = readRecords(files);
          const written = writeRecords(
            set.records.map((record) => stored(record, files, true)),
            set.others,
            'original',
          );
          const sorted = (list: readonly RecordFile[]) => list.map((file) => [file.path, [...file.content]]).sort();
          expect(sorted(written.files)).toEqual(sorted(files));
          expect(written.findings).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  const sources: Record<string, [string, string]> = {
    madr4: [
      'docs/0001-a.md',
      '---\nparent: Decisions\nstatus: accepted\nnav_order: 0033\n---\n# Use X\n\n## Considered Options\n\n* a\n',
    ],
    madr3: [
      'docs/0001-a.md',
      '---\nstatus: accepted\ndeciders: [Ana]\ndate: 2026-01-02\n---\n\n# Use X\n\n## Validation\n\nBy review.\n',
    ],
    madr2: ['docs/0001-a.md', '# Use X\n\n* Status: accepted\n* Date: 2026-01-02\n\n## Considered Options\n\n* a\n'],
    log4brains: ['docs/20260102-a.md', '# Use X\n\n- Status: accepted\n- Date: 2026-01-02\n\n## Context\n\nWhy.\n'],
    'adr-tools': ['docs/0001-a.md', '# 1. Use X\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n'],
    nygard: ['docs/adr-001-a.md', '# Use X\n\n## Context\n\nWhy.\n\n## Status\n\nAccepted\n'],
    table: [
      'docs/0001-a.md',
      '# Use X\n\n| Status | Approved |\n| --- | --- |\n| Date | 2026-01-02 |\n\n## What\n\nThat.\n',
    ],
    docusaurus: ['docs/a.md', '---\nid: a\ntitle: 10. Use X\n---\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n'],
    rst: ['docs/0001-a.rst', 'Use X\n=====\n\n:Status: accepted\n\nContext\n-------\n\nWhy.\n'],
    adoc: ['docs/0001-a.adoc', '= Use X\n:status: accepted\n\n== Context\n\nWhy.\n'],
    'json-adr': [
      'docs/a.json',
      '{"version":"1.0.0","adr":{"number":1,"title":"Use X","status":"accepted","date":"2026-01-02","context":"Why."}}',
    ],
  };
  test.each(Object.entries(sources))(
    'writes a changed record of %s in its own layout at its own path',
    (layout, [path, text]) => {
      const files = [{ path, content: bytes(text) }];
      const [record] = readRecords(files).records;
      expect(record).toMatchObject({ layout, title: 'Use X', status: 'accepted' });
      const changed: ExportRecord = {
        ...stored(record!, files, false),
        status: 'deprecated',
        title: 'Use Y',
        productSentence: 'Orders: never lost',
        tags: ['web'],
        revisitOn: '2027-01-01',
      };
      const written = writeRecords([changed], [], 'original');
      expect(written.findings).toEqual([]);
      expect(written.files.map((file) => file.path)).toEqual([path]);
      expect(readRecords(written.files).records[0]).toMatchObject({
        layout,
        number: record!.number,
        status: 'deprecated',
        title: 'Use Y',
        productSentence: 'Orders: never lost',
        tags: ['web'],
        revisitOn: '2027-01-01',
        body: record!.body,
        extra: record!.extra,
      });
    },
  );

  test('keeps CRLF, the byte order mark and the order of the keys in a changed file', () => {
    const text =
      '\ufeff---\r\nnav_order: 0033\r\nstatus: accepted\r\n---\r\n# Use X\r\n\r\n## Considered Options\r\n\r\n* a\r\n';
    const files = [{ path: 'docs/0001-a.md', content: bytes(text) }];
    const changed = { ...stored(readRecords(files).records[0]!, files, false), status: 'rejected' as const };
    const { files: written } = writeRecords([changed], [], 'original');
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(written[0]!.content)).toBe(
      text.replace('accepted', 'rejected'),
    );
  });

  test('writes the other end of a new relation, and leaves untouched files alone', () => {
    const files = ['1. A', '2. B', '3. C'].map((title, index) => ({
      path: `doc/adr/000${index + 1}-x.md`,
      content: bytes(`# ${title}\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n`),
    }));
    const [a, b, c] = readRecords(files).records.map((record) => stored(record, files, true));
    const superseded = { ...a!, status: 'superseded' as const, untouched: false };
    const successor = {
      ...b!,
      untouched: false,
      relations: [{ type: 'supersedes' as const, partial: false, targetId: a!.id, targetText: '' }],
    };
    const written = writeRecords([superseded, successor, c!], [], 'original');
    expect(written.findings).toEqual([]);
    expect(textOf(written.files[0])).toContain('## Status\n\nSuperceded by [2. B](0002-x.md)\n\n## Context');
    expect(textOf(written.files[1])).toContain('## Status\n\nAccepted\n\nSupercedes [1. A](0001-x.md)\n\n## Context');
    expect(written.files[2]!.content).toBe(files[2]!.content);
  });

  test('puts a record begun here where the others are, in their layout, beside no other file', () => {
    const files = [
      { path: 'doc/arch/0001-a.md', content: bytes('# 1. A\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n') },
    ];
    const set = readRecords(files);
    const fresh = { ...blank, id: 'new', number: 2, numberText: '0002', title: 'A' };
    const taken = { path: 'doc/arch/0002-A.md', content: bytes('other') };
    const { files: written, findings } = writeRecords(
      [stored(set.records[0]!, files, true), fresh],
      [taken],
      'original',
    );
    expect(findings).toEqual([]);
    expect(written.map(({ path }) => path)).toEqual([
      'doc/arch/0002-A.md',
      'doc/arch/0001-a.md',
      'doc/arch/0002-a-2.md',
    ]);
    expect(textOf(written[2])).toContain('# 2. A\n');
  });

  test('never writes outside, whatever path a record has', () => {
    const records = ['../../etc/a.md', '/b.md', 'C:\\c.md', '..'].map((path, index) => ({
      ...blank,
      id: String(index),
      path,
    }));
    const { files, findings } = writeRecords(records, [], 'original');
    for (const { path } of files) expect(path).not.toMatch(/^\/|\\|(^|\/)\.\.(\/|$)|^[a-z]:/i);
    expect(findings.filter(({ code }) => code === 'pathChanged')).toHaveLength(4);
  });
});

describe('each layout is what its tools expect', () => {
  const old: ExportRecord = {
    ...blank,
    id: 'old',
    number: 1,
    numberText: '0001',
    title: 'Use Y',
    status: 'superseded',
    date: '2026-01-02',
    deciders: ['Ana'],
  };
  const next: ExportRecord = {
    ...blank,
    id: 'new',
    number: 12,
    numberText: '0012',
    date: '2026-02-03',
    productSentence: 'Faster.',
    relations: [{ type: 'supersedes', partial: false, targetId: 'old', targetText: '' }],
  };
  const write = (layout: WriteLayout) => {
    const { files } = writeRecords([old, next], [], layout);
    return Object.fromEntries(files.map((file) => [file.path, textOf(file)]));
  };

  test('MADR 4: its keys in its order, the successor without a link', () => {
    const files = write('madr4');
    expect(files['docs/decisions/0001-use-y.md']).toBe(
      '---\nstatus: superseded by ADR-0012\ndate: 2026-01-02\ndecision-makers:\n  - Ana\n---\n\n# Use Y\n\n## Context\n\nWhy.\n',
    );
    expect(files['docs/decisions/0012-use-x.md']).toBe(
      '---\nstatus: accepted\ndate: 2026-02-03\nsupersedes:\n  - ADR-0001\nproduct-sentence: Faster.\n---\n\n# Use X\n\n## Context\n\nWhy.\n',
    );
  });

  test('adr-tools: its heading, its spelling and its links', () => {
    const files = write('adr-tools');
    expect(files['doc/adr/0001-use-y.md']).toBe(
      '# 1. Use Y\n\nDate: 2026-01-02\n\n* Deciders: Ana\n\n## Status\n\nSuperceded by [12. Use X](0012-use-x.md)\n\n## Context\n\nWhy.\n',
    );
    expect(files['doc/adr/0012-use-x.md']).toContain(
      '## Status\n\nAccepted\n\nSupercedes [1. Use Y](0001-use-y.md)\n\n## Context',
    );
  });

  test('log4brains: names by date, links by slug, and its configuration', () => {
    const files = write('log4brains');
    expect(Object.keys(files).sort()).toEqual([
      '.log4brains.yml',
      'docs/adr/20260102-use-y.md',
      'docs/adr/20260203-use-x.md',
    ]);
    expect(files['docs/adr/20260102-use-y.md']).toContain(
      '- Status: superseded by [20260203-use-x](20260203-use-x.md)\n- Deciders: Ana\n- Date: 2026-01-02\n',
    );
    expect(files['docs/adr/20260203-use-x.md']).toContain(
      '\n## Links\n\n- Supersedes [20260102-use-y](20260102-use-y.md)\n',
    );
  });

  test('JSON-ADR: its required fields, links by number, and a word where it cannot say what is', () => {
    const files = write('json-adr');
    expect(JSON.parse(files['docs/json-adr/0012-use-x.json']!)).toMatchObject({
      version: '1.0.0',
      adr: {
        number: 12,
        title: 'Use X',
        status: 'accepted',
        date: '2026-02-03',
        context: 'Why.',
        links: [{ type: 'supersedes', target: 1 }],
      },
    });
    const zero = writeRecords([{ ...blank, number: 0, numberText: '0000' }], [], 'json-adr');
    expect(zero.findings.map(({ code }) => code)).toEqual(['numberMissing']);
    expect(JSON.parse(textOf(zero.files[0])).adr).toMatchObject({
      number: 1,
      custom_sections: { 'paydown: number': '0000', 'paydown: date': 'none' },
    });
    expect(readRecords(zero.files).records[0]).toMatchObject({ number: 0, date: null });
  });

  test('links between records and to images go along to the new names, code is left alone', () => {
    const records = [
      {
        ...blank,
        id: 'a',
        path: 'adr/0001-a.md',
        number: 1,
        title: 'A',
        body: 'See [B](0002-b.md#why), ![x](img/x.png) and [C](https://example.com).\n\n```\n[B](0002-b.md)\n```',
      },
      { ...blank, id: 'b', path: 'adr/0002-b.md', number: 2, title: 'New name' },
    ];
    const image = { path: 'adr/img/x.png', content: new Uint8Array([1]) };
    const { files, findings } = writeRecords(records, [image, { path: 'README.md', content: bytes('x') }], 'madr4');
    expect(findings).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual([
      'adr/img/x.png',
      'docs/decisions/0001-a.md',
      'docs/decisions/0002-new-name.md',
    ]);
    expect(textOf(files[1])).toContain(
      'See [B](0002-new-name.md#why), ![x](../../adr/img/x.png) and [C](https://example.com).\n\n```\n[B](0002-b.md)\n```',
    );
  });

  test('what adr-tools has no place for is told', () => {
    const { findings } = writeRecords(
      [{ ...blank, number: 1, numberText: '1', extra: { nav_order: '1' } }],
      [],
      'adr-tools',
    );
    expect(findings).toMatchObject([{ code: 'notHeld', path: 'doc/adr/0001-use-x.md' }]);
  });

  test.each(writeLayouts)('a status against what the relations say comes back as it was: %s', (layout) => {
    const kept: ExportRecord = {
      ...old,
      status: 'accepted',
      relations: [{ type: 'supersededBy', partial: false, targetId: 'new', targetText: '' }],
    };
    const { files, findings, paths } = writeRecords([kept, { ...next, relations: [] }], [], layout);
    expect(findings).toEqual([]);
    const back = readRecords(files).records.find(({ path }) => path === paths.get('old'));
    expect(back).toMatchObject({ status: 'accepted' });
  });

  test('a relation that would read as another one is told', () => {
    const unclear = { type: 'amends' as const, partial: false, targetId: null, targetText: 'ADR-3 and ADR-4' };
    const { findings } = writeRecords([{ ...next, relations: [unclear] }], [], 'madr4');
    expect(findings.map(({ code, message }) => [code, message.includes('one relation')])).toEqual([['notHeld', true]]);
  });

  test('a record that still holds is not made to say that it was superseded', () => {
    const { files } = writeRecords([{ ...old, status: 'accepted' }, next], [], 'madr4');
    expect(textOf(files[0])).toContain('status: accepted\n');
    expect(textOf(files[0])).not.toContain('superseded');
    expect(readRecords(files).records.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
  });
});
