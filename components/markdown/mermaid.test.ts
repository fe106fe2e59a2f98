import { describe, expect, test } from 'vitest';
import { drawableSource } from './mermaid-source';
import { innerStyleSheet, isDrawingAttribute, isDrawingElement, isInnerStyle } from './mermaid-svg';

describe('the source of a diagram', () => {
  test.each([
    [
      'a directive',
      '%%{init: {"securityLevel": "loose", "themeCSS": "* { display: none }"}}%%\nflowchart LR\n  a --> b',
    ],
    ['a directive over several lines', '%%{\n  init: { "htmlLabels": true }\n}%%\nflowchart LR\n  a --> b'],
    ['a directive that is never closed', 'flowchart LR\n  a --> b\n%%{init: {"securityLevel": "loose"'],
    ['settings in front matter', '---\nconfig:\n  securityLevel: loose\n---\nflowchart LR\n  a --> b'],
    ['a click that calls', 'flowchart LR\n  a --> b\n  click a call alert(1)'],
    ['a click that links', 'flowchart LR\n  a --> b\n  click a href "javascript:alert(1)"'],
    ['a click that links, worded shorter', 'flowchart LR\n  a --> b\n  click a "https://evil.example" _blank'],
  ])('is handed on without %s', (_name, source) => {
    expect(drawableSource(source).text.replace(/\s+/g, ' ')).toBe('flowchart LR a --> b');
  });

  test('has no tags but line breaks, and keeps arrows and stereotypes', () => {
    const text = (source: string) => drawableSource(source).text;
    expect(text('a["<img src=x onerror=alert(1)>"]')).toBe('a["#lt;img src=x onerror=alert(1)#gt;"]');
    expect(text('a["<<img src=x onerror=alert(1)>>"]')).not.toContain('<img');
    expect(text('a["one<br/>two"]')).toBe('a["one<br/>two"]');
    const arrows = 'A <|-- B\nA <--> B\nclass C { <<interface>> }\nA <.. D';
    expect(text(arrows)).toBe(arrows);
  });

  test('keeps its title and its comments', () => {
    expect(drawableSource('---\ntitle: "How tax is read"\n---\nflowchart LR')).toEqual({
      text: 'flowchart LR',
      title: 'How tax is read',
    });
    expect(drawableSource('flowchart LR\n%% a note\n  a --> b').text).toContain('%% a note');
  });

  test('loses the links of a sequence, and no part of a drawing that is called click or link', () => {
    expect(drawableSource('sequenceDiagram\n  link A: Board @ https://evil.example\n  A->>B: hi').text).not.toContain(
      'evil',
    );
    const named = 'flowchart LR\n  click --> link\n  link --> b';
    expect(drawableSource(named).text).toBe(named);
  });
});

describe('a drawing', () => {
  test.each(['script', 'foreignObject', 'a', 'image', 'iframe', 'animate', 'set', 'handler', 'object', 'feImage'])(
    'has no %s',
    (name) => {
      expect(isDrawingElement(name)).toBe(false);
    },
  );

  test.each([
    ['onload', 'alert(1)'],
    ['onClick', 'alert(1)'],
    ['href', 'javascript:alert(1)'],
    ['xlink:href', 'https://evil.example/a.svg#b'],
    ['style', 'background: url(https://evil.example)'],
    ['style', 'background: u\\72l(https://evil.example)'],
    ['style', 'background: u/**/rl(https://evil.example)'],
    ['fill', 'url("//evil.example#a")'],
    ['src', 'x'],
  ])('has no %s="%s"', (name, value) => {
    expect(isDrawingAttribute(name, value)).toBe(false);
  });

  test.each([
    ['marker-end', 'url(#drawing-1_arrow)'],
    ['href', '#node-1'],
    ['style', 'fill: rgb(0, 0, 0) !important'],
    ['d', 'M0 0 L1 1'],
    ['class', 'node'],
  ])('keeps %s="%s"', (name, value) => {
    expect(isDrawingAttribute(name, value)).toBe(true);
  });

  test('has a style sheet that loads nothing', () => {
    const css =
      '#a .x{fill:red;}@import url(https://evil.example);#a .y{fill:url(https://evil.example);}#a .z{fill:blue;}';
    const cleaned = innerStyleSheet(css);
    expect(isInnerStyle(cleaned)).toBe(true);
    expect(cleaned).toContain('.x{fill:red;}');
    expect(cleaned).toContain('.z{fill:blue;}');
    expect(cleaned).not.toContain('evil');
  });
});
