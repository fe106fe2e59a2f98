const divides = new Set([',', ';', '|', '\n']);
const escapable = new Set([...divides, '\\', '[']);

/** Several values in one cell of our own exports, such as `slow; a\; b`: what would divide a value stands after a backslash. */
export function joinList(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\,;|]/g, '\\$&').replace(/^\[/, '\\[')).join('; ');
}

/** The values of such a cell, also where a person has divided them with commas, bars or line ends. */
export function splitJoined(cell: string): string[] {
  const values: string[] = [];
  let value = '';
  for (let at = 0; at < cell.length; at += 1) {
    const character = cell[at] ?? '';
    const next = cell[at + 1];
    if (character === '\\' && next !== undefined && escapable.has(next)) {
      value += next;
      at += 1;
    } else if (divides.has(character)) {
      values.push(value);
      value = '';
    } else value += character;
  }
  return [...values, value].map((one) => one.trim()).filter((one) => one !== '');
}
