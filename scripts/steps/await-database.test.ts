import {expect, test} from 'vitest';
import {versionProblem} from './await-database.ts';

test('a PostgreSQL that is too old is named with its version, and no other is', () => {
  expect(versionProblem('15.8 (Debian 15.8-0+deb12u1)')).toBe(
    'expected PostgreSQL 16 or later, this is 15.8 (Debian 15.8-0+deb12u1)',
  );
  expect(versionProblem('9.6.24')).toContain('9.6.24');
  for (const version of ['16.0', '16.9 (Homebrew)', '18.4', '19beta1']) expect(versionProblem(version)).toBeNull();
});
