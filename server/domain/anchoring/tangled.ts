// Far beyond what anybody writes, and far below where the parser's time, which grows with their square or cube, is felt.
const mostContainers = 100;
const mostIndent = 200;
const mostMarks = 1500;
// Each costs a tenth of a millisecond to draw, on the server as well, which serves nobody else meanwhile.
const mostParts = 25_000;

const nested = new RegExp(`^(?:[ \\t]*(?:>|[-+*]|\\d{1,9}[.)])){${mostContainers}}`);
const indented = new RegExp(`^[ \\t]{${mostIndent},}(?:>|[-+*]|\\d{1,9}[.)])`);
const beginsBlock = /^\s*(?:$|[-+*]\s|#{1,6}\s|\d{1,9}[.)]\s)/;
const isItem = /^\s*(?:[-+*]|\d{1,9}[.)])\s/;
const isTableRule = /^\s*\|?\s*:?-+:?\s*\|[\s|:-]*$/;

/** About how many elements a line becomes: a block or its part, cells, and what stands between marks. */
function partsIn(line: string): number {
  // Items cost more, as every one is looked at again for each that follows it.
  const own = line.trim() === '' ? 0 : isItem.test(line) ? 3 : 1;
  return own + (line.match(/\*+|_+|~+|`+|[[\]|<&@]|:\/\//g)?.length ?? 0);
}

function marksIn(line: string): number {
  return line.match(/\*+|_+|\[|\]/g)?.length ?? 0;
}

/**
 * Whether a text is nested or marked up so much, or has so many parts, that reading it as Markdown would hold a browser
 * or the server up for minutes: such a text is shown and searched as it stands. Takes time in proportion to its length.
 */
export function isTangled(markdown: string): boolean {
  let marks = 0;
  let parts = 0;
  let inTable = false;
  for (const line of markdown.split('\n')) {
    if (nested.test(line) || indented.test(line)) return true;
    inTable = line.trim() !== '' && (inTable || isTableRule.test(line));
    marks = inTable || beginsBlock.test(line) ? marksIn(line) : marks + marksIn(line);
    parts += partsIn(line);
    if (marks > mostMarks || parts > mostParts) return true;
  }
  return false;
}
