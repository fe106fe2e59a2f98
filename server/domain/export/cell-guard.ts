// A spreadsheet may run a cell that starts with one of these. The importer takes the guard back by the same rule.
const trigger = /^'*[=+\-@\t\r]/;

/** Text that no spreadsheet will run: an apostrophe goes in front where the first sign would start a formula. */
export function guardCell(text: string): string {
  return trigger.test(text) ? `'${text}` : text;
}

/** Undoes `guardCell`: for every text, `unguardCell(guardCell(text))` is the text. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && trigger.test(text) ? text.slice(1) : text;
}
