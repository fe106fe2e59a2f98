import { isAlias, isMap, isScalar, LineCounter, type Pair, type ParsedNode, parseDocument, visit } from 'yaml';
import { type ExtraValue, RECORD_LIMIT } from '@/server/domain/decision-record/record';
import type { TextNote } from '@/server/domain/decision-record/record-text';

export interface FrontField {
  key: string;
  /** Line in the file, from 1. */
  line: number;
  value: ExtraValue;
  /** What stands in the file, for values that turn out not to be what was expected. */
  source: string;
}

export interface FrontMatter {
  fields: FrontField[];
  /** How many lines of the file it takes, with both marks; 0 when there is none. */
  lineCount: number;
  notes: TextNote[];
}

const MAX_DEPTH = 12;
const KEY_LINE = /^([A-Za-z_][\w .-]{0,80}?)[ \t]*:(?:[ \t]+(.*))?$/;

/** Front matter of a record, every value as text. What is no valid YAML is read line by line, with a note. */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const none: FrontMatter = { fields: [], lineCount: 0, notes: [] };
  if (lines[0]?.trimEnd() !== '---') return none;
  const end = lines.findIndex((text, at) => at > 0 && (text.trimEnd() === '---' || text.trimEnd() === '...'));
  if (end < 0) {
    const looksLikeKey = KEY_LINE.test(lines[1] ?? '');
    return looksLikeKey ? { ...none, notes: [openNote()] } : none;
  }
  const inner = lines.slice(1, end);
  const hasKey = inner.some((text) => KEY_LINE.test(text));
  // Two rules across the page with prose between them are no front matter.
  if (!hasKey && inner.some((text) => text.trim() !== '' && !text.trim().startsWith('#'))) return none;
  const lineCount = end + 1;
  const source = inner.join('\n');
  if (source.length > RECORD_LIMIT.frontMatterCharacters) {
    return { fields: readByLine(inner), lineCount, notes: [tooLargeNote(source.length)] };
  }
  return { lineCount, ...readYaml(source, inner) };
}

function readYaml(source: string, inner: readonly string[]): { fields: FrontField[]; notes: TextNote[] } {
  const notes: TextNote[] = [];
  try {
    const counter = new LineCounter();
    const document = parseDocument(`${source}\n`, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      resolveKnownTags: false,
      lineCounter: counter,
    });
    const lineAt = (offset: number) => counter.linePos(offset).line + 1;
    const [error] = document.errors;
    if (error) throw new UnreadableYaml(error.message, lineAt(error.pos[0]));
    if (!isMap(document.contents)) {
      if (source.trim() === '' || document.contents === null) return { fields: [], notes };
      throw new UnreadableYaml('no list of keys and values', 2);
    }
    refuseAliases(document);
    noteTags(document.warnings, lineAt, notes);
    const fields = document.contents.items.map((pair) => readPair(pair, `${source}\n`, lineAt, notes));
    return { fields: unique(fields, notes), notes };
  } catch (error) {
    return { fields: readByLine(inner), notes: [...notes, unreadableNote(error)] };
  }
}

class UnreadableYaml extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.name = 'UnreadableYaml';
    this.line = line;
  }
}

class AliasYaml extends Error {}

/** Nothing that people write here needs an alias, and a few lines of them grow to gigabytes. */
function refuseAliases(document: ReturnType<typeof parseDocument>): void {
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) throw new AliasYaml();
    },
  });
}

function noteTags(
  warnings: readonly { pos: [number, number]; message: string }[],
  lineAt: (at: number) => number,
  notes: TextNote[],
): void {
  const [first] = warnings;
  if (!first) return;
  notes.push({
    line: lineAt(first.pos[0]),
    code: 'frontMatterTag',
    severity: 'warning',
    message: 'A YAML tag in the front matter → a plain value; the tag was ignored and nothing was run.',
    suggestion: 'Take the tag away.',
  });
}

function readPair(
  pair: Pair<ParsedNode, ParsedNode | null>,
  source: string,
  lineAt: (at: number) => number,
  notes: TextNote[],
): FrontField {
  const key = isScalar(pair.key) ? String(pair.key.value ?? '') : source.slice(pair.key.range[0], pair.key.range[1]);
  const line = lineAt(pair.key.range[0]);
  const range = pair.value?.range;
  const raw = range ? source.slice(range[0], range[1]).trim() : '';
  const value = toExtra(pair.value, 0);
  if (value !== null) return { key, line, value, source: raw };
  notes.push({
    line,
    code: 'valueUnreadable',
    severity: 'warning',
    message: `“${key}” is nested more than ${MAX_DEPTH} levels deep → a plain value; it was kept as text.`,
    suggestion: 'Check the value.',
  });
  return { key, line, value: raw, source: raw };
}

function toExtra(node: ParsedNode | null, depth: number): ExtraValue | null {
  if (depth > MAX_DEPTH) return null;
  if (node === null || isAlias(node)) return '';
  if (isScalar(node)) return String(node.value ?? '');
  if (!isMap(node)) {
    const list: ExtraValue[] = [];
    for (const item of node.items) {
      const value = toExtra(item, depth + 1);
      if (value === null) return null;
      list.push(value);
    }
    return list;
  }
  const entries: [string, ExtraValue][] = [];
  for (const pair of node.items) {
    const value = toExtra(pair.value, depth + 1);
    if (value === null) return null;
    entries.push([isScalar(pair.key) ? String(pair.key.value ?? '') : '?', value]);
  }
  return Object.fromEntries(entries);
}

function unique(fields: FrontField[], notes: TextNote[]): FrontField[] {
  const seen = new Set<string>();
  return fields.filter((field) => {
    if (!seen.has(field.key)) {
      seen.add(field.key);
      return true;
    }
    notes.push({
      line: field.line,
      code: 'duplicateKey',
      severity: 'warning',
      message: `“${field.key}” stands twice in the front matter → once; the first one counts.`,
      suggestion: 'Keep one of the two.',
    });
    return false;
  });
}

function unquote(text: string): string {
  const value = text.trim();
  const quote = value.charAt(0);
  if (value.length >= 2 && (quote === '"' || quote === "'") && value.endsWith(quote)) return value.slice(1, -1);
  const comment = value.indexOf(' #');
  return comment > 0 ? value.slice(0, comment).trimEnd() : value;
}

function inlineValue(text: string): ExtraValue {
  const value = text.trim();
  if (!value.startsWith('[') || !value.endsWith(']') || value.includes('](')) return unquote(value);
  return value
    .slice(1, -1)
    .split(',')
    .map(unquote)
    .filter((item) => item !== '');
}

/** `key: value`, lists of `- item`, and indented lines that go on: as much as people mean, whatever YAML says. */
function readByLine(inner: readonly string[]): FrontField[] {
  const fields: FrontField[] = [];
  let current: FrontField | null = null;
  inner.forEach((text, at) => {
    if (text.length > RECORD_LIMIT.lineCharacters) return;
    const match = KEY_LINE.exec(text);
    const key = match?.[1];
    if (key !== undefined) {
      const raw = (match?.[2] ?? '').trim();
      const value = /^[|>][+-]?$/.test(raw) ? '' : inlineValue(raw);
      current = { key, line: at + 2, value, source: raw };
      fields.push(current);
      return;
    }
    const trimmed = text.trim();
    if (current === null || trimmed === '' || trimmed.startsWith('#')) return;
    if (trimmed.startsWith('- ')) {
      const list: ExtraValue[] = Array.isArray(current.value) ? current.value : [];
      list.push(unquote(trimmed.slice(2)));
      current.value = list;
    } else if (typeof current.value === 'string') {
      current.value = `${current.value} ${unquote(trimmed)}`.trim();
    }
  });
  return unique(fields, []);
}

const openNote = (): TextNote => ({
  line: 1,
  code: 'frontMatterOpen',
  severity: 'warning',
  message: 'Front matter begins with --- and does not end → a second line of ---; it was kept as text.',
  suggestion: 'End the front matter with a line of three hyphens.',
});

const tooLargeNote = (length: number): TextNote => ({
  line: 1,
  code: 'frontMatterTooLarge',
  severity: 'warning',
  message: `Front matter of ${length} characters → at most ${RECORD_LIMIT.frontMatterCharacters}; it was read line by line.`,
  suggestion: 'Check the status, the date and the names.',
});

function unreadableNote(error: unknown): TextNote {
  if (error instanceof AliasYaml) {
    return {
      line: 1,
      code: 'frontMatterAlias',
      severity: 'warning',
      message: 'YAML aliases (*name) in the front matter → written-out values; it was read line by line instead.',
      suggestion: 'Write each value out.',
    };
  }
  const line = error instanceof UnreadableYaml ? error.line : 1;
  const detail = error instanceof UnreadableYaml ? ` (${error.message.split('\n')[0]?.slice(0, 120)})` : '';
  return {
    line,
    code: 'frontMatterInvalid',
    severity: 'warning',
    message: `Front matter that is not valid YAML${detail} → valid YAML; it was read line by line.`,
    suggestion: 'Put quotes around values that begin with @, {, [, * or & and around those with a colon.',
  };
}
