import {expect, test} from 'vitest';
import {Atlas, type AtlasEntry} from '../atlas/atlas.ts';
import {chooseHits} from '../engines/choose-hits.ts';
import {countOf} from '../atlas/bits.ts';
import {milesBetween} from '../atlas/distance.ts';
import {findBySomeWords} from './some-words.ts';
import {termsOf} from '../understanding/terms.ts';

const CENTRE = {latitude: 51.4155, longitude: -0.7505};
const alone = () => [];

function atlasOf(listings: (Partial<Omit<AtlasEntry, 'terms'>> & {texts?: string[][]})[]): Atlas {
  const atlas = new Atlas();
  listings.forEach(({texts = [], ...rest}, index) =>
    atlas.add({
      number: index + 1,
      serviceId: String(index + 1),
      points: [],
      needs: [],
      types: [],
      covers: [],
      tokens: [],
      audiences: [],
      youngest: 0,
      oldest: 120,
      space: 'open',
      checkedOn: '2026-01-01',
      terms: atlas.terms.pack(termsOf(texts)),
      ...rest,
    }),
  );
  return atlas;
}

test('what has the most telling of the words is found, its name before its description', () => {
  const atlas = atlasOf([
    {texts: [['Bereavement café'], [], ['A group'], []]},
    {texts: [['Coffee morning'], [], [], ['For the bereaved and others']]},
    {texts: [['Bereavement walk'], [], [], []]},
    ...Array.from({length: 30}, () => ({texts: [['Weekly group'], [], [], []]})),
  ]);
  const found = findBySomeWords(atlas, ['bereavement', 'group', 'husband'], alone, atlas.tokens.all());
  expect([...found.keys()].slice(0, 2)).toEqual([1, 3]);
  expect(found.has(4)).toBe(false);
  // Nothing is left over from one search to the next.
  expect(findBySomeWords(atlas, ['bereavement', 'group', 'husband'], alone, atlas.tokens.all())).toEqual(found);

  atlas.remove(1);
  expect([...findBySomeWords(atlas, ['bereavement'], alone, atlas.tokens.all()).keys()]).toEqual([3, 2]);
});

test('other words that mean the same find as well, and only what is in the scope', () => {
  const atlas = atlasOf([{texts: [['Choir']]}, {texts: [['Singing for fun']]}, {texts: [['Chess']]}]);
  const others = (word: string) => (word === 'choir' ? ['singing'] : []);
  expect([...findBySomeWords(atlas, ['choir'], others, atlas.tokens.all()).keys()]).toEqual([1, 2]);
  expect([...findBySomeWords(atlas, ['choir'], others, atlas.tokens.these([2, 3])).keys()]).toEqual([2]);
});

test('of many matches those mainly for it and those nearest are weighed', () => {
  const atlas = atlasOf(
    Array.from({length: 2000}, (_, index) => ({
      points: [
        {
          latitude: CENTRE.latitude + (((index * 7919) % 2000) - 1000) / 20_000,
          longitude: CENTRE.longitude + (((index * 104_729) % 2000) - 1000) / 20_000,
        },
      ],
      needs: index % 50 === 0 ? ['debt'] : ['loneliness', 'debt'],
      tokens: ['need:debt'],
    })),
  );
  const all = atlas.tokens.anyOf(['need:debt']);
  const circle = {centre: CENTRE, miles: 10};
  const choose = (onlyNearest: boolean) =>
    atlas.tokens.numbersIn(chooseHits(atlas, all, {answers: ['need:debt'], circle, onlyNearest, limit: 100}));
  const chosen = choose(false);
  expect(chosen.length).toBeLessThanOrEqual(150);
  const mainly = Array.from({length: 40}, (_, index) => index * 50 + 1);
  expect(chosen).toEqual(expect.arrayContaining(mainly));
  const byDistance = [...atlas.entries()]
    .map(({number, points}) => ({number, miles: milesBetween(CENTRE, points[0]!)}))
    .sort((a, b) => a.miles - b.miles);
  expect(chosen).toEqual(expect.arrayContaining(byDistance.slice(0, 50).map(({number}) => number)));
  expect(choose(true)).toEqual(expect.arrayContaining(byDistance.slice(0, 100).map(({number}) => number)));
  expect(countOf(chooseHits(atlas, all, {answers: [], circle: null, onlyNearest: false, limit: 5000}))).toBe(2000);
});
