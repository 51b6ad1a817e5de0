import {expect, it} from 'vitest';
import {inWords, yearsBetween} from './person-words.ts';

const nobody = {
  knownAs: null,
  givenName: null,
  familyName: null,
  birthDate: null,
  estimatedAge: null,
  estimatedOn: null,
  isDeceased: false,
};

it.each([
  [{givenName: 'Nell', familyName: 'Example', birthDate: '1950-11-23'}, 'Nell Example', '23 November 1950 (75)'],
  [
    {givenName: 'Nell', familyName: 'Example', knownAs: 'Nelly', birthDate: '1950-11-22'},
    'Nell Example (known as Nelly)',
    '22 November 1950 (76)',
  ],
  [{knownAs: 'Bear', estimatedAge: 40, estimatedOn: '2024-11-22'}, 'Bear', 'About 42 years old'],
  [{givenName: 'Nell', birthDate: '1950-01-01', isDeceased: true}, 'Nell', '1 January 1950'],
  [{}, 'Name not known', 'Birth date not known'],
])('%j is "%s", born "%s"', (person, name, born) => {
  expect(inWords({...nobody, ...person}, '2026-11-22')).toMatchObject({name, born});
});

it('someone born on 29 February has their birthday on 1 March', () => {
  expect(yearsBetween('2000-02-29', '2026-02-28')).toBe(25);
  expect(yearsBetween('2000-02-29', '2026-03-01')).toBe(26);
});
