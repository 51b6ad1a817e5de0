import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseShortlist} from '../../http/shortlist-cookie.server.ts';
import {changeShortlist, readChange} from './change-shortlist.ts';

/** The list after a form with these fields was sent. */
function after(list: number[], ...fields: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return changeShortlist(list, readChange(form, list, parseShortlist), 5);
}

describe('the list a visitor keeps', () => {
  it('takes things on and off, each once and in order', () => {
    expect(after([3], ['intent', 'add'], ['number', '1']).numbers).toEqual([3, 1]);
    expect(after([3, 1], ['intent', 'add'], ['number', '3']).numbers).toEqual([3, 1]);
    expect(after([3, 1], ['intent', 'add'], ['number', '4,5']).numbers).toEqual([3, 1, 4, 5]);
    expect(after([3, 1], ['intent', 'remove'], ['number', '3']).numbers).toEqual([1]);
    expect(after([3, 1], ['intent', 'clear']).numbers).toEqual([]);
  });

  it('takes several changes at once', () => {
    expect(after([3, 1], ['add', '4'], ['add', '5'], ['remove', '3']).numbers).toEqual([1, 4, 5]);
  });

  it('is not changed by what makes no sense', () => {
    expect(after([3, 1], ['intent', 'eat'], ['number', '3']).numbers).toEqual([3, 1]);
    expect(after([3, 1], ['intent', 'add'], ['number', '-7 or 1=1']).numbers).toEqual([3, 1]);
    expect(after([3, 1]).numbers).toEqual([3, 1]);
  });

  it('says when it is full, and keeps what was there', () => {
    expect(after([1, 2, 3, 4], ['add', '5'], ['add', '6'])).toEqual({numbers: [1, 2, 3, 4, 5], isFull: true});
    expect(after([1, 2, 3, 4, 5], ['add', '5'])).toEqual({numbers: [1, 2, 3, 4, 5], isFull: false});
  });

  it('never holds more than it may or anything twice, and a change sent twice is one', () => {
    const numbers = fc.uniqueArray(fc.integer({min: 1, max: 20}), {maxLength: 5});
    fc.assert(
      fc.property(numbers, numbers, numbers, (list, add, remove) => {
        const once = changeShortlist(list, {add, remove}, 5).numbers;
        expect(once.length).toBeLessThanOrEqual(5);
        expect(new Set(once).size).toBe(once.length);
        const isCut = new Set([...list, ...add]).size > 5;
        if (!isCut) expect(changeShortlist(once, {add, remove}, 5).numbers).toEqual(once);
      }),
    );
  });
});
