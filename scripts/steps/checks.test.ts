import {describe, expect, it} from 'vitest';
import {countPlaywright, countVitest, total} from './checks.mjs';

describe('counting what the test runners found', () => {
  it('counts a test file that could not even be read as one failure', () => {
    const broken = {status: 'failed', assertionResults: []};
    const fine = {status: 'passed', assertionResults: [{status: 'passed'}, {status: 'passed'}]};
    const report = {numPassedTests: 2, numFailedTests: 0, testResults: [broken, fine]};
    expect(countVitest(report)).toMatchObject({passed: 2, failed: 1});
  });

  it('counts what went wrong outside of the browser tests', () => {
    const report = {
      stats: {expected: 3, unexpected: 1, flaky: 0, skipped: 2},
      errors: [{message: 'the server did not start'}],
    };
    expect(countPlaywright(report)).toMatchObject({passed: 3, failed: 2});
  });

  it('counts nothing where there is no report', () => {
    expect(total([countVitest({}), countPlaywright({}), {passed: 1, failed: 0}])).toEqual({
      passed: 1,
      failed: 0,
      failures: [],
    });
  });
});
