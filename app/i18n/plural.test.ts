import {describe, expect, it} from 'vitest';
import {plural} from './plural.ts';

describe('plural', () => {
  it('says one thing and many things', () => {
    const forms = {one: '# thing', other: '# things'};
    expect(plural('en', 1, forms)).toBe('1 thing');
    expect(plural('en', 0, forms)).toBe('0 things');
    expect(plural('en', 12_345, forms)).toBe('12,345 things');
  });

  it('follows the rules of languages with more forms', () => {
    const forms = {one: '# pozycja', few: '# pozycje', many: '# pozycji', other: '# pozycji'};
    expect([1, 2, 5, 22].map((count) => plural('pl', count, forms))).toEqual([
      '1 pozycja',
      '2 pozycje',
      '5 pozycji',
      '22 pozycje',
    ]);
  });
});
