const directive = /%%\{[\s\S]*?\}%%/g;
const openDirective = /%%\{[\s\S]*$/;
const frontMatter = /^\s*---\s*\n[\s\S]*?\n\s*---\s*(?:\n|$)/;
// Not a node called click: "click --> b" draws an arrow.
const clickLine = /^[ \t]*click[ \t]+[\w.,]+[ \t]+[\w"].*$/gim;
const linkLine = /^[ \t]*links?[ \t]+\S+[ \t]*:.*$/gim;
const sequence = /^\s*sequenceDiagram\b/m;

export type MermaidSource = {
  /** What is handed to Mermaid. */
  text: string;
  /** A `title:` of the front matter, which is taken off with all the settings beside it. */
  title: string;
};

const tagLike = /<([a-z/!?][^<>]*)(>?)/gi;

/** Tags in labels are shown as they are written: only a line break means something. `<<stereotype>>` is no tag. */
function withoutTags(text: string): string {
  return text.replace(tagLike, (tag, inner: string, end: string, at: number) => {
    const isBreak = /^<br\s*\/?>$/i.test(tag);
    const isStereotype = /^<<[\w ]+>>/.test(text.slice(Math.max(0, at - 1), at + 60));
    return isBreak || isStereotype ? tag : `#lt;${inner}${end && '#gt;'}`;
  });
}

function titleOf(front: string): string {
  const line = /^\s*title:[ \t]*(.+?)[ \t]*$/m.exec(front)?.[1] ?? '';
  return line.replace(/^(["'])(.*)\1$/, '$2');
}

/**
 * Takes out of a diagram what is not drawing: settings (`%%{init}%%` and front matter), which would change colours, the
 * level of safety or the style of the page, and lines that make a part clickable. What is drawn is left as it is.
 */
export function drawableSource(source: string): MermaidSource {
  const front = frontMatter.exec(source)?.[0] ?? '';
  const rest = source.slice(front.length).replace(directive, '').replace(openDirective, '');
  const text = (sequence.test(rest) ? rest.replace(linkLine, '') : rest).replace(clickLine, '');
  return { text: withoutTags(text.trim()), title: titleOf(front) };
}
