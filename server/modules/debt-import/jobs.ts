import { z } from 'zod';
import { scopeForJob } from '@/server/access/scope';
import { id } from '@/server/domain/field/text';
import { dayMs, fromNow } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { AppError } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { importOptions } from './contract';
import { deleteAbandoned } from './repo';
import { importQueue, markFailed, performImport } from './service';

const payload = z.object({ workspaceId: id, memberId: id.nullable(), id, options: importOptions });

/** Runs one import. A refusal ends it with its sentence; anything else is tried again by the queue. */
async function runImport(data: unknown): Promise<void> {
  const job = payload.parse(data);
  const scope = await scopeForJob({ ...job, permission: 'debt:import', requestId: newId() });
  try {
    await performImport(scope, job.id, job.options);
  } catch (error) {
    const message = error instanceof AppError ? error.userMessage : 'The import broke on our side. Nothing was written; try it again.';
    await markFailed(scope, job.id, message);
    if (!(error instanceof AppError)) throw error;
  }
}

export const importJob = { queue: importQueue, run: runImport };

/** Forgets files that were uploaded a week ago and never imported. */
export const forgetAbandonedImports = () => deleteAbandoned(database(), fromNow(-7 * dayMs));
