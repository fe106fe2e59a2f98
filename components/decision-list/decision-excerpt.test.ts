import { describe, expect, test } from 'vitest';
import { decisionExcerpt } from './decision-excerpt';

describe('the excerpt of a decision', () => {
  test('is the beginning of the section that decides, without its marks', () => {
    const body =
      '## Context\n\nMuch.\n\n## Decision\n\nWe **hold** `stock` for [15 minutes](https://x.example).\n\n## Consequences\n\nFew.';
    expect(decisionExcerpt(body)).toBe('We hold stock for 15 minutes.');
  });

  test('knows the name that MADR gives the section, and stops where it ends', () => {
    const body =
      '## Decision Outcome\n\nChosen option: "Outbox", because it is durable.\n\n### Consequences\n\n- Good.\n\n## More';
    expect(decisionExcerpt(body)).toMatch(/^Chosen option: "Outbox", because it is durable\./);
    expect(decisionExcerpt(body)).not.toContain('More');
  });

  test('falls back on the text where no section decides or the section is empty', () => {
    expect(decisionExcerpt('In the context of checkout we decided for holds.')).toBe(
      'In the context of checkout we decided for holds.',
    );
    expect(decisionExcerpt('Why.\n\n## Decision\n\n## Consequences\n\nFew.')).toBe('Why. Few.');
  });

  test('leaves out tables, code and comments, and is cut between words', () => {
    expect(decisionExcerpt('## Decision\n\n| a | b |\n|---|---|\n\n```\ncode\n```\n<!-- note -->\n\nWe go on.')).toBe(
      'We go on.',
    );
    const long = decisionExcerpt(`## Decision\n\n${'word '.repeat(200)}`);
    expect(long.length).toBeLessThan(330);
    expect(long).toMatch(/word …$/);
  });
});
