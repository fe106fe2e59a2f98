import bash from 'highlight.js/lib/languages/bash';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import graphql from 'highlight.js/lib/languages/graphql';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';

// The languages decisions quote. The whole set of the library would triple what every page with Markdown loads.
const lowlight = createLowlight({
  bash,
  csharp,
  css,
  diff,
  dockerfile,
  go,
  graphql,
  ini,
  java,
  javascript,
  json,
  kotlin,
  python,
  ruby,
  rust,
  sql,
  typescript,
  xml,
  yaml,
});

// Colouring is done while the page is drawn; a fence longer than this is a listing nobody reads for its colours.
const longestCode = 40_000;

/** The code as coloured nodes, or null where the language is unknown or the code too long: it then stays plain. */
export function highlighted(code: string, language: string) {
  if (code.length > longestCode || !lowlight.registered(language)) return null;
  return lowlight.highlight(language, code).children;
}

/** The names of the languages, as they are written behind the signs that open a fence. */
export const codeLanguages: readonly string[] = [...lowlight.listLanguages(), 'mermaid'].toSorted();
