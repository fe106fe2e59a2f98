import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { EditorState, Prec } from '@codemirror/state';
import { drawSelection, dropCursor, EditorView, type KeyBinding, keymap, placeholder } from '@codemirror/view';
import { codeLanguages } from '@/components/markdown/code-language';
import { editorLook } from './editor-theme';
import { imagesOf } from './image-file';
import { imageSlots, putImages } from './image-slot';
import { commandChange, type MarkdownCommand, pastedLink } from './markdown-command';

export type EditorOptions = {
  parent: HTMLElement;
  text: string;
  /** Names the field for screen readers; `describedBy` is the id of the help. */
  label: string;
  describedBy: string;
  onChange: (text: string) => void;
  onSave: () => void;
  /** Sends one picture; a rejection leaves the text as it is, and has been told by then. */
  sendImage: (file: File) => Promise<{ url: string; name: string }>;
};

export function runCommand(view: EditorView, command: MarkdownCommand): void {
  view.dispatch(view.state.update(commandChange(view.state, command), { userEvent: 'input', scrollIntoView: true }));
  view.focus();
}

function binding(key: string, command: MarkdownCommand): KeyBinding {
  return {
    key,
    run: (view) => {
      runCommand(view, command);
      return true;
    },
  };
}

function keysOf(onSave: () => void): KeyBinding[] {
  const save = () => {
    onSave();
    return true;
  };
  return [
    { key: 'Mod-Enter', run: save },
    { key: 'Mod-s', run: save },
    binding('Mod-b', 'bold'),
    binding('Mod-i', 'italic'),
    binding('Mod-e', 'code'),
    {
      // Without a selection the keys keep their meaning of everywhere: search or jump.
      key: 'Mod-k',
      run: (view) => {
        if (view.state.selection.main.empty) return false;
        runCommand(view, 'link');
        return true;
      },
    },
    binding('Mod-Shift-7', 'numbers'),
    binding('Mod-Shift-8', 'bullets'),
    binding('Mod-Shift-9', 'tasks'),
  ];
}

/** Languages behind the signs that open a fence. */
function completeFence(context: CompletionContext): CompletionResult | null {
  const open = context.matchBefore(/^\s*(?:`{3,}|~{3,})\w*/);
  const at = open ? open.from + open.text.search(/\w*$/) : null;
  if (at === null) return null;
  return { from: at, options: codeLanguages.map((label) => ({ label })), validFor: /^\w*$/ };
}

function imageHandlers(send: EditorOptions['sendImage']) {
  return EditorView.domEventHandlers({
    paste: (event, view) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const files = imagesOf(event.clipboardData);
      // A table copied from a spreadsheet comes as text and as a picture of itself: the text is meant.
      if (files.length > 0 && text === '') {
        void putImages(view, view.state.selection.main.head, files, send);
        return true;
      }
      const { from, to } = view.state.selection.main;
      const link = pastedLink(view.state.sliceDoc(from, to), text);
      if (link === null) return false;
      view.dispatch(view.state.replaceSelection(link), { userEvent: 'input.paste' });
      return true;
    },
    drop: (event, view) => {
      const files = imagesOf(event.dataTransfer);
      if (files.length === 0) return false;
      event.preventDefault();
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.selection.main.head;
      void putImages(view, at, files, send);
      return true;
    },
  });
}

/** The writing surface. It is the only owner of its text: what is typed is told, nothing is written from outside. */
export function openEditor(options: EditorOptions): EditorView {
  return new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        Prec.high(keymap.of(keysOf(options.onSave))),
        history(),
        drawSelection(),
        dropCursor(),
        markdown({ base: markdownLanguage }),
        autocompletion({ override: [completeFence], icons: false }),
        keymap.of([...historyKeymap, ...defaultKeymap, indentWithTab]),
        imageSlots,
        imageHandlers(options.sendImage),
        placeholder('What has to be decided, what was decided, and what follows from it.'),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-describedby': options.describedBy,
          tabindex: '0',
          spellcheck: 'true',
          autocapitalize: 'sentences',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange(update.state.doc.toString());
        }),
        editorLook,
      ],
    }),
  });
}
