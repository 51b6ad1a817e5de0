import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readReference} from './reference.ts';
import {readSearch} from './search-words.ts';

const TODAY = '2026-11-22';
const keys = (typed: string) =>
  readSearch(typed, TODAY).map((part) =>
    part.keys.filter(({weight}) => weight > 0.7).map(({kind, key}) => `${kind} ${key}`),
  );

describe('the search box understands', () => {
  it.each([
    '12/3/1950',
    '12/03/1950',
    '12.3.50',
    '12-03-50',
    '12 03 1950',
    '12031950',
    '1950-03-12',
    '12 March 1950',
    '12th Mar 50',
    '12th of March, 1950',
    'March 12, 1950',
    '12mar1950',
    "12 Mar '50",
    'DOB 12/3/1950',
    'date of birth: 12/3/1950',
  ])('"%s" as a birth date', (typed) => {
    const parts = readSearch(typed, TODAY);
    expect(parts).toHaveLength(1);
    expect(parts[0]!.what).toBe('birth date');
    expect(parts[0]!.keys[0]).toEqual({kind: 'birth', key: '1950-03-12', weight: 1});
  });

  it.each([
    ['March 1950', [['birth 1950-03']]],
    ['03/1950', [['birth 1950-03']]],
    ['1950', [['birth 1950']]],
    ['born 1950', [['birth 1950']]],
    ['aged 76', [['birth 1950', 'birth 1949']]],
    ['76 years old', [['birth 1950', 'birth 1949']]],
    ['4/5/12', [['birth 2012-05-04', 'birth 1912-05-04']]],
    ['999 000 0018', [['nhs 9990000018', 'phone +449990000018', 'reference 9990000018']]],
    ['9990000018', [['nhs 9990000018', 'phone +449990000018', 'reference 9990000018']]],
    ['07700 900123', [['phone +447700900123', 'reference 07700900123']]],
    ['+44 (0)7700 900-123', [['phone +447700900123', 'reference 4407700900123']]],
    ['960 001', [['phone_end 960001', 'reference 960001']]],
    ['rg12 1jx', [['postcode RG12 1JX']]],
    ['RG121JX', [['postcode RG12 1JX']]],
    ['rg12', [['outcode RG12']]],
    ['P-7KM-4QC', [['reference P-7KM-4QC']]],
    ['p7km4qc', [['reference P-7KM-4QC']]],
    ['LAS/12345', [['reference LAS12345']]],
    ['Nell@Mail.Example', [['email nell@mail.example']]],
    ['Mrs O’Brien', [['name obrien']]],
    ['Pryce', [['name pryce']]],
    ['May', [['name may']]],
    ['april jones', [['name april'], ['name jones']]],
  ])('"%s"', (typed, expected) => {
    expect(keys(typed)).toEqual(expected);
  });

  it('several things at once, in any order', () => {
    const parts = ['Smith', 'bill', '12/3/1950', 'RG12 1JX'];
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, {minLength: 4}), (order) => {
        expect(new Set(keys(order.join(' ')).flat())).toEqual(
          new Set(['name smith', 'name bill', 'birth 1950-03-12', 'postcode RG12 1JX']),
        );
      }),
    );
    expect(keys('Smith, bill 07700900123').flat()).toEqual(
      expect.arrayContaining(['phone +447700900123', 'name bill']),
    );
  });

  it('every day there was, in every way of writing it', () => {
    const anyDay = fc.date({min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true});
    fc.assert(
      fc.property(anyDay, fc.constantFrom('/', '.', '-', ' '), fc.boolean(), (date, mark, long) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-') as [string, string, string];
        const typed = long
          ? new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone: 'UTC'}).format(date)
          : [Number(day), Number(month), year].join(mark);
        expect(readSearch(`x ${typed} y`, TODAY)[0]!.keys[0]).toEqual({kind: 'birth', key: iso, weight: 1});
      }),
    );
  });

  it('nothing where nothing is typed, and never fails', () => {
    expect(readSearch('  ', TODAY)).toEqual([]);
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 300}), (typed) => {
        for (const {keys} of readSearch(typed, TODAY)) {
          expect(keys.length).toBeGreaterThan(0);
          for (const {key} of keys) expect(key).not.toBe('');
        }
      }),
    );
  });
});

it('a reference is read back from however it is said', () => {
  expect(readReference('p-7km-4qc')).toBe('P-7KM-4QC');
  expect(readReference('P 7KM 4QC')).toBe('P-7KM-4QC');
  expect(readReference('P-7KM-4QO')).toBeNull();
  expect(readReference('P-CDF-GHJ')).toBeNull();
});
