import type { WorkspaceScope } from '@/server/access/scope';
import { viewSentence } from '@/server/domain/backlog/view-sentence';
import { type ExportRow, rowFactors } from '@/server/domain/export/export-document';
import type { Rank } from '@/server/domain/scoring/ranking';
import { scoreThirds } from '@/server/domain/scoring/score';
import { isClosed } from '@/server/domain/scoring/state';
import type { ExportFormat, Filters, RankedRow } from '@/server/modules/backlog/contract';
import { countAndRank, findRule, listBacklog } from '@/server/modules/backlog/service';
import { now, today } from '@/server/platform/clock';
import { isId } from '@/server/platform/ids';
import { type ExportSource, exportStream, mediaTypes } from './render/export-file';
import { presentExportRow } from './render/export-row';
import * as repo from './repo';

const pageSize = 200;
const scoringModel = { name: 'handbook', version: 1 };

type ExportView = { filters: Filters; sort: string };

/** Walks a whole view page by page with everything an export prints; one page at a time is in memory. */
async function* exportPages(scope: WorkspaceScope, view: ExportView): AsyncGenerator<ExportRow[]> {
  let cursor: string | null = null;
  do {
    const page: { data: RankedRow[]; nextCursor: string | null } = await listBacklog(scope, {
      workspace: scope.slug,
      ...view,
      cursor,
      limit: pageSize,
    });
    const texts = await repo.findExportTexts(
      scope,
      page.data.map((row) => row.id),
    );
    const textById = new Map(texts.map((text) => [text.id, text]));
    yield page.data.map((row) => presentExportRow(row, textById.get(row.id)));
    cursor = page.nextCursor;
  } while (cursor);
}

async function sentenceOf(scope: WorkspaceScope, { filters, sort }: ExportView): Promise<string> {
  const memberIds = (filters.owner ?? []).filter(isId);
  return viewSentence(filters, sort, await repo.findSpokenNames(scope, filters.team ?? [], memberIds));
}

// Closed debts have no rank: what is ranked is what is still to be decided about.
function rankIn(rankOf: (thirds: number) => { rank: number | null; tied: boolean }, row: ExportRow): Rank | undefined {
  const factors = rowFactors(row);
  if (!factors || isClosed(row.state)) return undefined;
  const { rank, tied } = rankOf(scoreThirds(factors));
  return rank === null ? undefined : { rank, tied };
}

/**
 * The debts of a view as a file in its order: its name, media type and bytes as they are read. The screen and the API
 * offer the same. 50,000 debts are written without more than a page of full rows in memory.
 */
export async function exportBacklog(scope: WorkspaceScope, { format, ...view }: ExportView & { format: ExportFormat }) {
  const [rule, counted, filterSentence] = await Promise.all([
    findRule(scope),
    countAndRank(scope, view.filters),
    sentenceOf(scope, view),
  ]);
  const source: ExportSource = {
    head: {
      workspaceName: rule.name,
      generatedAt: now().toISOString(),
      filterSentence,
      model: scoringModel,
      floor: { impact: rule.floorImpact, likelihood: rule.floorLikelihood },
    },
    count: counted.total,
    rankOf: (row) => rankIn(counted.rankOf, row),
    pages: () => exportPages(scope, view),
    plansOf: async (keys) => {
      const numbers = keys.map((key) => Number(key.split('-')[1]));
      const plans = await repo.findPlans(scope, numbers);
      return new Map(plans.map((plan) => [`${scope.debtPrefix}-${plan.number}`, plan.repaymentPlan]));
    },
  };
  return {
    fileName: `${scope.slug}-backlog-${today()}.${format}`,
    mediaType: mediaTypes[format],
    body: exportStream(format, source),
  };
}
