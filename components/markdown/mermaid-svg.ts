const elements = new Set(
  (
    'svg g defs symbol use marker path rect circle ellipse line polyline polygon text tspan textPath title desc style ' +
    'clipPath mask pattern linearGradient radialGradient stop filter feDropShadow feGaussianBlur feOffset feFlood ' +
    'feComposite feMerge feMergeNode feColorMatrix'
  ).split(' '),
);

const references = new Set(['href', 'xlink:href']);

/** Whether an element of a drawing may stay: shapes and text, nothing that runs, loads, links or holds HTML. */
export function isDrawingElement(name: string): boolean {
  return elements.has(name);
}

/** Whether a style or presentation value points at nothing outside the drawing. */
export function isInnerStyle(value: string): boolean {
  // CSS knows escapes and comments, with which a function's name can be written so that no pattern finds it.
  if (/\\|\/\*|@import|expression\(|image-set\(|src\(/i.test(value)) return false;
  return [...value.matchAll(/url\(\s*(['"]?)([^'")]*)/gi)].every((match) => match[2]?.trim().startsWith('#'));
}

/** Whether an attribute of a drawing may stay. `name` is as in the file, with its prefix. */
export function isDrawingAttribute(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (lower.startsWith('on') || lower === 'src' || lower === 'ping' || lower === 'target') return false;
  if (references.has(lower)) return value.trim().startsWith('#');
  return isInnerStyle(value);
}

/** Rules of a style sheet that point at something outside are dropped as a whole: the sheet is Mermaid's, not needed. */
export function innerStyleSheet(css: string): string {
  return css
    .split('}')
    .filter((rule) => isInnerStyle(rule))
    .join('}');
}
