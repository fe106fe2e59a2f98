// Words that say nothing about what a title is about, and would make everything look alike.
const common = new Set(
  (
    'about after again all also and any are before but can cannot does for from has have how into its more most nor not now off ' +
    'once one only onto other our out over own same should since some such than that the their them then there these they this those ' +
    'too two under until was were what when where which while who whose why will with without you your'
  ).split(' '),
);

const shortestWord = 3;
const shortestStem = 3;
const endings = ['ies', 'ied', 'ing', 'ed', 'es', 's', 'y', 'e'];

function stemOf(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestStem);
  return ending ? word.slice(0, -ending.length) : word;
}

/**
 * The beginnings of the words a title is about, in small letters, each once: "Stock lookups are retried" gives stock,
 * lookup, retr. Two titles that share one are worth a look. Made for English; words of other languages stay whole enough
 * to match themselves.
 */
export function stemsOf(title: string): string[] {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => word.length >= shortestWord && !common.has(word));
  return [...new Set(telling.map(stemOf))];
}

/** Whether a word of a title begins with one of the stems. */
export function hasStem(word: string, stems: readonly string[]): boolean {
  const small = word.toLowerCase();
  return !common.has(small) && stems.some((stem) => small.startsWith(stem));
}
