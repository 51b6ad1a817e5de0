import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {changeShortlist} from './change-shortlist.ts';

const change = (list: number[], intent: string, numbers: number[] = []) =>
  changeShortlist(list, {intent, numbers, limit: 5});

describe('the list a visitor keeps', () => {
  it('takes things on and off, each once and in order', () => {
    expect(change([3], 'add', [1]).numbers).toEqual([3, 1]);
    expect(change([3, 1], 'add', [3]).numbers).toEqual([3, 1]);
    expect(change([3, 1], 'remove', [3]).numbers).toEqual([1]);
    expect(change([3, 1], 'clear').numbers).toEqual([]);
    expect(change([3, 1], 'eat', [3]).numbers).toEqual([3, 1]);
  });

  it('says when it is full, and keeps what was there', () => {
    expect(change([1, 2, 3, 4], 'add', [5, 6])).toEqual({numbers: [1, 2, 3, 4, 5], isFull: true});
    expect(change([1, 2, 3, 4, 5], 'add', [5])).toEqual({numbers: [1, 2, 3, 4, 5], isFull: false});
  });

  it('never holds more than it may or anything twice', () => {
    const list = fc.uniqueArray(fc.integer({min: 1, max: 20}), {maxLength: 5});
    fc.assert(
      fc.property(
        list,
        fc.constantFrom('add', 'remove', 'clear', ''),
        fc.array(fc.integer({min: 1, max: 20})),
        (before, intent, numbers) => {
          const {numbers: after} = change(before, intent, numbers);
          expect(after.length).toBeLessThanOrEqual(5);
          expect(new Set(after).size).toBe(after.length);
        },
      ),
    );
  });
});
