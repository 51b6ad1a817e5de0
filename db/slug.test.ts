import {expect, test} from 'vitest';
import {slugFrom} from './slug.ts';

test.each([
  ['Lily Hill Wednesday Walkers', 'lily-hill-wednesday-walkers'],
  ["Doubters' Supper & Friends", 'doubters-supper-and-friends'],
  ['Szkółka Sobotnia', 'szkolka-sobotnia'],
  ['  !!! ', 'listing'],
])('%s → %s', (name, slug) => expect(slugFrom(name)).toBe(slug));

test('a long name is cut at a word', () => {
  const slug = slugFrom('A very long name indeed '.repeat(8));
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slug.endsWith('-')).toBe(false);
});
