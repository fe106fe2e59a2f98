import { drawableSource } from './mermaid-source';
import { innerStyleSheet, isDrawingAttribute, isDrawingElement } from './mermaid-svg';

const svgNamespace = 'http://www.w3.org/2000/svg';
const longestSource = 20_000;
const colourNames = [
  'bg',
  'surface',
  'sunken',
  'line-strong',
  'ink',
  'ink-2',
  'ink-3',
  'neutral-soft',
  'warn-soft',
] as const;
type Colours = Record<(typeof colourNames)[number], string>;

/** The colours as they are now: Mermaid computes with them and cannot read variables or `light-dark()`. */
function currentColours(): Colours {
  const probe = document.createElement('span');
  document.body.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const entries = colourNames.map((name) => [name, read(name)] as const);
  probe.remove();
  return Object.fromEntries(entries) as Colours;
}

function themeOf(colours: Colours) {
  return {
    fontFamily: 'var(--font-sans)',
    fontSize: '13px',
    background: colours.bg,
    mainBkg: colours.surface,
    primaryColor: colours.surface,
    primaryTextColor: colours.ink,
    primaryBorderColor: colours['ink-2'],
    secondaryColor: colours['neutral-soft'],
    secondaryTextColor: colours.ink,
    secondaryBorderColor: colours['line-strong'],
    tertiaryColor: colours.sunken,
    tertiaryTextColor: colours.ink,
    tertiaryBorderColor: colours['line-strong'],
    lineColor: colours['ink-2'],
    textColor: colours.ink,
    titleColor: colours.ink,
    noteBkgColor: colours['warn-soft'],
    noteTextColor: colours.ink,
    noteBorderColor: colours['line-strong'],
    edgeLabelBackground: colours.bg,
    clusterBkg: colours.sunken,
    clusterBorder: colours['line-strong'],
  };
}

async function load() {
  const { default: mermaid } = await import('mermaid');
  return mermaid;
}

function settings(colours: Colours) {
  return {
    startOnLoad: false,
    securityLevel: 'strict' as const,
    suppressErrorRendering: true,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    maxTextSize: longestSource,
    maxEdges: 400,
    theme: 'base' as const,
    themeVariables: themeOf(colours),
    // No setting may come from the text: whoever writes a diagram does not decide how safe or how loud it is.
    secure: [
      'secure',
      'securityLevel',
      'startOnLoad',
      'maxTextSize',
      'maxEdges',
      'suppressErrorRendering',
      'htmlLabels',
      'flowchart',
      'theme',
      'themeCSS',
      'themeVariables',
      'fontFamily',
      'altFontFamily',
      'dompurifyConfig',
    ],
  };
}

/** Copies what may stay of a drawing into this document; everything else is left behind, with what is in it. */
function cleanCopy(from: Element): SVGElement | null {
  // A part that links keeps its shapes and loses the link.
  const name = from.localName === 'a' ? 'g' : from.localName;
  if (from.namespaceURI !== svgNamespace || !isDrawingElement(name)) return null;
  const copy = document.createElementNS(svgNamespace, name);
  for (const { name: attribute, value, namespaceURI } of from.attributes) {
    if (attribute.startsWith('xmlns') || (from.localName === 'a' && /href/i.test(attribute))) continue;
    if (isDrawingAttribute(attribute, value)) copy.setAttributeNS(namespaceURI, attribute, value);
  }
  if (name === 'style') {
    copy.textContent = innerStyleSheet(from.textContent);
    return copy;
  }
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.textContent ?? '');
    const element = child instanceof Element ? cleanCopy(child) : null;
    if (element) copy.append(element);
  }
  return copy;
}

export type Drawing = { svg: SVGElement; title: string };

let drawn = 0;
let before: Promise<unknown> = Promise.resolve();

async function drawNext(source: string): Promise<Drawing> {
  if (source.length > longestSource) throw new Error(`it is longer than ${longestSource} characters`);
  const { text, title } = drawableSource(source);
  const mermaid = await load();
  mermaid.initialize(settings(currentColours()));
  drawn += 1;
  const { svg } = await mermaid.render(`drawing-${drawn}`, text);
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const copy = cleanCopy(parsed.documentElement);
  if (!copy) throw new Error('what came out is no drawing');
  return { svg: copy, title: copy.querySelector('title')?.textContent || title };
}

/** Draws a Mermaid text with the colours of the page, one at a time: its settings are one for the whole window. */
export function drawMermaid(source: string): Promise<Drawing> {
  const next = before.then(
    () => drawNext(source),
    () => drawNext(source),
  );
  before = next;
  return next;
}
