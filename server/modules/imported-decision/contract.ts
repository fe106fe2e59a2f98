import type { FolderDateOrder, OtherFile, RecordFile } from '@/server/domain/decision-record/record';
import type { DayOrder } from '@/server/domain/importing/parse-date';
import type { PlannedRecord, RecordFinding } from '@/server/modules/register-import/contract';

/** Files as they came, and how their dates are to be read. */
export type ComingFiles = {
  files: readonly RecordFile[];
  skipped: readonly { path: string; reason: string }[];
  findings: readonly RecordFinding[];
  dateOrders: Readonly<Record<string, DayOrder>>;
};

export type PlanCounts = { created: number; updated: number; unchanged: number; kept: number };

/** What an import would do, as it is shown. */
export type DescribedPlan = PlanCounts & {
  files: number;
  records: PlannedRecord[];
  skipped: { path: string; reason: string }[];
  findings: RecordFinding[];
  dateOrders: FolderDateOrder[];
  others: OtherFile[];
};

/** Which import writes: kept with what it makes. */
export type ImportRun = { name: string; at: Date };
