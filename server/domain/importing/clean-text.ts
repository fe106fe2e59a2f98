const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g;
// A title is one line, so its breaks go too.
const CONTROL_OR_BREAK = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const GUARDED = /^'(?='*[=+\-@\t\r])/;
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Takes back the apostrophe that an export puts before a cell a spreadsheet would run. The exporter guards every cell
 * matching `^'*[=+\-@\t\r]`, so that a cell which begins with an apostrophe of its own survives the round trip.
 */
export function removeGuard(text: string): string {
  return text.replace(GUARDED, '');
}

/** True where a spreadsheet would run the text as a formula. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}

/** Text of one line: breaks and control characters become a space, invalid surrogates the replacement character. */
export function cleanLine(text: string): { text: string; changed: boolean } {
  const trimmed = text.trim();
  const clean = wellFormed(trimmed).replace(CONTROL_OR_BREAK, ' ').replace(CONTROL, '').trim();
  return { text: clean, changed: clean !== trimmed };
}

/** Text of several lines: line ends become LF, control characters other than tab and LF go. */
export function cleanBlock(text: string): { text: string; changed: boolean } {
  const lines = text.replace(/\r\n?/g, '\n');
  const clean = wellFormed(lines).replace(CONTROL, '');
  return { text: clean.trim(), changed: clean !== lines };
}

// Postgres refuses lone surrogates in text, and they do appear where a tracker cut a description between two.
function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed();
}

/** Quotes a value inside a message: one line, at most 60 characters. */
export function quoted(value: string): string {
  const line = value.replace(CONTROL_OR_BREAK, ' ').replace(CONTROL, '');
  const characters = [...line.slice(0, 130)];
  return characters.length > 60 ? `“${characters.slice(0, 59).join('')}…”` : `“${characters.join('')}”`;
}

/** Cell that holds a list: JSON array, or values split at comma, semicolon, bar or line end. */
export function splitList(text: string): string[] {
  const trimmed = text.trim();
  if (trimmed.startsWith('[') && trimmed.endsWith(']')) {
    const values =
      parseJsonList(trimmed) ??
      trimmed
        .slice(1, -1)
        .split(',')
        .map((value) => value.replace(/^\s*["']|["']\s*$/g, ''));
    return values.map((value) => value.trim()).filter((value) => value !== '');
  }
  return trimmed
    .split(/[,;|\n]+/)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

function parseJsonList(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value)
      ? value.filter((item) => typeof item === 'string' || typeof item === 'number').map(String)
      : null;
  } catch {
    return null;
  }
}
