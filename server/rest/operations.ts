import { auditOperations } from '@/server/modules/audit/rest';
import { backlogOperations } from '@/server/modules/backlog/rest';
import { backlogExportOperations } from '@/server/modules/backlog-export/rest';
import { debtOperations } from '@/server/modules/debt/rest';
import { debtImportOperations } from '@/server/modules/debt-import/rest';
import { decisionOperations } from '@/server/modules/decision/rest';
import { decisionRevisionOperations } from '@/server/modules/decision-revision/rest';
import { decisionTransitionOperations } from '@/server/modules/decision-transition/rest';
import { memberOperations } from '@/server/modules/member/rest';
import { registerOperations } from '@/server/modules/register/rest';
import { registerExportOperations } from '@/server/modules/register-export/rest';
import { registerImportOperations } from '@/server/modules/register-import/rest';
import { serviceOperations } from '@/server/modules/service/rest';
import { teamOperations } from '@/server/modules/team/rest';
import { threadOperations } from '@/server/modules/thread/rest';
import { tokenOperations } from '@/server/modules/token/rest';
import type { Operation } from './operation';

/** Every operation of the API, in the order in which it is documented and matched: fixed paths before those with a key. */
export const operations: readonly Operation[] = [
  ...backlogOperations,
  ...backlogExportOperations,
  ...debtImportOperations,
  ...debtOperations,
  ...registerExportOperations,
  ...registerImportOperations,
  ...serviceOperations,
  ...teamOperations,
  ...memberOperations,
  ...registerOperations,
  ...decisionRevisionOperations,
  ...decisionTransitionOperations,
  ...decisionOperations,
  ...threadOperations,
  ...tokenOperations,
  ...auditOperations,
];
