import {expect, it} from 'vitest';
import {callSeconds, clockInWords} from './call-clock.ts';

const begun = {openedAt: 0, heldSince: null, heldSeconds: 0, talkEndedAt: null, now: 0};

it('time on hold is no time on the call', () => {
  expect(callSeconds({...begun, heldSeconds: 20}, 90_000)).toMatchObject({talk: 70, held: 20, phase: 'talking'});
  expect(callSeconds({...begun, heldSince: 60_000}, 90_000)).toMatchObject({talk: 60, held: 30, phase: 'held'});
});

it('once they have hung up, it is after-call time that runs', () => {
  expect(callSeconds({...begun, talkEndedAt: 60_000}, 95_000)).toMatchObject({talk: 60, after: 35, phase: 'after'});
});

it('a clock that runs behind shows nothing below nought', () => {
  expect(callSeconds({...begun, openedAt: 5000}, 0).talk).toBe(0);
});

it('reads as clocks do', () => {
  expect([5, 754, 3723].map(clockInWords)).toEqual(['0:05', '12:34', '1:02:03']);
});
