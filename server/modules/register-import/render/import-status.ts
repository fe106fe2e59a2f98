import { z } from 'zod';
import type { DescribedPlan } from '@/server/modules/imported-decision/contract';
import type { ImportedRecords, RegisterImportPreview, RegisterImportStatus } from '../contract';
import type { StoredImport } from '../repo';

/** What is kept of an import that is done. */
export const importResult = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  kept: z.number(),
  unknown: z.number(),
});
export type ImportResult = z.infer<typeof importResult>;

const nothing: ImportResult = { created: 0, updated: 0, unchanged: 0, kept: 0, unknown: 0 };

/** The state of an import as anybody may see it, without its files. */
export function presentImport(stored: StoredImport): RegisterImportStatus {
  const { id, name, status, filesDone, filesTotal, error, createdAt, finishedAt } = stored;
  return {
    id,
    name,
    register: stored.register.slug,
    status,
    filesDone,
    filesTotal,
    ...(importResult.safeParse(stored.result).data ?? nothing),
    error,
    createdBy: stored.createdBy?.user.name ?? null,
    createdAt,
    finishedAt,
  };
}

function countBy<Key extends string>(keys: Iterable<Key>): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** A plan with what the page of its import shows around it. */
export function presentPreview(stored: StoredImport, plan: DescribedPlan): RegisterImportPreview {
  const { created, updated, unchanged, kept, files, records, skipped, findings } = plan;
  const layouts = countBy(records.map(({ layout }) => layout));
  const { error = 0, warning = 0, info = 0 } = countBy(findings.map(({ severity }) => severity));
  return {
    id: stored.id,
    name: stored.name,
    register: { slug: stored.register.slug, name: stored.register.name },
    byteLength: stored.byteLength,
    files,
    created,
    updated,
    unchanged,
    kept,
    statusCounts: countBy(records.map(({ status }) => status)),
    layouts: Object.entries(layouts)
      .map(([layout, count = 0]) => ({ layout, count }))
      .sort((a, b) => b.count - a.count),
    records,
    skipped,
    findings,
    findingCounts: { error, warning, info },
    ambiguousDates: plan.dateOrders
      .filter(({ evidence }) => evidence === 'ambiguous' || evidence === 'mixed')
      .map(({ folder, example, chosen }) => ({ folder, example, chosen })),
  };
}

/** A plan as the API answers it. */
export function presentRecords({ records, skipped, findings }: DescribedPlan): ImportedRecords {
  return {
    records: records.map((record) => ({
      path: record.path,
      action: record.action === 'keep' ? 'unchanged' : record.action,
      number: record.number,
      title: record.title,
      status: record.status,
      rawStatus: record.rawStatus,
      date: record.date,
      relations: record.relations.map(({ type, target }) => ({ type, target })),
      findings: record.findings,
    })),
    skipped,
    findings,
  };
}
