import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';

type Client = Db | Tx;

const shown = { id: true, name: true, width: true, height: true } as const;

/** The image with this content, if the workspace has it. */
export async function findByHash(client: Client, scope: WorkspaceScope, contentHash: string) {
  return client.image.findUnique({
    where: { workspaceId_contentHash: { workspaceId: scope.workspaceId, contentHash } },
    select: shown,
  });
}

type NewImage = {
  id: string;
  name: string;
  mediaType: string;
  width: number;
  height: number;
  content: Uint8Array<ArrayBuffer>;
  contentHash: string;
  createdAt: Date;
};

/** False when somebody has just stored the same bytes. */
export async function insertImage(tx: Tx, scope: WorkspaceScope, image: NewImage): Promise<boolean> {
  const { workspaceId, memberId: createdById } = scope;
  const { count } = await tx.image.createMany({
    data: [{ ...image, workspaceId, createdById, byteLength: image.content.byteLength }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** What an answer about an image needs before its bytes. */
export async function findFacts(client: Client, scope: WorkspaceScope, id: string) {
  return client.image.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select: { mediaType: true, contentHash: true },
  });
}

export async function findContent(client: Client, scope: WorkspaceScope, id: string) {
  const image = await client.image.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select: { content: true },
  });
  return image?.content ?? null;
}
