import {
  createTemplate,
  deleteTemplate,
  listTemplates,
  updateTemplate,
} from '@/server/modules/decision-template/service';
import { router, workspaceProcedure } from '@/server/trpc/init';
import { registerContract as contract } from './contract';
import { createRegister, deleteRegister, getRegister, listRegisters, restoreRegister, updateRegister } from './service';

export const registerRouter = router({
  list: workspaceProcedure('decision:read')
    .input(contract.list.input)
    .output(contract.list.output)
    .query(({ ctx, input }) => listRegisters(ctx.scope, input.q)),
  get: workspaceProcedure('decision:read')
    .input(contract.get.input)
    .output(contract.get.output)
    .query(({ ctx, input }) => getRegister(ctx.scope, input.slug)),
  create: workspaceProcedure('register:write')
    .input(contract.create.input)
    .output(contract.create.output)
    .mutation(({ ctx, input }) => createRegister(ctx.scope, input)),
  update: workspaceProcedure('register:write')
    .input(contract.update.input)
    .output(contract.update.output)
    .mutation(({ ctx, input }) => updateRegister(ctx.scope, input)),
  delete: workspaceProcedure('register:write')
    .input(contract.delete.input)
    .output(contract.delete.output)
    .mutation(({ ctx, input }) => deleteRegister(ctx.scope, input)),
  restore: workspaceProcedure('register:write')
    .input(contract.restore.input)
    .output(contract.restore.output)
    .mutation(({ ctx, input }) => restoreRegister(ctx.scope, input.slug)),
  templates: workspaceProcedure('decision:read')
    .input(contract.templates.input)
    .output(contract.templates.output)
    .query(({ ctx }) => listTemplates(ctx.scope)),
  createTemplate: workspaceProcedure('register:write')
    .input(contract.createTemplate.input)
    .output(contract.createTemplate.output)
    .mutation(({ ctx, input }) => createTemplate(ctx.scope, input)),
  updateTemplate: workspaceProcedure('register:write')
    .input(contract.updateTemplate.input)
    .output(contract.updateTemplate.output)
    .mutation(({ ctx, input }) => updateTemplate(ctx.scope, input)),
  deleteTemplate: workspaceProcedure('register:write')
    .input(contract.deleteTemplate.input)
    .output(contract.deleteTemplate.output)
    .mutation(({ ctx, input }) => deleteTemplate(ctx.scope, input.key)),
});
