import {expect, it} from 'vitest';
import {saidNeeds} from './said-needs.ts';

it('takes each line as a need, once', () => {
  expect(saidNeeds(' Large print, 16 point\r\n\r\nHears little: speak slowly\nLarge print, 16 point ')).toEqual([
    'Large print, 16 point',
    'Hears little: speak slowly',
  ]);
  expect(saidNeeds(null)).toEqual([]);
  expect(saidNeeds(' \n ')).toEqual([]);
});

it('cuts what is too long after a sentence, else between words, and loses nothing', () => {
  const first = `${'She reads lips and wants to see who speaks. '.repeat(4)}`.trim();
  const rest = 'word '.repeat(60).trim();
  const needs = saidNeeds(`${first} ${rest}`);
  expect(needs[0]).toBe(first);
  expect(needs.every((need) => need.length <= 200)).toBe(true);
  expect(needs.join(' ')).toBe(`${first} ${rest}`);
  const unbroken = Array.from({length: 150}, (_, at) => at + 100).join('');
  expect(saidNeeds(unbroken).map((need) => need.length)).toEqual([200, 200, 50]);
});
