import { wordDiff } from '@/server/domain/merging/word-diff';

/** A text with what is new in it underlined; what was taken out is not there any more. */
export function SideText({ base, text }: { base: string; text: string }) {
  if (!text) return <span className="text-ink-3">empty</span>;
  let at = 0;
  return wordDiff(base, text).map((part) => {
    const key = at;
    at += part.text.length;
    if (part.kind === 'removed') return null;
    if (part.kind === 'same') return <span key={key}>{part.text}</span>;
    return (
      <ins key={key} className="font-medium underline decoration-ink decoration-1 underline-offset-4">
        {part.text}
      </ins>
    );
  });
}
