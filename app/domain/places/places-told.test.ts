import {describe, expect, it} from 'vitest';
import {placesTold} from './places-told.ts';

const names = (story: string) => placesTold(story).names.map(({readings}) => readings.at(-1));
const postcodes = (story: string) => placesTold(story).postcodes.map(({postcode}) => postcode);

describe('where a story says that somebody is', () => {
  it.each([
    ['She lives in RG12', ['RG12']],
    ['Fell at home, her postcode is rg12 1jx', ['RG12 1JX']],
    ['RG12 1JX. Cannot get out', ['RG12 1JX']],
    ['Takes vitamin B12', []],
    ['Lives in flat B4', []],
    ['Her daughter in RG40 rang', []],
    ['Moved from RG40', []],
  ])('%s: %j', (story, wanted) => expect(postcodes(story)).toEqual(wanted));

  it.each([
    ['Lonely, lives near Crowthorne since last year', ['Crowthorne']],
    ['In a flat nr. Ascot', ['Ascot']],
    ['Lives with her daughter in Binfield', ['Binfield']],
    ['Her son lives in Reading', []],
    ['She used to live in Slough', []],
    ['Is in hospital in Frimley', []],
    ['Works in Bracknell', []],
    ['Does not want to go out in Bracknell', []],
  ])('%s: %j', (story, wanted) => expect(names(story).filter((word) => /^[A-Z]/.test(word!))).toEqual(wanted));

  it('reads a name as long as it may be, and says whether somebody lives there', () => {
    expect(placesTold('He lives alone in Great Hollands').names).toEqual([
      {readings: ['Great Hollands', 'Great'], isHome: true},
    ]);
    expect(placesTold('Looks for company near Ascot').names).toEqual([{readings: ['Ascot'], isHome: false}]);
  });

  it('takes no long over a long story', () => {
    placesTold('Warm');
    const started = performance.now();
    placesTold('lives with with with in near the house in in near '.repeat(400));
    expect(performance.now() - started).toBeLessThan(50);
  });
});
