/** What is imported where, in the words of its screens; `frame` is the page around them. */
export type ImportPlace = {
  frame: { crumbs: { label: string; href?: string }[]; backHref: string; width: 'column' };
  /** Where an import begins, and where former ones are listed. */
  start: string;
  /** "debts", "decisions". */
  many: string;
  /** "the backlog", "the decisions". */
  back: string;
  /** "the file", "the files". */
  source: string;
  choose: string;
  /** Said of an import that is not there any more. */
  gone: { title: string; summary: string };
};
