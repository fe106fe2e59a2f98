import type { WorkspaceScope } from '@/server/access/scope';
import { log } from '@/server/platform/log';

/** Fills a new workspace with the demo company. */
export async function seedDemo(scope: WorkspaceScope): Promise<void> {
  log.info({ workspaceId: scope.workspaceId }, 'the demo has no content yet');
}
