import type { z } from 'zod';
import type { WorkspaceScope } from '@/server/access/scope';
import { now } from '@/server/platform/clock';
import { sha256 } from '@/server/platform/crypto';
import { database } from '@/server/platform/db';
import { notFound } from '@/server/platform/errors';
import { isId, newId } from '@/server/platform/ids';
import { transact } from '@/server/platform/transact';
import type { imageContract } from './contract';
import { measureImage } from './render/image-size';
import * as repo from './repo';

type Uploaded = z.infer<typeof imageContract.upload.output>;

function nameOf(unverifiedName: string): string {
  const line = unverifiedName.replace(/[\u0000-\u001f\u007f-\u009f\\/]/g, '').trim();
  return line.toWellFormed().slice(0, 200) || 'image';
}

function present(scope: WorkspaceScope, image: Omit<Uploaded, 'url'>): Uploaded {
  return { ...image, url: `/w/${scope.slug}/images/${image.id}` };
}

/** Stores a picture; the same bytes again are the picture that is there. Errors: see `measureImage`. */
export async function uploadImage(
  scope: WorkspaceScope,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Uploaded> {
  const measured = measureImage(file.bytes);
  const contentHash = sha256(file.bytes);
  await transact(scope, 'image.upload', async (tx, record) => {
    if (await repo.findByHash(tx, scope, contentHash)) return;
    const id = newId();
    const image = { ...measured, id, name: nameOf(file.name), content: file.bytes, contentHash, createdAt: now() };
    if (await repo.insertImage(tx, scope, image)) record({ subjectType: 'image', subjectId: id });
  });
  const stored = await repo.findByHash(database(), scope, contentHash);
  if (!stored) throw new Error('an image that was just stored is there');
  return present(scope, stored);
}

export type ImageFile = { mediaType: string; etag: string; content: Uint8Array<ArrayBuffer> | null };

/** A picture for a browser that may have it; `content` is null when it does. Errors: `notFound`. */
export async function readImage(scope: WorkspaceScope, id: string, unverifiedKnown: string | null): Promise<ImageFile> {
  const facts = isId(id) ? await repo.findFacts(database(), scope, id) : null;
  if (!facts) throw notFound('This picture');
  const etag = `"${facts.contentHash}"`;
  const isKnown = unverifiedKnown?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) ?? false;
  const content = isKnown ? null : await repo.findContent(database(), scope, id);
  if (!isKnown && !content) throw notFound('This picture');
  return { mediaType: facts.mediaType, etag, content };
}
