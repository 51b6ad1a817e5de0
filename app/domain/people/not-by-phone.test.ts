import {expect, test} from 'vitest';
import {isNotByPhone} from './not-by-phone.ts';

const asked = (need: string, kind = 'How to contact them') => isNotByPhone({needs: [{kind, need}]});

test.each([
  'Letters only: the telephone upsets her',
  'letter only',
  'Only by text',
  'In writing only, please',
  'No phone calls',
  'Do not ring. Write to her daughter',
  'Not by phone',
  'E-mail only',
  'Don’t call',
])('is to be written to: %s', (need) => {
  expect(asked(need)).toBe(true);
});

test.each([
  'Ring after two; do not leave a message',
  'Do not ring before ten',
  'Large print letters',
  'No calls after six',
])('may be rung: %s', (need) => {
  expect(asked(need)).toBe(false);
});

test('another need says nothing of the telephone, and neither does no record', () => {
  expect(asked('Letters only in large print', 'Format of information')).toBe(false);
  expect(isNotByPhone(null)).toBe(false);
});
