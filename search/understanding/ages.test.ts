import {expect, test} from 'vitest';
import {ageAt} from './ages.ts';

const bandsIn = (text: string) => {
  const words = text.split(' ');
  return words.flatMap((_, at) => ageAt(words, at)?.band ?? []);
};

test.each([
  ['my son is 9', '5-to-11'],
  ['my ten year old', '5-to-11'],
  ['a 15yo girl', '12-to-17'],
  ['twenty five years old', '18-to-25'],
  ['he is in his late eighties', '65-plus'],
  ['im in my 40s', '26-to-64'],
  ['my 18 month old', 'under-5'],
  ['a six week old baby', 'under-5'],
  ['clubs for 13 yr olds', '12-to-17'],
  ['pregnant and 17', '12-to-17'],
  ['made redundant at 56', '26-to-64'],
  ['daughter 15 is cutting herself', '12-to-17'],
  ['a lad of 3', 'under-5'],
  ['dad 82 lives alone', '65-plus'],
  ['18 just left care', '18-to-25'],
  ['bullied in year 8', '12-to-17'],
  ['clubs for yr 3', '5-to-11'],
  ['football under 10s', '5-to-11'],
  ['over 80s lunch', '65-plus'],
])('%s', (text, band) => {
  expect(bandsIn(text)).toContain(band);
});

test.each([
  'couch to 5k',
  'type 2 diabetes',
  'waited six months',
  'ill for two years',
  'one of my friends',
  'songs from the sixties',
  'the rent is 900',
  'yoga starts at 10',
  'dance at 7',
  'buses 9 and 17 to town',
  'and 17',
  'dad 3 times this week',
  'year 15',
  '18 people',
  'over 18',
])('%s: nobody has said how old', (text) => {
  expect(bandsIn(text)).toEqual([]);
});
