import {describe, expect, it} from 'vitest';
import {failuresOfPlaywright, failuresOfVitest, flakyOfPlaywright, summary} from './failures.mjs';

describe('what failed, said again at the end', () => {
  it('names a test with its file and message', () => {
    const test = {status: 'failed', ancestorTitles: ['a person'], title: 'is found', failureMessages: ['expected 1']};
    const fine = {...test, status: 'passed', failureMessages: []};
    const report = {testResults: [{name: 'find.test.ts', status: 'failed', assertionResults: [fine, test]}]};
    expect(failuresOfVitest(report)).toEqual(['find.test.ts › a person › is found\n    expected 1']);
  });

  it('names a file that could not be read', () => {
    const report = {
      testResults: [{name: 'a.test.ts', status: 'failed', message: 'Unexpected }', assertionResults: []}],
    };
    expect(failuresOfVitest(report)).toEqual(['a.test.ts\n    Unexpected }']);
  });

  it('names a browser test wherever it stands, with its project, and what went wrong outside of the tests', () => {
    const result = {error: {message: '\u001b[31mTimed out\u001b[39m'}};
    const tests = [
      {projectName: 'desktop', status: 'expected', results: [{}]},
      {projectName: 'phone', status: 'unexpected', results: [{}, result]},
    ];
    const spec = {file: 'home.spec.ts', line: 7, title: 'is there', tests};
    const report = {suites: [{suites: [{specs: [spec]}]}], errors: [{message: 'no server'}]};
    expect(failuresOfPlaywright(report)).toEqual([
      'test/e2e/home.spec.ts:7 [phone] › is there\n    Timed out',
      'browser tests\n    no server',
    ]);
  });

  it('names a browser test that passed only at the second attempt', () => {
    const results = [{error: {message: 'Timed out'}}, {}];
    const spec = {
      file: 'a.spec.ts',
      line: 3,
      title: 'moves',
      tests: [{projectName: 'phone', status: 'flaky', results}],
    };
    expect(flakyOfPlaywright({suites: [{specs: [spec]}]})).toEqual([
      'test/e2e/a.spec.ts:3 [phone] › moves\n    Timed out',
    ]);
    expect(failuresOfPlaywright({suites: [{specs: [spec]}]})).toEqual([]);
  });

  it('cuts long messages and long lists, and says nothing where nothing failed', () => {
    const long = Array.from({length: 40}, (_, line) => `line ${line}`).join('\n');
    const one = {name: 'a.test.ts', status: 'failed', message: long, assertionResults: []};
    const failures = failuresOfVitest({testResults: Array.from({length: 25}, () => one)});
    expect(failures[0]?.split('\n')).toHaveLength(14);
    expect(summary(failures)).toContain('… and 5 more');
    expect(summary([])).toBe('');
  });
});
