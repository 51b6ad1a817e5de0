import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {NOTHING_HIDDEN, showCount, showShare, showTable, SMALL_NUMBERS, type Shown} from './suppress.ts';

describe('a count', () => {
  it.each<[number, Shown]>([
    [0, 0],
    [1, 'hidden'],
    [7, 'hidden'],
    [8, 15],
    [22, 15],
    [23, 30],
    [144_003, 144_000],
  ])('of %d reads %s', (count, shown) => {
    expect(showCount(count, SMALL_NUMBERS)).toBe(shown);
    expect(showCount(count, NOTHING_HIDDEN)).toBe(count);
  });

  it('goes by the rule that was settled', () => {
    expect(showCount(4, {hideUpTo: 3, roundTo: 1})).toBe(4);
    expect(showCount(3, {hideUpTo: 3, roundTo: 1})).toBe('hidden');
    expect(showCount(14, {hideUpTo: 0, roundTo: 10})).toBe(10);
  });

  it('makes a share only together with a count that is shown', () => {
    expect(showShare(5, 10)).toBe(0.5);
    expect(showShare('hidden', 10)).toBeNull();
    expect(showShare(5, 'hidden')).toBeNull();
    expect(showShare(0, 0)).toBeNull();
    expect(showShare(15, 10)).toBe(1);
  });
});

describe('a table', () => {
  it('hides a second cell beside a lone small one, the smallest that is there', () => {
    const {cells, rowTotals, total} = showTable(
      [
        [3, 40, 20],
        [30, 50, 60],
        [90, 80, 70],
      ],
      SMALL_NUMBERS,
    );
    expect(cells).toEqual([
      ['hidden', 45, 'hidden'],
      ['hidden', 45, 'hidden'],
      [90, 75, 75],
    ]);
    expect(rowTotals).toEqual([60, 135, 240]);
    expect(total).toBe(450);
  });

  it('leaves no row and no column with one hidden cell, where it has others', () => {
    fc.assert(
      fc.property(tables(6), (counts) => {
        const {cells} = showTable(counts, SMALL_NUMBERS);
        const lines = [...cells, ...cells[0]!.map((_, column) => cells.map((row) => row[column]!))];
        for (const line of lines) {
          if (line.length > 1) expect(line.filter((cell) => cell === 'hidden')).not.toHaveLength(1);
        }
      }),
    );
  });

  it('hides every small count and nothing when nothing is small', () => {
    fc.assert(
      fc.property(tables(6), (counts) => {
        const {cells} = showTable(counts, SMALL_NUMBERS);
        const small = counts.flat().some((count) => count > 0 && count <= 7);
        expect(cells.flat().includes('hidden')).toBe(small);
        counts.forEach((row, place) =>
          row.forEach((count, column) => {
            if (count > 0 && count <= 7) expect(cells[place]![column]).toBe('hidden');
          }),
        );
      }),
    );
  });
});

/**
 * The attack: somebody has everything that is published, and knows how it is made. They try every table that there could
 * be and keep those that would be published in just this way. If these agree on a small count, it is given away. Tried
 * on every table of four counts from 0 to 14, so nothing is left to luck.
 */
describe('what is hidden', () => {
  const LARGEST = 14;

  function* fourCounts() {
    for (let code = 0; code < (LARGEST + 1) ** 4; code++) {
      const count = (place: number) => Math.floor(code / (LARGEST + 1) ** place) % (LARGEST + 1);
      yield [count(0), count(1), count(2), count(3)] as const;
    }
  }
  type Four = readonly [number, number, number, number];

  /** Small counts that are given away by what `publish` shows, leaving aside tables at the edge of those tried. */
  function givenAway(publish: (four: Four) => unknown, counts: (four: Four) => Record<string, number>): string[] {
    const possible = new Map<string, Record<string, Set<number>>>();
    const all = [...fourCounts()].map((four) => ({
      four,
      published: JSON.stringify(publish(four)),
      names: counts(four),
    }));
    for (const {published, names} of all) {
      const values = possible.get(published) ?? {};
      for (const [name, count] of Object.entries(names)) (values[name] ??= new Set()).add(count);
      possible.set(published, values);
    }
    return all.flatMap(({four, published, names}) =>
      Object.entries(names)
        .filter(([name, count]) => count > 0 && count <= 7 && possible.get(published)![name]!.size < 2)
        .filter(() => Math.max(...four) < LARGEST - 2)
        .map(([name, count]) => `${name} = ${count} in ${four.join(', ')}`),
    );
  }

  const show = (table: number[][], rules = SMALL_NUMBERS) => showTable(table, rules);
  const cellsOf = ([a, b, c, d]: Four) => ({a, b, c, d});

  it('cannot be worked out from the cells, rows, columns and totals of its table', {timeout: 60_000}, () => {
    const withSums = ([a, b, c, d]: Four) => ({
      a,
      b,
      c,
      d,
      'first row': a + b,
      'second row': c + d,
      'first column': a + c,
    });
    expect(
      givenAway(
        ([a, b, c, d]) =>
          show([
            [a, b],
            [c, d],
          ]),
        withSums,
      ),
    ).toEqual([]);
    // That the attack is one: it finds what rounding to the nearest 5 gives away.
    const toFive = {hideUpTo: 7, roundTo: 5};
    expect(
      givenAway(
        ([a, b, c, d]) =>
          show(
            [
              [a, b],
              [c, d],
            ],
            toFive,
          ),
        withSums,
      ),
    ).toContain('first row = 1 in 0, 1, 7, 6');
  });

  it('cannot be worked out from filters that overlap, whatever pair or three of them', {timeout: 60_000}, () => {
    // Two filters (a, b) and (c, d), such as two months, and what is shown without a filter.
    const without = ([a, b, c, d]: Four) => ({
      ...cellsOf([a, b, c, d]),
      'first of both': a + c,
      'second of both': b + d,
    });
    const one = ([a, b]: Four) => show([[a, b]]);
    const other = ([, , c, d]: Four) => show([[c, d]]);
    const both = ([a, b, c, d]: Four) => show([[a + c, b + d]]);
    expect(givenAway((four) => [one(four), both(four)], without)).toEqual([]);
    expect(givenAway((four) => [one(four), other(four)], without)).toEqual([]);
    // Two organisations, each by itself, and both together: three filters that overlap.
    expect(givenAway((four) => [one(four), other(four), both(four)], without)).toEqual([]);
    // That the attack is one: where the whole is shown as it is, it gives away what one of its organisations hides.
    const exactWhole = ([a, b, c, d]: Four) => show([[a + c, b + d]], NOTHING_HIDDEN);
    expect(givenAway((four) => [one(four), other(four), exactWhole(four)], cellsOf).length).toBeGreaterThan(0);
    // And without rounding, the difference is the hidden count.
    const exact = {hideUpTo: 7, roundTo: 1};
    const exactPair = ([a, b, c, d]: Four) => [show([[a, b]], exact), show([[a + c, b + d]], exact)];
    expect(givenAway(exactPair, cellsOf).length).toBeGreaterThan(0);
  });
});

function tables(most: number) {
  const count = fc.oneof(fc.integer({min: 0, max: 12}), fc.integer({min: 0, max: 200}));
  return fc
    .integer({min: 1, max: most})
    .chain((width) => fc.array(fc.array(count, {minLength: width, maxLength: width}), {minLength: 1, maxLength: most}));
}
