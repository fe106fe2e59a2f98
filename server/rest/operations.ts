import { auditOperations } from '@/server/modules/audit/rest';
import { backlogOperations } from '@/server/modules/backlog/rest';
import { backlogExportOperations } from '@/server/modules/backlog-export/rest';
import { debtOperations } from '@/server/modules/debt/rest';
import { debtImportOperations } from '@/server/modules/debt-import/rest';
import { memberOperations } from '@/server/modules/member/rest';
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
  ...serviceOperations,
  ...teamOperations,
  ...memberOperations,
  ...threadOperations,
  ...tokenOperations,
  ...auditOperations,
];
