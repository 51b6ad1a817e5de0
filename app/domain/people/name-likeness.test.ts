import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {likeness} from './name-likeness.ts';

describe('a typed word of a name', () => {
  it.each([
    ['smith', 'smith', 1],
    ['bill', 'william', 0.85],
    ['jon', 'jonathan', 0.85],
    ['kath', 'kathryna', 0.8],
    ['jhon', 'john', 0.7],
    ['smtih', 'smith', 0.7],
    ['patle', 'patel', 0.7],
    ['janes', 'james', 0.7],
    ['macdonlad', 'macdonald', 0.7],
    ['wisniewsky', 'wisniewski', 0.7],
    ['fillips', 'philips', 0.6],
    ['kathryn', 'catherine', 0.85],
    ['nowack', 'nowak', 0.7],
  ])('"%s" is like "%s": %d', (typed, word, expected) => {
    expect(likeness(typed, word)).toBe(expected);
  });

  it.each([
    ['bill', 'paul'],
    ['smith', 'jones'],
    ['li', 'lisa'],
    ['ann', 'noor'],
    ['margaret', 'jack'],
  ])('"%s" is not like "%s"', (typed, word) => {
    expect(likeness(typed, word)).toBe(0);
  });

  it('is most like itself, and never more than that', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(word, word, (typed, other) => {
        expect(likeness(typed, typed)).toBe(1);
        const alike = likeness(typed, other);
        expect(alike === 1).toBe(typed === other);
        expect(alike).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('with two neighbouring letters swapped is still found', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,12}$/), fc.nat(10), (word, at) => {
        fc.pre(at + 1 < word.length && word[at] !== word[at + 1]);
        const typed = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
        expect(likeness(typed, word)).toBeGreaterThanOrEqual(0.7);
      }),
    );
  });
});
