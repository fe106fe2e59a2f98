import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { imageMarkdown, pictureBeside } from './image-file';

type Slot = { id: number; at: number; name: string };

const addSlot = StateEffect.define<Slot>({ map: (slot, change) => ({ ...slot, at: change.mapPos(slot.at) }) });
const removeSlot = StateEffect.define<number>();

class SlotWidget extends WidgetType {
  readonly slot: Slot;

  constructor(slot: Slot) {
    super();
    this.slot = slot;
  }

  override eq(other: SlotWidget): boolean {
    return other.slot.id === this.slot.id;
  }

  toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'cm-image-slot';
    element.textContent = `Sending ${this.slot.name || 'the picture'} …`;
    return element;
  }
}

/** Places where a picture will stand: shown, moved along with the text, and no part of it until the picture is there. */
export const imageSlots = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (slots, transaction) => {
    let next = slots.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(addSlot)) {
        const widget = Decoration.widget({ widget: new SlotWidget(effect.value), side: 1, id: effect.value.id });
        next = next.update({ add: [widget.range(effect.value.at)] });
      }
      if (effect.is(removeSlot)) next = next.update({ filter: (_from, _to, value) => value.spec.id !== effect.value });
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function placeOf(view: EditorView, id: number): number | null {
  let place: number | null = null;
  view.state.field(imageSlots).between(0, view.state.doc.length, (from, _to, value) => {
    if (value.spec.id === id) place = from;
  });
  return place;
}

/** At the end of a line that has text, or before one, a picture stands on its own: a heading or fence would be none any more. */
function imageAt(view: EditorView, place: number, markdown: string): string {
  const { text, from, to } = view.state.doc.lineAt(place);
  return pictureBeside(markdown, text.slice(0, place - from), text.slice(place - from, to - from));
}

let made = 0;

/**
 * Sends pictures and writes each where it was put, however the text moved meanwhile. What fails is told by `onProblem`;
 * the text stays.
 */
export async function putImages(
  view: EditorView,
  at: number,
  files: readonly File[],
  send: (file: File) => Promise<{ url: string; name: string }>,
): Promise<void> {
  await Promise.all(
    files.map(async (file) => {
      made += 1;
      const id = made;
      view.dispatch({ effects: addSlot.of({ id, at, name: file.name }) });
      const image = await send(file).catch(() => null);
      const place = placeOf(view, id);
      const text =
        image && place !== null ? imageAt(view, place, imageMarkdown(image.name || file.name, image.url)) : '';
      view.dispatch({
        effects: removeSlot.of(id),
        ...(text && place !== null ? { changes: { from: place, insert: text }, userEvent: 'input.paste' } : {}),
      });
    }),
  );
}
