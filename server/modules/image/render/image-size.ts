import { imageSize } from 'image-size';
import { AppError } from '@/server/platform/errors';
import { imageLimitBytes, type imageTypes } from '../contract';

export type MediaType = (typeof imageTypes)[number];
export type Measured = { mediaType: MediaType; width: number; height: number };

// A picture of 5 MB can unpack to gigabytes in the reader's browser.
const mostPixels = 50_000_000;

const startsWith = (bytes: Uint8Array, text: string, from = 0) =>
  [...text].every((character, index) => bytes[from + index] === character.charCodeAt(0));

function typeOf(bytes: Uint8Array): { mediaType: MediaType; name: string } | null {
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return { mediaType: 'image/png', name: 'png' };
  if (startsWith(bytes, '\xff\xd8\xff')) return { mediaType: 'image/jpeg', name: 'jpg' };
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return { mediaType: 'image/gif', name: 'gif' };
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return { mediaType: 'image/webp', name: 'webp' };
  return null;
}

function isSvg(bytes: Uint8Array): boolean {
  return /<svg[\s>]/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)));
}

function refused(code: 'unsupportedMediaType' | 'tooLarge' | 'invalid', message: string): AppError {
  return new AppError(code, { userMessage: message, fields: [{ path: 'file', message }] });
}

function sizeOf(bytes: Uint8Array, name: string): { width: number; height: number } {
  try {
    const { type, width, height } = imageSize(bytes);
    if (type === name && width > 0 && height > 0) return { width, height };
  } catch {
    // Said below in the same words as a picture without a size.
  }
  throw refused(
    'invalid',
    `This begins like a ${name.toUpperCase()} file but cannot be read as one: it may be cut off.`,
  );
}

/**
 * The type and size of a picture, read from its bytes; its name and what the browser calls it count for nothing.
 * Errors: `unsupportedMediaType` for anything but PNG, JPEG, GIF and WebP, `tooLarge`, `invalid` for a broken one.
 */
export function measureImage(bytes: Uint8Array): Measured {
  if (bytes.byteLength === 0) throw refused('invalid', 'This file is empty.');
  if (bytes.byteLength > imageLimitBytes) {
    const megabytes = (bytes.byteLength / (1024 * 1024)).toFixed(1);
    throw refused(
      'tooLarge',
      `This picture has ${megabytes} MB; at most 5 MB can be stored. Make it smaller or crop it.`,
    );
  }
  const type = typeOf(bytes);
  if (!type) {
    throw refused(
      'unsupportedMediaType',
      isSvg(bytes)
        ? 'SVG files can run script, so they are not stored. Save the picture as PNG.'
        : 'Only PNG, JPEG, GIF and WebP pictures can be stored.',
    );
  }
  const { width, height } = sizeOf(bytes, type.name);
  if (width * height > mostPixels) {
    throw refused('tooLarge', `This picture is ${width} × ${height}; at most 50 million pixels can be shown.`);
  }
  return { mediaType: type.mediaType, width, height };
}
