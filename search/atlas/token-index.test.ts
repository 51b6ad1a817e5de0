import fc from 'fast-check';
import {expect, test} from 'vitest';
import {countOf, has, intersect, unite, type Bits} from './bits.ts';
import {TokenIndex} from './token-index.ts';

const TOKENS = ['need:a', 'need:b', 'kind:group', 'kind:place', 'day:MO'];
const listing = fc.record({
  number: fc.integer({min: 1, max: 3000}),
  tokens: fc.uniqueArray(fc.constantFrom(...TOKENS)),
});

const numbersIn = (index: TokenIndex, bits: Bits) => index.numbersIn(bits).sort((a, b) => a - b);

test('sets and counts are those of going through the listings one by one, however they came and went', () => {
  fc.assert(
    fc.property(
      fc.array(listing, {maxLength: 2500, minLength: 1, size: 'max'}),
      fc.func(fc.boolean()),
      (listings, goes) => {
        const index = new TokenIndex();
        const live = new Map<number, string[]>();
        for (const {number, tokens} of listings) {
          if (live.has(number) || goes(number)) {
            index.remove(number, live.get(number) ?? []);
            live.delete(number);
          } else {
            index.add(number, tokens);
            live.set(number, tokens);
          }
        }
        const having = (test: (tokens: string[]) => boolean) =>
          [...live].flatMap(([number, tokens]) => (test(tokens) ? number : [])).sort((a, b) => a - b);
        const [a, group] = [() => index.anyOf(['need:a']), () => index.anyOf(['kind:group'])];

        expect(numbersIn(index, index.all())).toEqual(having(() => true));
        expect(numbersIn(index, index.anyOf(['need:a', 'day:MO', 'need:unknown']))).toEqual(
          having((tokens) => tokens.includes('need:a') || tokens.includes('day:MO')),
        );
        expect(numbersIn(index, unite(a(), group()))).toEqual(
          having((tokens) => tokens.includes('need:a') || tokens.includes('kind:group')),
        );
        const both = intersect(a(), group());
        const inBoth = having((tokens) => tokens.includes('need:a') && tokens.includes('kind:group'));
        expect(numbersIn(index, both)).toEqual(inBoth);
        expect(countOf(both)).toBe(inBoth.length);
        const some = having((tokens) => tokens.includes('need:a')).slice(0, 1);
        // Of all and of few, which are counted in two ways.
        for (const numbers of [having(() => true), some]) {
          const counts = index.countTokens(index.these(numbers), ['need', 'kind']);
          for (const token of TOKENS) {
            const has = (number: number) => live.get(number)!.includes(token);
            expect(counts[token] ?? 0).toBe(token.startsWith('day:') ? 0 : numbers.filter(has).length);
          }
        }
      },
    ),
    {numRuns: 12},
  );
});

test('numbers become sets and back', () => {
  const index = new TokenIndex();
  for (let number = 1; number <= 5000; number++) index.add(number, []);
  const bits = index.these([7, 4000, 9_999_999]);
  expect(numbersIn(index, bits)).toEqual([7, 4000]);
  expect(has(bits, index.placeOf(4000)!)).toBe(true);
  expect(index.placeOf(9_999_999)).toBeUndefined();
});
