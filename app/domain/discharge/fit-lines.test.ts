import fc from 'fast-check';
import {expect, it} from 'vitest';
import {fitLines, printedLines} from './fit-lines.ts';

const sum = (lines: string[]) => lines.reduce((all, line) => all + printedLines(line), 0);

it('fits any words into ten printed lines, the first of them first', () => {
  const words = fc.oneof(
    fc.string({maxLength: 600}),
    fc.string({unit: 'grapheme', maxLength: 200}),
    fc.constant('M'.repeat(900)),
  );
  fc.assert(
    fc.property(fc.array(words, {maxLength: 12}), (lines) => {
      const fitted = fitLines(lines);
      expect(sum(fitted)).toBeLessThanOrEqual(10);
      expect(fitted.length === 0).toBe(lines.every((line) => line.trim() === ''));
    }),
  );
});

it('leaves alone what fits, and says when something was left out', () => {
  expect(fitLines(['Large print', ' A hearing  aid '])).toEqual(['Large print', 'A hearing aid']);
  const many = Array.from({length: 12}, (_, turn) => `Need ${turn}`);
  expect(fitLines(many)).toEqual([...many.slice(0, 9), 'More stands in the record']);
  expect(fitLines(['word '.repeat(200)])[0]).toMatch(/^word word .*…$/);
});
