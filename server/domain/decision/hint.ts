import { type Section, sectionsOf } from '@/server/domain/difference/section';
import { hasGuidance, withoutCode, withoutComments, withoutGuidance, wordsIn } from './guidance';
import { countOptions, plainHeading } from './option-count';
import type { DecisionStatus } from './status';

export const hintCodes = [
  'templateText',
  'emptySection',
  'fewOptions',
  'noDownside',
  'noProductSentence',
  'noRevisit',
  'noReviewer',
] as const;
export type HintCode = (typeof hintCodes)[number];

/** Something a record lacks. `heading` is the section it is about, null for the record as a whole. */
export type DecisionHint = { code: HintCode; message: string; heading: string | null };

export type HintedDecision = {
  title: string;
  productSentence: string;
  /** Markdown. */
  body: string;
  revisitOn: string | null;
  revisitCondition: string;
  expiresOn?: string | null;
  /** How many people were asked or have answered. */
  reviewers: number;
  status: DecisionStatus;
  /** The key of the template the record began with; a technical spec decides nothing between options. */
  template: string;
};

const downsideHeading =
  /\b(?:negative|downsides?|drawbacks?|disadvantages?|risks?|cons|costs?|trade-?offs?|debt|limitations?)\b/;
const consequenceHeading = /\b(?:consequences?|implications?|impact|outcome|results?)\b/;
const relief =
  /\b(?:no|not|without|zero|less|fewer|lower|reduced?|reduces|avoids?|removes?|saves?|nothing)\s+(?:\w+\s+){0,2}?(?:risks?|costs?|downsides?|drawbacks?|overhead|complexity|effort|work|harder|slower|worse|problems?|limits?)\b/gi;
const downside =
  /\b(?:bad|but|however|although|unfortunately|harder|slower|worse|costs?|costly|expensive|risks?|risky|lose|loses|loss|downsides?|drawbacks?|negative|disadvantages?|complexity|complicated|complex|difficult|lock-in|locked|overhead|burden|accept(?:ing|s|ed)?\s+(?:that\s+)?(?!that\b)\w+|trade-?offs?|debt|limits?|limitations?|limited|limiting|no longer|cannot|can't|must|have to|has to|need to|needs to|more (?:work|effort|code|steps|moving parts|to)|extra|additional|another|maintain|maintenance|learn|depends?|dependency|dependent|fails?|failures?|breaks?|breaking|duplicat\w+|stale|delay(?:s|ed)?|latency|manual|manually|at the (?:price|expense)|give up|gives up|only)\b|[❌👎]/iu;

// An argument of MADR's template that nobody has given.
const unsaid = /^[ \t]*[-+*][ \t]+(?:good|bad|neutral),? because[ \t.]*$/gim;

function downsides(sections: readonly Section[]): boolean {
  const plain = sections.map((section) => ({
    heading: plainHeading(section.heading),
    level: section.level,
    text: withoutGuidance(withoutCode(section.text.slice(section.level === 0 ? 0 : section.text.indexOf('\n') + 1))),
  }));
  const says = (text: string) => downside.test(text.replace(relief, ' ').replace(unsaid, ''));
  const named = plain.filter(({ heading }) => downsideHeading.test(heading));
  if (named.some(({ text }) => wordsIn(text) > 0)) return true;
  let within = 0;
  const about = plain.filter(({ heading, level }) => {
    if (within > 0 && level > within) return true;
    within = consequenceHeading.test(heading) ? level : 0;
    return within > 0;
  });
  return (about.length + named.length > 0 ? about : plain).some(({ text }) => says(text));
}

function isEmpty(section: Section, next: Section | undefined): boolean {
  if (section.level === 0) return false;
  const lines = section.text.split('\n').slice(1);
  const text = withoutComments(lines.join('\n')).replace(/^[ \t]*(?:=+|-+)[ \t]*$/gm, '');
  return text.trim() === '' && !(next && next.level > section.level);
}

function sectionHints(sections: readonly Section[]): DecisionHint[] {
  const hints = new Map<string, DecisionHint>();
  let named: string | null = null;
  for (const [index, section] of sections.entries()) {
    if (wordsIn(section.heading) > 0) named = withoutGuidance(section.heading).trim();
    // A heading that is itself guidance is told under the one above it.
    const where = named === null ? '' : ` in “${named}”`;
    if (hasGuidance(withoutCode(section.text))) {
      const message = `Template text is left${where}: write over it or take it out.`;
      hints.set(`templateText ${named}`, { code: 'templateText', message, heading: named });
    } else if (isEmpty(section, sections[index + 1])) {
      const message = `“${named}” is empty: fill it or take it out.`;
      hints.set(`emptySection ${named} ${index}`, { code: 'emptySection', message, heading: named });
    }
  }
  return [...hints.values()];
}

function decisionHintsOf(sections: readonly Section[]): DecisionHint[] {
  const hints: DecisionHint[] = [];
  const options = countOptions(sections.map((section) => ({ ...section, text: withoutCode(section.text) })));
  if (options < 2) {
    const message =
      options === 0
        ? 'No options are named: a decision chooses between at least two, and doing nothing is one.'
        : 'Only one option is named: a decision chooses between at least two, and doing nothing is one.';
    hints.push({ code: 'fewOptions', message, heading: null });
  }
  if (!downsides(sections)) {
    const message = 'No negative consequence is named: say what becomes harder or what is accepted.';
    hints.push({ code: 'noDownside', message, heading: null });
  }
  return hints;
}

const closed: readonly DecisionStatus[] = ['rejected', 'deprecated', 'superseded'];

function factHints(record: HintedDecision): DecisionHint[] {
  const hints: DecisionHint[] = [];
  const add = (code: HintCode, message: string) => hints.push({ code, message, heading: null });
  if (wordsIn(record.productSentence) === 0) {
    add('noProductSentence', 'No product sentence: say in one what this means for a user or for the business.');
  }
  const comesBack = record.revisitOn || record.expiresOn || record.revisitCondition.trim() !== '';
  if (!comesBack && !closed.includes(record.status)) {
    add('noRevisit', 'No date or condition to revisit this: set when it is worth another look.');
  }
  if (record.reviewers === 0 && (record.status === 'accepted' || record.status === 'rejected')) {
    add('noReviewer', 'Decided without a reviewer: nobody else was asked about this text.');
  }
  return hints;
}

/**
 * What a record lacks, in the order in which a writer meets it. Hints never block anything; they are told from the words
 * of the text, so one can be wrong. Code, fenced or inline, is not looked into.
 */
export function decisionHints(record: HintedDecision): DecisionHint[] {
  const sections = sectionsOf(record.body);
  const titled: DecisionHint[] = hasGuidance(record.title)
    ? [{ code: 'templateText', message: 'Template text is left in the title.', heading: null }]
    : [];
  const chosen = record.template === 'technical-spec' ? [] : decisionHintsOf(sections);
  return [...titled, ...sectionHints(sections), ...chosen, ...factHints(record)];
}
