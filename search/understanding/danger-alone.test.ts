import {expect, test} from 'vitest';
import {dangerAlone} from './danger-alone.ts';
import {makeUnderstand} from './understand.ts';
import type {Vocabulary} from './vocabulary.ts';

const need = (key: string, phrases: string[]) => ({key, name: key, group: 'x', isCommon: false, phrases, types: []});
const vocabulary: Vocabulary = {
  needs: [
    need('mental-health-crisis', ["i don't want to live", 'i want to end my life', 'suicidal']),
    need('end-of-life', ['i want to die at home', 'dying at home']),
  ],
  types: [
    {key: 'condition-education', name: 'Living well', also: ['live well'], phrases: []},
    {key: 'writing-group', name: 'Writing group', also: ['live writing', 'life writing'], phrases: []},
  ],
  audiences: [],
  access: [],
  languages: [],
  areas: [],
  synonyms: [],
  weakWords: [],
  wordUses: new Map(),
  listingCount: 0,
  tongues: [],
  stopWords: ['i', 'to', 'want', 'at'],
};
const understand = makeUnderstand(vocabulary);

test.each(["i don't want to live", 'i dont want to live', 'i want to end my life'])(
  '%s is about who can help now, and no word of it is looked for',
  (text) => {
    const understood = dangerAlone(understand)(text);
    expect(understood.needs.map(({key}) => key)).toEqual(['mental-health-crisis']);
    expect([understood.words, understood.types]).toEqual([[], []]);
    expect(understand(text).words).not.toEqual([]);
  },
);

test.each(['i want to die at home', 'suicidal', 'live writing group'])('%s is understood as ever', (text) => {
  expect(dangerAlone(understand)(text)).toEqual(understand(text));
});

test('whoever asks for their very words gets them', () => {
  expect(dangerAlone(understand)('i dont want to live', true)).toEqual(understand('i dont want to live', true));
});
