import {expect, test} from 'vitest';
import {Atlas} from '../atlas/atlas.ts';
import {questionFor} from './find.ts';
import {parseSearch} from '../search-schema.ts';
import {NOTHING_SAID, type Understood} from '../understanding/understood.ts';

const directory = (walkingGroups: number) => {
  const atlas = new Atlas();
  for (let number = 1; number <= 20; number++) {
    const types = number <= walkingGroups ? ['walking-group'] : ['park'];
    atlas.add({
      number,
      serviceId: String(number),
      points: [],
      needs: [],
      types,
      covers: [],
      youngest: 0,
      oldest: 120,
      tokens: types.map((type) => `type:${type}`),
      audiences: [],
      terms: atlas.terms.pack(['0walk']),
      space: 'open',
      checkedOn: null,
    });
  }
  return atlas;
};
const walkingGroup: Understood = {
  ...NOTHING_SAID,
  words: ['walking'],
  weakWords: ['group'],
  types: [{key: 'walking-group', confidence: 1, standsFor: new Map([['walking', 1]])}],
};
const wordsAsked = (atlas: Atlas, query = 'q=walking group', understood = walkingGroup) =>
  questionFor(parseSearch(new URLSearchParams(query)), null, understood, {atlas, usualKinds: new Map()}).words;

test('with plenty of a kind, its name finds that kind and not all that has the word; a filter changes nothing in that', () => {
  expect(wordsAsked(directory(9))).toEqual([]);
  expect(wordsAsked(directory(9), 'q=walking group&day=MO')).toEqual([]);
});

test('with few of the kind, more words than its name or words to be taken exactly, the words find as well', () => {
  expect(wordsAsked(directory(8))).toEqual(['walking']);
  expect(wordsAsked(directory(9), 'q=walking sticks', {...walkingGroup, words: ['walking', 'sticks']})).toEqual([
    'walking',
    'sticks',
  ]);
});

test('a guess only orders what passes a filter, and finds once more when that filter is taken away', () => {
  const guess = {...walkingGroup, words: [], isGuess: true};
  const request = parseSearch(new URLSearchParams('q=something or other'));
  const answersWith = (filters: typeof request.filters) =>
    questionFor({...request, filters}, null, guess, {atlas: directory(9), usualKinds: new Map()}).answers;
  expect(answersWith({day: ['MO']})).toEqual([]);
  expect(answersWith({day: undefined})).toEqual(['type:walking-group']);
});
