import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {checkFigure, isNhsNumber, readNhsNumber, showNhsNumber} from './nhs-number.ts';

const nineDigits = fc.stringMatching(/^[0-9]{9}$/).filter((nine) => !/^(.)\1*$/.test(nine));

describe('an NHS number', () => {
  it.each(['9990000018', '9990000026', '9990000034', '9990000042'])('%s of the test range is one', (number) => {
    expect(isNhsNumber(number)).toBe(true);
  });

  it.each(['999 000 0018', '999-000-0018', ' 9990000018 ', '999.000.0018', '999 – 000 – 0018'])(
    'is read from "%s"',
    (typed) => {
      expect(readNhsNumber(typed)).toBe('9990000018');
    },
  );

  it.each(['', '999000001', '99900000188', '9990000019', 'ABCDEFGHIJ', '٩٩٩٠٠٠٠٠١٨'])('"%s" is none', (typed) => {
    expect(readNhsNumber(typed)).toBeNull();
  });

  it('of ten figures that are all the same is none, although the check figure is right', () => {
    for (let digit = 0; digit < 10; digit++) expect(isNhsNumber(String(digit).repeat(10))).toBe(false);
  });

  it('has exactly one right last figure, or none at all', () => {
    fc.assert(
      fc.property(nineDigits, (nine) => {
        const right = [...'0123456789'].filter((last) => isNhsNumber(nine + last));
        const figure = checkFigure(nine);
        expect(right).toEqual(figure === null ? [] : [String(figure)]);
      }),
    );
  });

  it('with any one figure mistyped, or two neighbours swapped, is none', () => {
    fc.assert(
      fc.property(nineDigits, fc.nat(9), fc.integer({min: 1, max: 9}), fc.nat(8), (nine, place, step, swap) => {
        fc.pre(checkFigure(nine) !== null);
        const number = nine + String(checkFigure(nine));
        const wrong = String((Number(number[place]) + step) % 10);
        expect(isNhsNumber(number.slice(0, place) + wrong + number.slice(place + 1))).toBe(false);
        fc.pre(number[swap] !== number[swap + 1]);
        expect(isNhsNumber(number.slice(0, swap) + number[swap + 1] + number[swap] + number.slice(swap + 2))).toBe(
          false,
        );
      }),
    );
  });

  it('comes back from how it is shown', () => {
    fc.assert(
      fc.property(nineDigits, (nine) => {
        fc.pre(checkFigure(nine) !== null);
        const number = nine + String(checkFigure(nine));
        expect(showNhsNumber(number)).toMatch(/^\d{3} \d{3} \d{4}$/);
        expect(readNhsNumber(showNhsNumber(number))).toBe(number);
      }),
    );
  });
});
