import { z } from 'zod';
import { scopeForJob } from '@/server/access/scope';
import { id } from '@/server/domain/field/text';
import { AppError } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { log } from '@/server/platform/log';
import { registerImportOptions } from './contract';
import { forgetAbandonedImports, markFailed, performImport, registerImportQueue } from './service';

const payload = z.object({ workspaceId: id, memberId: id.nullable(), id, options: registerImportOptions });

/** Runs one import. Whatever ends it is told as its sentence; only a process that dies leaves it to be tried again. */
async function runImport(data: unknown): Promise<void> {
  const job = payload.parse(data);
  const gate = { workspaceId: job.workspaceId, permission: 'decision:import', requestId: newId() } as const;
  try {
    const scope = await scopeForJob({ ...gate, memberId: job.memberId });
    await performImport(scope, job.id, job.options);
  } catch (error) {
    const message =
      error instanceof AppError
        ? error.userMessage
        : 'The import broke on our side. Nothing was written; try it again.';
    // Whoever started it may have left since, so this is said in the workspace's own name.
    await markFailed(await scopeForJob({ ...gate, memberId: null }), job.id, message);
    if (!(error instanceof AppError)) log.error({ err: error, importId: job.id }, 'an import of decisions failed');
  }
}

export const registerImportJob = { queue: registerImportQueue, run: runImport };

export const forgetAbandonedRegisterImportsJob = {
  queue: 'register.forgetAbandonedImports',
  cron: '23 3 * * *',
  run: forgetAbandonedImports,
};
