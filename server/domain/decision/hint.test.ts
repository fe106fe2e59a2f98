import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionHints, type HintCode, type HintedDecision } from './hint';
import { builtInTemplates } from './template';

const complete: Omit<HintedDecision, 'body'> = {
  title: 'Keep the order events in Postgres',
  productSentence: 'Customers see their order within a second.',
  revisitOn: '2027-05-01',
  revisitCondition: '',
  reviewers: 2,
  status: 'proposed',
  template: 'minimal',
};

const full = `## Context

Orders are written by three services, and each keeps its own copy.

## Decision

We will keep the events in one Postgres table.

## Alternatives considered

### Kafka

It scales further than we need, and nobody here has run it.

### Change nothing

The copies drift apart, as they did in March.

## Consequences

Reading is one query. Writing beyond 5,000 events a second becomes harder.
`;

const codes = (record: Partial<HintedDecision> & { body: string }): HintCode[] =>
  decisionHints({ ...complete, ...record }).map((hint) => hint.code);

describe('a record of one’s own', () => {
  test('with everything in it has no hint', () => {
    expect(codes({ body: full })).toEqual([]);
  });

  test.each<[string, Partial<HintedDecision>, HintCode]>([
    ['without a product sentence', { productSentence: ' ' }, 'noProductSentence'],
    ['that never comes back', { revisitOn: null }, 'noRevisit'],
    ['decided without a reviewer', { status: 'accepted', reviewers: 0 }, 'noReviewer'],
    ['with guidance in the title', { title: '*{Short title}*' }, 'templateText'],
  ])('%s is told so, and only so', (_, change, code) => {
    expect(codes({ ...change, body: full })).toEqual([code]);
  });

  test('with a condition or an expiry instead of a date comes back', () => {
    expect(codes({ body: full, revisitOn: null, revisitCondition: 'When there are 5 regions' })).toEqual([]);
    expect(codes({ body: full, revisitOn: null, expiresOn: '2027-01-01' })).toEqual([]);
  });

  test('that is not decided yet may have no reviewer', () => {
    expect(codes({ body: full, reviewers: 0 })).toEqual([]);
  });

  test('that is superseded need not be revisited', () => {
    expect(codes({ body: full, revisitOn: null, status: 'superseded' })).toEqual([]);
  });

  test('with an empty section is told which', () => {
    const hints = decisionHints({ ...complete, body: full.replace(/We will keep.*\n/, '') });
    expect(hints).toMatchObject([{ code: 'emptySection', heading: 'Decision' }]);
  });

  test('a section that has only a comment is empty, one with subsections or code is not', () => {
    expect(codes({ body: `${full}\n## Links\n\n<!-- optional -->\n` })).toEqual(['emptySection']);
    expect(codes({ body: `${full}\n## More\n### Code\n\`\`\`\nx\n\`\`\`\n` })).toEqual([]);
  });

  test('with one alternative has two options, with none it has fewer', () => {
    expect(codes({ body: full.replace(/### Change nothing[\s\S]*?(?=## Conseq)/, '') })).toEqual([]);
    expect(codes({ body: full.replace(/### Kafka[\s\S]*?(?=## Conseq)/, '') })).toEqual(
      ['fewOptions', 'emptySection'].toReversed(),
    );
  });

  test.each([
    ['a list', '## Considered options\n\n* Kafka\n* Postgres\n', 0],
    ['a list of one', '## Considered options\n\n* Kafka\n', 1],
    ['a numbered list', '## Options\n\n1. Kafka\n2. Postgres\n', 0],
    ['subsections', '## 3. Options considered:\n\n### Kafka\n\nFast.\n\n### Postgres\n\nKnown.\n', 0],
    ['paragraphs', '## Alternatives\n\nKafka, which nobody here has run.\n', 0],
    ['columns of a table', '## Options\n\n| | Quick | Solid |\n|---|---|---|\n| Effort | 1 d | 9 d |\n', 0],
    ['one filled column', '## Options\n\n| | Quick | Solid |\n|---|---|---|\n| Effort | 1 d | |\n', 1],
    ['rows of a table', '## Options\n\n| Option | Effort |\n|---|---|\n| Kafka | 9 d |\n| Postgres | 1 d |\n', 0],
    ['a sentence that weighs', '## Context\n\nWe take Postgres rather than Kafka.\n', 0],
    ['nothing', '## Context\n\nWe take Postgres.\n', 1],
    ['code only', '## Options\n\n```\n- Kafka\n- Postgres\n```\n', 1],
  ])('options given as %s are counted', (_, options, hinted) => {
    const found = codes({ body: `${options}\n## Consequences\n\nIt becomes harder.\n` });
    expect(found.filter((code) => code === 'fewOptions')).toHaveLength(hinted);
  });

  test.each([
    ['Deployments take longer, but they are safe: that is harder.', false],
    ['* Bad, because two teams must learn it', false],
    ['### Negative\n\n* Two clusters\n', false],
    ['We accept that reports are stale for an hour.', false],
    ['Everything becomes faster and everybody is happy.', true],
    ['There is no risk, and it reduces cost.', true],
  ])('consequences “%s” lack a downside: %s', (consequences, lacks) => {
    const body = full.replace(/(?<=## Consequences\n\n)[\s\S]*/, consequences);
    expect(codes({ body }).includes('noDownside')).toBe(lacks);
  });

  test('a downside elsewhere does not stand for one among the consequences', () => {
    expect(full).toContain('nobody here has run it');
    expect(codes({ body: full.replace('becomes harder', 'is fine') })).toEqual(['noDownside']);
  });
});

describe('templates', () => {
  test.each(builtInTemplates.map((template) => [template.key, template.body]))(
    '%s says in every part that its guidance is left, and nothing is called empty',
    (key, body) => {
      const hints = decisionHints({ ...complete, template: key, body });
      expect(hints.some(({ code }) => code === 'templateText')).toBe(true);
      expect(hints.some(({ code }) => code === 'emptySection')).toBe(false);
      const expected = key === 'technical-spec' ? [] : ['fewOptions', 'noDownside'];
      expect(hints.map(({ code }) => code).filter((code) => code !== 'templateText')).toEqual(expected);
    },
  );

  test.each(builtInTemplates.map((template) => [template.key, template.body]))(
    '%s with its guidance taken out has no template text left, and its parts are empty',
    (key, body) => {
      const found = codes({ template: key, body: body.replace(/\*\{[^{}]*\}\*/g, '') });
      expect(found).not.toContain('templateText');
      if (key !== 'y-statement') expect(found).toContain('emptySection');
    },
  );

  test('guidance is told once for a section, under the heading it belongs to', () => {
    const minimal = builtInTemplates[0]?.body ?? '';
    const headings = decisionHints({ ...complete, body: minimal }).filter(({ code }) => code === 'templateText');
    expect(headings.map(({ heading }) => heading)).toEqual([
      'Context',
      'Decision',
      'Alternatives considered',
      'Consequences',
    ]);
  });

  test('a filled Y-statement has no hint', () => {
    const body =
      'In the context of the web shop, facing slow pages, we decided for a cache and neglected a bigger database, to achieve pages within 200 ms, accepting that prices can be a minute old.';
    expect(codes({ template: 'y-statement', body })).toEqual([]);
  });

  test('the placeholders of MADR’s and adr-tools’ own templates count', () => {
    expect(
      codes({ body: `${full}\n## More\n\n{Describe the context and problem statement, e.g., in free form}\n` }),
    ).toEqual(['templateText']);
    expect(
      codes({
        body: full.replace(
          'Orders are',
          'The issue motivating this decision, and any context that influences or constrains the decision.',
        ),
      }),
    ).toEqual(['templateText']);
  });

  test.each([
    '```\n*{in code}*\n```',
    'A `*{name}*` in a sentence',
    'a set {a, b, c}',
    'the path /users/{id}',
    '$' + '{some value}',
    '{{ mustache tag }}',
  ])('what only looks like guidance is none: %s', (text) => {
    expect(codes({ body: `${full}\n## More\n\n${text}\n` })).toEqual([]);
  });
});

test('any text is read to its end, with hints of the known codes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (body) => {
      expect(decisionHints({ ...complete, body }).every(({ message }) => message.length > 0)).toBe(true);
    }),
  );
});

test.each(['*{', '{a b ', '`', '<!--', '| ', '# ', '![', 'no no no '])(
  'a hundred thousand times “%s” is read at once',
  (piece) => {
    expect(decisionHints({ ...complete, body: piece.repeat(100_000) }).length).toBeGreaterThan(0);
  },
);
