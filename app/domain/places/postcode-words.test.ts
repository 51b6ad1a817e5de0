import {describe, expect, it} from 'vitest';
import fc from 'fast-check';
import {findPostcode, outcodesOneSlipAway, readPostcode, writePostcode} from './postcode-words.ts';

const readings = (words: string) => readPostcode(words).map(writePostcode);

describe('words that are a postcode', () => {
  it.each([
    ['RG12 1JX', 'RG12 1JX'],
    ['rg121jx', 'RG12 1JX'],
    ['  rg12   1jx ', 'RG12 1JX'],
    ['RG1 21JX', 'RG12 1JX'],
    ['rg-12-1jx', 'RG12 1JX'],
    ['RG12 1JX.', 'RG12 1JX'],
    ['RGI2 1JX', 'RG12 1JX'],
    ['rg12 ijx', 'RG12 1JX'],
    ['rgl2 ljx', 'RG12 1JX'],
    ['SLO 9AA', 'SL0 9AA'],
    ['S10 OAB', 'S10 0AB'],
    ['0X1 1AA', 'OX1 1AA'],
    ['SW1A 1AA', 'SW1A 1AA'],
    ['m1 1ae', 'M1 1AE'],
    ['RG12 1', 'RG12 1'],
    ['rg121', 'RG12 1'],
    ['RG12 1J', 'RG12 1'],
    ['RG1 2', 'RG1 2'],
    ['RG12', 'RG12'],
    ['rg 12', 'RG12'],
    ['sl5', 'SL5'],
    ['E12', 'E12'],
    ['E1 2', 'E1 2'],
  ])('%s is read as %s', (typed, read) => {
    expect(readings(typed)[0]).toBe(read);
  });

  it.each([
    '',
    'Bracknell',
    'Ascot',
    '12',
    '51.4,-0.75',
    'ZZ9 9ZZ',
    'RG',
    'GO2 old',
    'RG12 1JX 2',
    'covid 19',
    'Hook',
    'Iver',
  ])('%j is not a postcode', (typed) => expect(readings(typed)).toEqual([]));

  it('keeps the second reading where there are two', () => {
    expect(readings('E12')).toEqual(['E12', 'E1 2']);
    expect(readings('RG12')).toEqual(['RG12', 'RG1 2']);
  });

  it('never throws and always gives a tidy postcode, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        for (const read of readings(words)) expect(read).toMatch(/^[A-Z]{1,2}\d[A-Z\d]?( \d([A-Z]{2})?)?$/);
      }),
    );
  });
});

describe('a postcode among other words', () => {
  it.each([
    ['my postcode is rg121jx', 'RG12 1JX', 'my postcode is', ''],
    ['Great Hollands, Bracknell RG12 8UX', 'RG12 8UX', 'Great Hollands, Bracknell', ''],
    ['RG42 yoga', 'RG42', '', 'yoga'],
    ['food bank rg42', 'RG42', 'food bank', ''],
    ['yoga rg12 1', 'RG12 1', 'yoga', ''],
    ['rg12 2 hours of yoga', 'RG12', '', '2 hours of yoga'],
    ['from RG42 to RG12 1JX', 'RG12 1JX', 'from RG42 to', ''],
  ])('is found in %j', (words, postcode, before, after) => {
    const found = findPostcode(words);
    expect(found && writePostcode(found.postcode)).toBe(postcode);
    expect(found).toMatchObject({before, after});
  });

  it.each([
    'am I 2 old for football',
    'a4 paper',
    'mp3 player',
    'key stage ks2',
    'walking group',
    'covid19',
    's117 aftercare',
  ])('is not seen in %j', (words) => expect(findPostcode(words)).toBeNull());
});

it('offers outcodes one slip away', () => {
  expect(outcodesOneSlipAway('RG21')).toEqual(expect.arrayContaining(['RG12', 'RG2', 'RG1', 'RG22', 'RH21']));
  expect(outcodesOneSlipAway('RG21')).not.toContain('RG21');
  expect(outcodesOneSlipAway('XG12')).toContain('RG12');
});
