import {describe, expect, it} from 'vitest';
import {readConfig} from '../../config.server.ts';
import {showTable} from './suppress.ts';

describe('the setting for small numbers', () => {
  it.each(['5', '6', '7', '8', '9'])('%s gives no small count away beside its total', (setting) => {
    const {smallNumbers} = readConfig({SMALL_NUMBERS: setting}).figures;
    expect(smallNumbers.hideUpTo).toBe(Number(setting));
    // Whoever knows the rule tries every pair of counts that would be published in just this way.
    const possible = new Map<string, Set<string>>();
    const each = (tell: (one: number, other: number, published: string) => void) => {
      for (let one = 0; one <= 40; one++) {
        for (let other = 0; other <= 40; other++) {
          tell(one, other, JSON.stringify(showTable([[one, other]], smallNumbers)));
        }
      }
    };
    each((one, other, published) => {
      for (const told of [`one ${one}`, `other ${other}`]) {
        possible.set(published, (possible.get(published) ?? new Set()).add(told));
      }
    });
    each((one, other, published) => {
      if (one === 0 || one > smallNumbers.hideUpTo || other > 25) return;
      const ones = [...possible.get(published)!].filter((told) => told.startsWith('one'));
      expect(ones.length, `${one} beside ${other} can only have been ${ones.join(', ')}`).toBeGreaterThan(1);
    });
  });

  it('is refused where it would protect nobody', () => {
    for (const wrong of ['0', '4', '10', 'few']) {
      expect(() => readConfig({SMALL_NUMBERS: wrong}), wrong).toThrow('SMALL_NUMBERS');
    }
  });
});
