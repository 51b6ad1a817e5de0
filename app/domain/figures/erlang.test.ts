import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {handlersNeeded, loadOf, meanWait, shareAnsweredWithin, shareWaiting} from './erlang.ts';

/** The formula as it stands in textbooks, with its powers and factorials: fine for small desks. */
function textbook(handlers: number, load: number): number {
  const term = (k: number) => Array.from({length: k}, (_, one) => load / (one + 1)).reduce((all, one) => all * one, 1);
  const last = (term(handlers) * handlers) / (handlers - load);
  const others = Array.from({length: handlers}, (_, k) => term(k)).reduce((all, one) => all + one, 0);
  return last / (others + last);
}

describe('the share of callers who wait', () => {
  it('is 0.4092 for ten handlers and eight erlangs', () => {
    expect(shareWaiting(10, 8)).toBeCloseTo(0.4092, 4);
  });

  it('is what the formula of the textbooks gives', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 60}), fc.double({min: 0.01, max: 0.99, noNaN: true}), (handlers, busy) => {
        expect(shareWaiting(handlers, handlers * busy)).toBeCloseTo(textbook(handlers, handlers * busy), 9);
      }),
    );
  });

  it('is everyone when the desk can never keep up, and nobody when nobody rings', () => {
    expect(shareWaiting(8, 8)).toBe(1);
    expect(shareWaiting(3, 8)).toBe(1);
    expect(shareWaiting(3, 0)).toBe(0);
    expect(meanWait(8, 96, 300)).toBe(Infinity);
    expect(meanWait(8, 0, 300)).toBe(0);
  });

  it('is worked out for a very large desk too', () => {
    expect(shareWaiting(2050, 2000)).toBeGreaterThan(0);
    expect(shareWaiting(2050, 2000)).toBeLessThan(1);
  });
});

describe('the handlers needed', () => {
  it('are the fewest that reach the target', () => {
    // 96 calls an hour of 5 minutes are 8 erlangs. Ten answer 1 − 0.4092·e^(−2·20/300) = 64 % within 20 seconds.
    expect(loadOf(96, 300)).toBe(8);
    expect(shareAnsweredWithin(20, {handlers: 10, callsPerHour: 96, handlingSeconds: 300})).toBeCloseTo(0.642, 3);
    expect(handlersNeeded(96, 300, 0.64, 20)).toBe(10);
    // Eleven reach 79.8 %, and that is not 80.
    expect(handlersNeeded(96, 300, 0.8, 20)).toBe(12);
    fc.assert(
      fc.property(fc.integer({min: 1, max: 400}), fc.integer({min: 30, max: 900}), (calls, seconds) => {
        const needed = handlersNeeded(calls, seconds, 0.8, 20)!;
        const reached = (handlers: number) =>
          shareAnsweredWithin(20, {handlers, callsPerHour: calls, handlingSeconds: seconds});
        expect(reached(needed)).toBeGreaterThanOrEqual(0.8);
        expect(reached(needed - 1)).toBeLessThan(0.8);
      }),
    );
  });

  it('are none when nobody rings, and not to be had when everyone must be answered', () => {
    expect(handlersNeeded(0, 300, 0.8, 20)).toBe(0);
    expect(handlersNeeded(10, 300, 1.1, 20)).toBeNull();
  });
});
