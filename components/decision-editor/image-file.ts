import { imageLimitBytes, imageTypes } from '@/server/modules/image/contract';

/** Files of a paste or a drop; a screenshot comes as one without a path. */
export function imagesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])];
}

/** Why a file is not sent, as a sentence, or null. The server looks at the bytes themselves. */
export function imageRefusal(file: { name: string; type: string; size: number }): string | null {
  const name = `“${file.name || 'the picture'}”`;
  if (file.type === 'image/svg+xml') return `${name} is an SVG, which can run script. A PNG of it can be added.`;
  if (!imageTypes.some((type) => type === file.type)) return `${name} is not a PNG, JPEG, GIF or WebP picture.`;
  if (file.size > imageLimitBytes) {
    return `${name} has ${(file.size / 1024 / 1024).toFixed(1)} MB; a picture may have ${imageLimitBytes / 1024 / 1024} MB.`;
  }
  return null;
}

/** The Markdown of a picture: its name as the text for those who do not see it, until somebody writes a better one. */
export function imageMarkdown(name: string, url: string): string {
  const text = name
    .replace(/\.[a-z0-9]+$/i, '')
    .replace(/[-_]+/g, ' ')
    .replace(/[[\]\\]/g, '')
    .trim();
  return `![${text || 'picture'}](${url})`;
}

/**
 * A picture between what stands before and behind it on its line. Within a sentence or a list item it stays on the line; at
 * either end of one it becomes a paragraph, because a heading or a fence beside it would be none any more.
 */
export function pictureBeside(markdown: string, before: string, behind: string): string {
  const isItem = /^\s*(?:[-*+]|\d+[.)])\s/.test(before);
  if (before.trim() === '' && behind.trim() !== '') return `${markdown}\n\n`;
  return before.trim() !== '' && behind.trim() === '' && !isItem ? `\n\n${markdown}` : markdown;
}
