/** What the address of the form brings along: `?register=&template=&title=&supersedes=`. */
export type NewDecisionStart = {
  register: string | null;
  template: string | null;
  title: string;
  /** The id of the record that the new one takes the place of. */
  supersedes: string | null;
};

function text(value: string | string[] | undefined): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return first?.trim() ? first.trim() : null;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function startOf(query: Record<string, string | string[] | undefined>): NewDecisionStart {
  const supersedes = text(query.supersedes);
  return {
    register: text(query.register),
    template: text(query.template),
    title: (text(query.title) ?? '').replace(/\s+/g, ' ').slice(0, 300),
    supersedes: supersedes && uuid.test(supersedes) ? supersedes : null,
  };
}
