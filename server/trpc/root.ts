import { accountRouter } from '@/server/modules/account/router';
import { auditRouter } from '@/server/modules/audit/router';
import { backlogRouter } from '@/server/modules/backlog/router';
import { changeRouter } from '@/server/modules/change/router';
import { debtRouter } from '@/server/modules/debt/router';
import { debtBulkRouter } from '@/server/modules/debt-bulk/router';
import { debtImportRouter } from '@/server/modules/debt-import/router';
import { decisionRouter } from '@/server/modules/decision/router';
import { decisionListRouter } from '@/server/modules/decision-list/router';
import { decisionReviewRouter } from '@/server/modules/decision-review/router';
import { decisionRevisionRouter } from '@/server/modules/decision-revision/router';
import { homeRouter } from '@/server/modules/home/router';
import { imageRouter } from '@/server/modules/image/router';
import { invitationRouter } from '@/server/modules/invitation/router';
import { memberRouter } from '@/server/modules/member/router';
import { registerRouter } from '@/server/modules/register/router';
import { registerImportRouter } from '@/server/modules/register-import/router';
import { savedViewRouter } from '@/server/modules/saved-view/router';
import { serviceRouter } from '@/server/modules/service/router';
import { sessionRouter } from '@/server/modules/session/router';
import { setupRouter } from '@/server/modules/setup/router';
import { teamRouter } from '@/server/modules/team/router';
import { threadRouter } from '@/server/modules/thread/router';
import { tokenRouter } from '@/server/modules/token/router';
import { workspaceRouter } from '@/server/modules/workspace/router';
import { router } from './init';

export const appRouter = router({
  account: accountRouter,
  audit: auditRouter,
  backlog: backlogRouter,
  change: changeRouter,
  debt: debtRouter,
  debtBulk: debtBulkRouter,
  debtImport: debtImportRouter,
  decision: decisionRouter,
  decisionList: decisionListRouter,
  decisionReview: decisionReviewRouter,
  decisionRevision: decisionRevisionRouter,
  home: homeRouter,
  image: imageRouter,
  invitation: invitationRouter,
  member: memberRouter,
  register: registerRouter,
  registerImport: registerImportRouter,
  savedView: savedViewRouter,
  service: serviceRouter,
  session: sessionRouter,
  setup: setupRouter,
  team: teamRouter,
  thread: threadRouter,
  token: tokenRouter,
  workspace: workspaceRouter,
});

export type AppRouter = typeof appRouter;
