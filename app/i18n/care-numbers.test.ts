import {expect, it} from 'vitest';
import {textFor} from './catalogue.server.ts';
import {LOCALES, type Locale} from './locales.ts';

it.each(Object.keys(LOCALES) as Locale[])('whom to ring in a crisis is the same in every language (%s)', (locale) => {
  const numbers = (language: Locale) =>
    Object.values(textFor(language).results.care).map(({lines}) => lines.map(({tel}) => tel));
  expect(numbers(locale)).toEqual(numbers('en'));
  expect(numbers(locale).flat()).toContain('116123');
});

it('what a language has not got stands in English', () => {
  expect(textFor('pl').refer.start).toBe('Zacznij');
  expect(textFor('cy').refer.sendProfessional).toBe(textFor('en').refer.sendProfessional);
});
