import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {phoneEnd, readPhone, showPhone} from './phone.ts';

describe('a telephone number', () => {
  it.each([
    '07700900123',
    '07700 900123',
    '07700 900 123',
    '(07700) 900-123',
    '07700.900.123',
    '+44 7700 900123',
    '+44 (0)7700 900123',
    '0044 7700 900123',
    '+4407700900123',
    '０７７００ ９００１２３',
  ])('typed as "%s" is the same number', (typed) => {
    expect(readPhone(typed)).toBe('+447700900123');
  });

  it.each(['01632 960001', '(01632) 960 001', '+441632960001'])('of a house is read from "%s"', (typed) => {
    expect(readPhone(typed)).toBe('+441632960001');
  });

  it('of another country keeps its code', () => {
    expect(readPhone('+48 22 555 01 23')).toBe('+48225550123');
    expect(showPhone('+48225550123')).toBe('+48 22 555 01 23');
  });

  it.each(['', '12', 'none', '07700', '960001', 'call 07700 900123', '12/03/1950 or so', '9'.repeat(40)])(
    '"%s" is none',
    (typed) => {
      expect(readPhone(typed)).toBeNull();
    },
  );

  it('is read the same however it is spaced and bracketed, and again from how it is shown', () => {
    const mobile = fc.integer({min: 0, max: 999}).map((end) => `07700900${String(end).padStart(3, '0')}`);
    const gaps = fc.array(fc.constantFrom('', ' ', '-', '.'), {minLength: 11, maxLength: 11});
    fc.assert(
      fc.property(mobile, gaps, fc.constantFrom('0', '+44', '0044 ', '+44 (0)'), (number, spaces, start) => {
        const typed =
          start + [...number.slice(1)].map((digit, place) => digit + (place < 9 ? spaces[place] : '')).join('');
        const read = readPhone(typed);
        expect(read).toBe(`+44${number.slice(1)}`);
        expect(readPhone(showPhone(read!))).toBe(read);
        expect(number.endsWith(phoneEnd(read!))).toBe(true);
      }),
    );
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (typed) => {
        const read = readPhone(typed);
        if (read !== null) expect(read).toMatch(/^\+[0-9]{5,15}$/);
      }),
    );
  });
});
