import { type ChangeSpec, EditorSelection, type EditorState, type Line, type TransactionSpec } from '@codemirror/state';

/** What the toolbar and its keys do. Each is a function of the state alone, so that it can be tried without a browser. */
export type MarkdownCommand =
  | 'bold'
  | 'italic'
  | 'code'
  | 'link'
  | 'bullets'
  | 'numbers'
  | 'tasks'
  | 'table'
  | 'fence'
  | 'diagram';

const marks = { bold: '**', italic: '*', code: '`' } as const;

/** Whether the text around `from` to `to` is marked by exactly this mark: `*` is not found in `**`. */
function isMarked(state: EditorState, from: number, to: number, mark: string): boolean {
  const before = state.sliceDoc(Math.max(0, from - mark.length - 1), from);
  const after = state.sliceDoc(to, to + mark.length + 1);
  const sign = mark[0] ?? '';
  const run = (text: string, fromEnd: boolean) => {
    const list = fromEnd ? [...text].reverse() : [...text];
    const end = list.findIndex((one) => one !== sign);
    return end === -1 ? list.length : end;
  };
  const length = Math.min(run(before, true), run(after, false));
  return mark.length === 1 ? length === 1 : length >= mark.length;
}

function toggleMark(state: EditorState, mark: string): TransactionSpec {
  return state.changeByRange((range) => {
    const word = range.empty ? state.wordAt(range.head) : null;
    const { from, to } = word ?? range;
    const size = mark.length;
    if (isMarked(state, from, to, mark)) {
      return {
        changes: [
          { from: from - size, to: from },
          { from: to, to: to + size },
        ],
        range: EditorSelection.range(range.anchor - size, range.head - size),
      };
    }
    return {
      changes: [
        { from, insert: mark },
        { from: to, insert: mark },
      ],
      range: EditorSelection.range(range.anchor + size, range.head + size),
    };
  });
}

function insertLink(state: EditorState): TransactionSpec {
  return state.changeByRange((range) => {
    const { from, to } = (range.empty ? state.wordAt(range.head) : null) ?? range;
    const text = state.sliceDoc(from, to);
    const address = 'https://';
    const start = from + text.length + 3;
    return {
      changes: { from, to, insert: `[${text}](${address})` },
      // Without a text it is written first; with one, the address.
      range: text ? EditorSelection.range(start, start + address.length) : EditorSelection.cursor(from + 1),
    };
  });
}

const listPrefix = /^(\s*)(?:[-*+] \[[ xX]\] |[-*+] |\d+[.)] )?/;

const listMarks = {
  bullets: { prefix: () => '- ', pattern: /^\s*[-*+] (?!\[[ xX]\] )/ },
  numbers: { prefix: (index: number) => `${index + 1}. `, pattern: /^\s*\d+[.)] / },
  tasks: { prefix: () => '- [ ] ', pattern: /^\s*[-*+] \[[ xX]\] / },
};

function selectedLines(state: EditorState): Line[] {
  const lines = new Map<number, Line>();
  for (const range of state.selection.ranges) {
    for (let at = range.from; ; ) {
      const line = state.doc.lineAt(at);
      lines.set(line.number, line);
      if (line.to >= range.to) break;
      at = line.to + 1;
    }
  }
  return [...lines.values()];
}

function toggleList(state: EditorState, kind: keyof typeof listMarks): TransactionSpec {
  const { prefix, pattern } = listMarks[kind];
  const all = selectedLines(state);
  const lines = all.length > 1 ? all.filter((line) => line.text.trim() !== '') : all;
  const isOn = lines.every((line) => pattern.test(line.text));
  const changes = lines.map((line, index): ChangeSpec => {
    const match = listPrefix.exec(line.text);
    const indent = match?.[1] ?? '';
    const to = line.from + (match?.[0].length ?? 0);
    return { from: line.from, to, insert: isOn ? indent : `${indent}${prefix(index)}` };
  });
  const set = state.changes(changes);
  return { changes: set, selection: state.selection.map(set, 1) };
}

/** A block of its own, with a blank line before and after; `select` is what is written over first. */
function insertBlock(state: EditorState, block: string, select: string): TransactionSpec {
  const { from, to } = state.selection.main;
  const before = state.sliceDoc(0, from);
  const after = state.sliceDoc(to);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const trail = after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const start = from + lead.length + block.indexOf(select);
  return {
    changes: { from, to, insert: `${lead}${block}${trail}` },
    selection: EditorSelection.range(start, start + select.length),
    scrollIntoView: true,
  };
}

const table =
  '| Option | What it is | Effort | Trade-off |\n| --- | --- | ---: | --- |\n| Quick |  |  |  |\n| Solid |  |  |  |';
const diagram = '```mermaid\nflowchart LR\n  checkout --> cache\n  cache -. nightly .-> tax[State tax API]\n```';

/** The change that a command makes of a state. */
export function commandChange(state: EditorState, command: MarkdownCommand): TransactionSpec {
  switch (command) {
    case 'bold':
    case 'italic':
    case 'code':
      return toggleMark(state, marks[command]);
    case 'link':
      return insertLink(state);
    case 'bullets':
    case 'numbers':
    case 'tasks':
      return toggleList(state, command);
    case 'table':
      return insertBlock(state, table, 'Quick');
    case 'diagram':
      return insertBlock(state, diagram, 'checkout --> cache');
    case 'fence': {
      const { from, to } = state.selection.main;
      const code = state.sliceDoc(from, to) || 'code';
      return insertBlock(state, `\`\`\`\n${code}\n\`\`\``, code);
    }
  }
}

const address = /^https?:\/\/[^\s<>]+$/i;

/** What pasting an address over a selected text makes: a link. Null where it is to be pasted as it is. */
export function pastedLink(selected: string, pasted: string): string | null {
  const target = pasted.trim();
  if (!address.test(target) || selected.trim() === '' || /\n/.test(selected) || address.test(selected.trim()))
    return null;
  const safe = target.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
  return `[${selected.replace(/([[\]])/g, '\\$1')}](${safe})`;
}
