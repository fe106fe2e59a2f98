import type { WorkspaceScope } from '@/server/access/scope';
import { dayToDate } from '@/server/domain/field/day';
import { newId } from '@/server/platform/ids';
import type { ImportRun } from '../contract';
import { columnsOfHeld } from './held-row';
import type { PlanItem } from './plan-item';

/** The rows of one new record. The day of its status is the one that its file names, where it names one. */
export function rowsOfNew(
  scope: WorkspaceScope,
  item: PlanItem,
  place: { registerId: string; run: ImportRun; serviceIds: ReadonlyMap<string, string> },
) {
  const { id, outside, record, file, reading } = item;
  const { at, name } = place.run;
  const statusChangedAt = outside.date === null ? at : dayToDate(outside.date);
  const { title, productSentence, body } = outside;
  return {
    decision: {
      ...columnsOfHeld(outside),
      id,
      registerId: place.registerId,
      statusChangedAt,
      sourcePath: record.path,
      createdById: scope.memberId,
      createdAt: at,
      updatedAt: at,
    },
    source: sourceOf(item, at),
    revision: {
      decisionId: id,
      number: 1,
      title,
      productSentence,
      body,
      note: `Imported from ${name}`,
      authorId: scope.memberId,
      createdAt: at,
    },
    act: {
      id: newId(),
      decisionId: id,
      kind: 'transition' as const,
      fromStatus: null,
      toStatus: outside.status,
      revision: 1,
      reason: `Imported from ${record.path}`,
      // On the day that the file names it was somebody else who decided.
      memberId: outside.date === null ? scope.memberId : null,
      at: statusChangedAt,
    },
    services: reading.knownServices.flatMap((key) => {
      const serviceId = place.serviceIds.get(key);
      return serviceId === undefined || !outside.services.includes(key) ? [] : [{ decisionId: id, serviceId }];
    }),
    bytes: file.content.length,
  };
}

/** The file of a record with what was read from it. */
export function sourceOf({ id, file, record, reading }: PlanItem, at: Date) {
  return {
    decisionId: id,
    original: new Uint8Array(file.content),
    contentHash: record.hash,
    layout: record.layout,
    read: reading,
    importedAt: at,
  };
}
