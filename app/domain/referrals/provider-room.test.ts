import {expect, it} from 'vitest';
import {isFull, otherRoomWords, ownRoomWords} from './provider-room.ts';

it('counts those who wait, and is never full where no number was agreed', () => {
  expect(isFull({capacity: 40, open: 35, waiting: 5})).toBe(true);
  expect(isFull({capacity: 40, open: 35, waiting: 4})).toBe(false);
  expect(isFull({capacity: null, open: 900, waiting: 50})).toBe(false);
});

it('is said of others as of the morning, of one’s own as it is', () => {
  expect(otherRoomWords({capacity: 40, open: 30, waiting: 0})).toBe(
    'About 30 open cases this morning, 40 agreed; hardly any waiting.',
  );
  expect(ownRoomWords({capacity: 40, open: 39, waiting: 1})).toBe(
    'Your organisation walks with 39, 40 agreed; 1 waits. That is as many as was agreed, or more.',
  );
  expect(ownRoomWords({capacity: null, open: 0, waiting: 2})).toBe(
    'Your organisation walks with 0, no number agreed; 2 wait.',
  );
});
