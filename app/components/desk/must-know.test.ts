import {expect, it} from 'vitest';
import {mustKnow} from './must-know.ts';

const nothing = {isDeceased: false, alerts: [], needs: [], contacts: [], address: null};

it('says what may harm somebody before how to talk with them, and of ways only those that are not safe', () =>
  expect(
    mustKnow({
      ...nothing,
      alerts: [{kind: 'Visit', note: 'A dog bites'}],
      needs: [{kind: 'Interpreter', need: 'Polish'}],
      contacts: [
        {
          kind: 'phone',
          label: 'Home',
          value: '01632 960001',
          flags: [
            {words: 'Not safe to call', isWarning: true},
            {words: 'Safe to write to', isWarning: false},
          ],
          isUnsafeToText: true,
        },
      ],
      address: {words: '1 High Street', isUnsafe: true},
    }),
  ).toEqual(['Visit: A dog bites', 'Not safe to call: 01632 960001', 'Not safe to send post', 'Interpreter: Polish']));

it('says nothing where there is nothing', () => expect(mustKnow(nothing)).toEqual([]));
