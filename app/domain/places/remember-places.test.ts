import {expect, test} from 'vitest';
import type {PlaceFound} from './place-found.ts';
import {findRemembered} from './remember-places.server.ts';

const ASCOT: PlaceFound = {
  ok: true,
  place: {label: 'Ascot', latitude: 51.41, longitude: -0.67, precision: 'place', outcode: null, areas: []},
};

test('a place is looked up once, and one that is not known is looked up again', async () => {
  const asked: string[] = [];
  const places = {
    find: async (words: string): Promise<PlaceFound> => {
      asked.push(words);
      return words.toLowerCase() === 'ascot' ? ASCOT : {ok: false, didYouMean: []};
    },
  };
  expect(await findRemembered(places, 'Ascot')).toEqual(ASCOT);
  expect(await findRemembered(places, 'ascot')).toEqual(ASCOT);
  await findRemembered(places, 'Nowhere');
  await findRemembered(places, 'Nowhere');
  expect(asked).toEqual(['Ascot', 'Nowhere', 'Nowhere']);
});
