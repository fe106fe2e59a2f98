import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from './test-step';

describe('counting tests', () => {
  test('takes passed and failed tests from a Vitest report, and leaves skipped ones out', () => {
    const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 3, testResults: [] };
    expect(countVitest(report)).toEqual({ passed: 7, failed: 2 });
  });

  test('counts a file that could not be loaded as a failure, as it has no tests to fail', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 0,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{}] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 7, failed: 1 });
  });

  test('counts a journey that passed only at the second try, and an error outside of any, as failures', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{ message: 'no server' }] };
    expect(countPlaywright(report)).toEqual({ passed: 4, failed: 3 });
  });

  test('finds nothing in a report that was never written', () => {
    expect(countVitest(null)).toEqual({ passed: 0, failed: 0 });
    expect(countPlaywright(null)).toEqual({ passed: 0, failed: 0 });
  });
});
