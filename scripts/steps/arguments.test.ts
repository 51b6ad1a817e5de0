import {describe, expect, it} from 'vitest';
import {readArguments} from './arguments.mjs';
import {explain} from './report.mjs';

const read = (...args: string[]) =>
  readArguments({
    args,
    options: {calls: {type: 'string'}, fast: {type: 'boolean'}, help: {type: 'boolean', short: 'h'}},
  });

const said = (...args: string[]): string => {
  try {
    read(...args);
    return 'understood';
  } catch (error) {
    return explain(error);
  }
};

describe('what is typed behind a command', () => {
  it('is read by its names', () => expect(read('--calls', '3', '--fast').values).toEqual({calls: '3', fast: true}));

  it.each([
    [['--bad'], '--bad: there is no such option. Those there are: --calls, --fast, --help'],
    [['-x'], '-x: there is no such option. Those there are: --calls, --fast, --help'],
    [['--calls'], '--calls: expected something behind it'],
    [['--calls', '--fast'], '--calls: expected something behind it'],
    [['--fast=yes'], '--fast: takes nothing behind it'],
    [['bad'], 'bad: not expected here. Those there are: --calls, --fast, --help'],
  ])('is refused in one line that names it: %s', (args, words) => expect(said(...args)).toBe(words));
});
