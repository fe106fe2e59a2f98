import { drawableSource } from './mermaid-source';
import { innerStyleSheet, isDrawingAttribute, isDrawingElement } from './mermaid-svg';
import { themeVariables } from './mermaid-theme';

const svgNamespace = 'http://www.w3.org/2000/svg';
const longestSource = 20_000;
const leastScale = 0.8;
async function load() {
  const { default: mermaid } = await import('mermaid');
  return mermaid;
}

function settings() {
  return {
    startOnLoad: false,
    securityLevel: 'strict' as const,
    suppressErrorRendering: true,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    gantt: { useWidth: 720 },
    journey: { textPlacement: 'tspan' },
    timeline: { textPlacement: 'tspan' },
    maxTextSize: longestSource,
    maxEdges: 400,
    look: 'classic' as const,
    theme: 'base' as const,
    themeVariables: themeVariables(),
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

/** As wide as there is room, but not so small that its text cannot be read: it scrolls before that. */
function keepLegible(svg: SVGElement, drawn: Element): void {
  const width = Number(drawn.getAttribute('viewBox')?.split(/[\s,]+/)[2]);
  if (!(width > 0)) return;
  svg.style.maxWidth = `${width}px`;
  svg.style.minWidth = `${Math.round(width * leastScale)}px`;
}

/** Names of states are set from the left when they are drawn as text; they stand in the middle of their box otherwise. */
function centreStates(svg: SVGElement): void {
  for (const label of svg.querySelectorAll('.statediagram-state > .label')) {
    const left = /translate\(\s*(-?[\d.]+)/.exec(label.getAttribute('transform') ?? '')?.[1];
    const text = label.querySelector('text');
    if (!left || !text) continue;
    text.setAttribute('transform', `translate(${-Number(left)}, 0)`);
    text.setAttribute('text-anchor', 'middle');
  }
}

export type Drawing = { svg: SVGElement; title: string };

let drawn = 0;
let before: Promise<unknown> = Promise.resolve();

async function drawNext(source: string): Promise<Drawing> {
  if (source.length > longestSource) throw new Error(`it is longer than ${longestSource} characters`);
  const { text, title } = drawableSource(source);
  const mermaid = await load();
  mermaid.initialize(settings());
  drawn += 1;
  const { svg } = await mermaid.render(`drawing-${drawn}`, text);
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const copy = cleanCopy(parsed.documentElement);
  if (!copy) throw new Error('what came out is no drawing');
  keepLegible(copy, parsed.documentElement);
  centreStates(copy);
  return { svg: copy, title: title || copy.querySelector(':scope > title')?.textContent || '' };
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
