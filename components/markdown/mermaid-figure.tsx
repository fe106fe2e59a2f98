'use client';

import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';

function onThemeChange(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', onChange);
  };
}

function currentTheme(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--bg') && document.documentElement.dataset.theme
    ? String(document.documentElement.dataset.theme)
    : String(window.matchMedia('(prefers-color-scheme: dark)').matches);
}

/** Mermaid says where it stumbled over several lines; the first names the line. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  return text.split('\n')[0]?.replace(/[:.\s]+$/, '') ?? '';
}

type State = { kind: 'waiting' } | { kind: 'drawn'; title: string } | { kind: 'failed'; reason: string };

/** A Mermaid fence: drawn in the browser, its text one press away, and the text alone where it cannot be drawn. */
export function MermaidFigure({ source }: { source: string }) {
  const host = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<State>({ kind: 'waiting' });
  const theme = useSyncExternalStore(onThemeChange, currentTheme, () => '');
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours, and is drawn again
  useEffect(() => {
    let isGone = false;
    const draw = async () => {
      const { drawMermaid } = await import('./mermaid-draw');
      const { svg, title } = await drawMermaid(source);
      if (isGone || !host.current) return;
      // A shadow root keeps the drawing's style sheet from the page, and the page's from the drawing.
      const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
      svg.setAttribute('aria-hidden', 'true');
      root.replaceChildren(svg);
      setState({ kind: 'drawn', title });
    };
    const timer = setTimeout(() => {
      draw().catch((error: unknown) => {
        if (!isGone) setState({ kind: 'failed', reason: reasonOf(error) });
      });
    }, 0);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [source, theme]);
  const isFailed = state.kind === 'failed';
  return (
    <figure data-no-passage className="my-4 font-sans text-body" aria-labelledby={`${id}-caption`}>
      <div
        ref={host}
        role="img"
        aria-labelledby={`${id}-caption`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        hidden={isFailed}
        className="flex min-h-16 justify-center-safe overflow-x-auto rounded-well border border-line bg-bg p-3 contain-paint"
      />
      <figcaption id={`${id}-caption`} className={isFailed ? 'text-warn' : 'sr-only'}>
        {isFailed
          ? `This diagram cannot be drawn${state.reason ? `: ${state.reason}` : ''}. Its source is below.`
          : `Diagram${state.kind === 'drawn' && state.title ? `: ${state.title}` : ''}. Its source follows.`}
      </figcaption>
      <details open={isFailed || undefined} className="mt-1">
        <summary className="w-fit text-label text-ink-3 hover:text-ink">Source</summary>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and a section would be a landmark */}
        <div
          role="group"
          aria-label="Source of the diagram"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="mt-1 overflow-x-auto rounded-well bg-sunken px-4 py-3"
        >
          <pre>
            <code>{source}</code>
          </pre>
        </div>
      </details>
    </figure>
  );
}
