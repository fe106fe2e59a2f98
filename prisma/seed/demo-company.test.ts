import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDemo, type DemoDebt, demoDebtKey } from '@/prisma/seed/demo-company';
import { daysBetween } from '@/server/domain/field/day';
import { hasEnoughCoverage } from '@/server/domain/scoring/cost';
import { missingNeeds, notDebtReasons, quadrants } from '@/server/domain/scoring/quadrant';
import { rankByScore } from '@/server/domain/scoring/ranking';
import { completeFactors, factors, scoreText, scoreThirds } from '@/server/domain/scoring/score';
import { needsExplicitDecision } from '@/server/domain/scoring/severity-floor';
import { isStale } from '@/server/domain/scoring/staleness';
import { acceptanceStatus, closures, debtStates, isClosed } from '@/server/domain/scoring/state';

const today = '2026-11-18';
const demo = buildDemo({ today, seed: 1 });
const backlog = demo.debts.filter((debt) => !isClosed(debt.state));
const anyDay = fc
  .integer({ min: 0, max: 9_000 })
  .map((days) => new Date(1_700_000_000_000 + days * 86_400_000).toISOString().slice(0, 10));

function debt(number: number): DemoDebt {
  const found = demo.debts.find((candidate) => candidate.number === number);
  if (!found) throw new Error(`No debt ${number}`);
  return found;
}

function lastScoredOn(item: DemoDebt): string | null {
  return item.scores.at(-1)?.scoredOn ?? null;
}

describe('the demo company', () => {
  test('has five teams, nine people in five roles, twelve services and sixty debts', () => {
    expect(demo.teams).toHaveLength(5);
    expect(demo.members.map((member) => member.role).toSorted()).toEqual(
      ['owner', 'admin', 'admin', 'editor', 'editor', 'editor', 'editor', 'commenter', 'viewer'].toSorted(),
    );
    expect(demo.services).toHaveLength(12);
    expect(demo.services.filter((service) => service.external).map((service) => service.key)).toEqual(['tax', 'psp']);
    expect(demo.debts.map((item) => item.number)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });

  test.each([
    [12, 'Unindexed query on the orders table', '20.0'],
    [7, 'No rate limiting on internal APIs', '13.3'],
    [3, 'Missing integration tests for payments', '10.0'],
    [15, 'Monolithic auth service', '8.0'],
    [22, 'Deprecated ORM version', '7.0'],
  ])('keeps the handbook’s example TD-%d, %s, at %s', (number, title, score) => {
    const complete = completeFactors(debt(number).factors);
    expect(debt(number).title).toBe(title);
    expect(complete && scoreText(scoreThirds(complete))).toBe(score);
  });

  test('has every state, every way to close, every quadrant and every reason not to be debt', () => {
    expect(new Set(demo.debts.map((item) => item.state))).toEqual(new Set(debtStates));
    expect(new Set(demo.debts.flatMap((item) => item.closedAs ?? []))).toEqual(new Set(closures));
    expect(new Set(demo.debts.flatMap((item) => item.quadrant ?? []))).toEqual(new Set(quadrants));
    expect(new Set(demo.debts.flatMap((item) => item.notDebtReason ?? []))).toEqual(new Set(notDebtReasons));
  });

  test('refers only to people, teams, services and debts that exist', () => {
    const members = new Set(demo.members.map((member) => member.key));
    const teams = new Set(demo.teams.map((team) => team.key));
    const services = new Set(demo.services.map((service) => service.key));
    for (const item of demo.debts) {
      const people = [
        item.createdByKey,
        ...item.scores.map((score) => score.byKey),
        ...(item.ownerKey ? [item.ownerKey] : []),
      ];
      expect(people.every((key) => members.has(key))).toBe(true);
      expect(teams.has(item.teamKey)).toBe(true);
      expect(item.serviceKeys.every((key) => services.has(key))).toBe(true);
      if (item.mergedIntoNumber !== null) expect(isClosed(debt(item.mergedIntoNumber).state)).toBe(false);
    }
    expect(demo.services.every((service) => teams.has(service.teamKey))).toBe(true);
  });

  test('lets only people who may edit own and score debts', () => {
    const readers = new Set(
      demo.members.filter((m) => m.role === 'viewer' || m.role === 'commenter').map((m) => m.key),
    );
    for (const item of demo.debts) {
      expect(item.ownerKey !== null && readers.has(item.ownerKey)).toBe(false);
      expect(item.scores.some((score) => readers.has(score.byKey))).toBe(false);
    }
  });

  test('has a unique title, a source key used once, and a reason for every score and every change of state', () => {
    expect(new Set(demo.debts.map((item) => item.title)).size).toBe(60);
    const sources = demo.debts.flatMap((item) => item.sourceRefs.map((ref) => `${ref.system} ${ref.key}`));
    expect(new Set(sources).size).toBe(sources.length);
    for (const item of demo.debts) {
      expect(item.scores.every((score) => score.reason.length > 0 && factors.safeParse(score.factors).success)).toBe(
        true,
      );
      if (item.state !== 'open') expect(item.stateReason).not.toBe('');
    }
  });

  test('shows what the product has to show: ties, stale scores, missing estimates and the severity floor', () => {
    const scored = backlog.flatMap((item) => {
      const complete = completeFactors(item.factors);
      return complete ? [{ id: demoDebtKey(item), scoreThirds: scoreThirds(complete) }] : [];
    });
    expect([...rankByScore(scored).values()].some((rank) => rank.tied)).toBe(true);
    expect(scored.length).toBe(backlog.length - 2);
    expect(backlog.filter((item) => isStale(lastScoredOn(item), today)).length).toBeGreaterThanOrEqual(8);
    const estimated = backlog.filter((item) => item.effortHalfDays !== null).length;
    const withInterest = backlog.filter((item) => item.interestHoursPerMonth !== null).length;
    expect(estimated).toBeLessThan(backlog.length);
    expect(hasEnoughCoverage({ estimated, all: backlog.length })).toBe(true);
    expect(hasEnoughCoverage({ estimated: withInterest, all: backlog.length })).toBe(true);
    const atFloor = backlog.filter((item) =>
      needsExplicitDecision({ ...item, factors: completeFactors(item.factors) }, today),
    );
    expect(atFloor.map(demoDebtKey)).toEqual(['TD-7', 'TD-31']);
    expect(backlog.filter((item) => item.ownerKey === null).length).toBeGreaterThanOrEqual(3);
  });

  test('has one acceptance that expired, one that ends soon, and one revisit that is overdue', () => {
    const statuses = backlog.map((item) => acceptanceStatus(item.acceptedUntil, today));
    expect(statuses.filter((status) => status === 'expired')).toHaveLength(1);
    expect(statuses.filter((status) => status === 'endsSoon')).toHaveLength(1);
    expect(backlog.filter((item) => item.revisitOn !== null && item.revisitOn < today)).toHaveLength(1);
  });

  test('has what its quadrant asks for where that was asked, and not everywhere', () => {
    const prudent = backlog.filter((item) => item.quadrant === 'deliberatePrudent');
    expect(prudent.every((item) => missingNeeds(item).length === 0)).toBe(true);
    expect(backlog.some((item) => missingNeeds(item).length > 0)).toBe(true);
  });

  test('keeps its words as the product does: no exclamation marks, a product sentence for all but what is not debt', () => {
    for (const item of demo.debts) {
      const words = [
        ...item.scores.map((score) => score.reason),
        item.title,
        item.description,
        item.productSentence,
        item.stateReason,
        item.repaymentPlan,
      ].join(' ');
      expect(words).not.toMatch(/!|[{}]|\bsuccessfully\b|\boops\b/i);
      expect(item.title).not.toMatch(/\.$/);
      expect(item.productSentence === '').toBe(item.notDebtReason !== null);
    }
  });

  test('is in order on any day: incurred, written down, scored, changed, never after today', () => {
    fc.assert(
      fc.property(anyDay, fc.integer(), (day, seed) => {
        for (const item of buildDemo({ today: day, seed }).debts) {
          const days = [item.incurredOn, item.createdOn, ...item.scores.map((score) => score.scoredOn)];
          expect(days.toSorted()).toEqual(days);
          expect(days.every((past) => daysBetween(past, day) >= 0)).toBe(true);
          expect(item.stateChangedOn >= item.createdOn && item.stateChangedOn <= day).toBe(true);
          if (isClosed(item.state)) expect((lastScoredOn(item) ?? '') <= item.stateChangedOn).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('stays stale, soon and overdue on any day', () => {
    const facts = (day: string) => {
      const { debts } = buildDemo({ today: day, seed: 1 });
      return debts.map((item) => [
        isStale(lastScoredOn(item), day),
        acceptanceStatus(item.acceptedUntil, day),
        item.revisitOn !== null && item.revisitOn < day,
      ]);
    };
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(facts(day)).toEqual(facts(today));
      }),
      { numRuns: 40 },
    );
  });

  test('is the same for the same day and seed', () => {
    expect(buildDemo({ today, seed: 1 })).toEqual(demo);
    expect(buildDemo({ today, seed: 2 })).not.toEqual(demo);
  });
});
