import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {rankSpellings, slips, withLettersSwapped} from './closeness.ts';

const row = (spelling: string, similarity: number, isOurs = true) => ({spelling, similarity, isOurs, name: spelling});

describe('slips of the finger', () => {
  it.each([
    ['ascot', 'ascot', 0],
    ['ascto', 'ascot', 1],
    ['ascott', 'ascot', 1],
    ['asot', 'ascot', 1],
    ['fleat', 'fleet', 1],
    ['bracnell', 'bracknell', 1],
    ['', 'hook', 4],
  ])('%j and %j are %i apart', (one, other, apart) => expect(slips(one, other)).toBe(apart));

  it('are the same both ways, and never more than the longer word', () => {
    fc.assert(
      fc.property(fc.string({maxLength: 12}), fc.string({maxLength: 12}), (one, other) => {
        expect(slips(one, other)).toBe(slips(other, one));
        expect(slips(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});

describe('the spelling that was meant', () => {
  it('is clear when nothing comes near it', () => {
    expect(rankSpellings('bracnell', [row('bracknell', 0.58), row('branksome', 0.31)]).clear?.name).toBe('bracknell');
  });

  it('is not clear between two that are as near', () => {
    const ranked = rankSpellings('winkfeld', [row('winkfield', 0.6), row('wingfeld', 0.6)]);
    expect(ranked.clear).toBeNull();
    expect(ranked.likely).toHaveLength(2);
  });

  it('is likelier in our own area', () => {
    const rows = [row('benfield', 0.5, false), row('binfield', 0.5)];
    expect(rankSpellings('banfield', rows).clear?.name).toBe('binfield');
  });

  it('is not clear from the end of a longer name alone', () => {
    expect(rankSpellings('high street', [row('ascot high street', 0.7)]).clear).toBeNull();
    expect(rankSpellings('jealotts', [row('jealotts hill', 0.7)]).clear?.name).toBe('jealotts hill');
  });

  it('is nobody when there is nobody', () => {
    expect(rankSpellings('xyzzy', [])).toEqual({clear: null, likely: []});
  });
});

it('swaps neighbouring letters', () => {
  expect(withLettersSwapped('ash')).toEqual(['sah', 'ahs']);
  expect(withLettersSwapped('')).toEqual([]);
});
