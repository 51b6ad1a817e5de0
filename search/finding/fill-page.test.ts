import {expect, test} from 'vitest';
import {leaningTokens, leaningTopics} from './fill-page.ts';

const leaning = {
  needs: new Map([
    ['music-and-singing', 0.9],
    ['sport', 0.5],
  ]),
  types: new Map([
    ['dance', 1],
    ['choir', 0.3],
    ['library', 0.2],
    ['gardening-help', 0.9],
  ]),
};
const usualKinds = new Map([['music-and-singing', new Set(['dance', 'choir'])]]);

test('a page is filled with what the words lean to most, and not with what was asked for anyway', () => {
  expect(leaningTokens(leaning, usualKinds, ['type:dance'])).toEqual(['need:music-and-singing', 'type:choir']);
  expect(leaningTokens({needs: new Map(), types: new Map()}, usualKinds, [])).toEqual([]);
});

test('what fills a page is far less sure than what was meant', () => {
  const {needs, types} = leaningTopics(leaning, usualKinds);
  expect(needs.map(({key}) => key)).toEqual(['music-and-singing']);
  expect(types.map(({key}) => key)).toEqual(['dance', 'choir']);
  for (const {confidence} of [...needs, ...types]) expect(confidence).toBeLessThanOrEqual(0.1);
});
