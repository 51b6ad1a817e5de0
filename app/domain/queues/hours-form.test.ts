import {describe, expect, it} from 'vitest';
import {readDay, readHours, typeHours, type TypedHours} from './hours-form.ts';
import {OFFICE_HOURS, type OutOfHours} from './opening-hours.ts';

const wait: OutOfHours = {rule: 'wait', says: 'Ring again tomorrow.', urgentNeverStops: true};
const typed = (changes: Partial<TypedHours> = {}): TypedHours => ({...typeHours(OFFICE_HOURS, wait), ...changes});

describe('opening hours as they are typed', () => {
  it('are read back as they were shown', () => {
    expect(typed().mon).toBe('08:30 to 17:00');
    expect(typed().sun).toBe('closed');
    expect(readHours(typed(), 'nursing')).toEqual({ok: true, hours: OFFICE_HOURS, outOfHours: wait});
  });

  it.each([
    [
      '8.30-12, 13:00 – 17:00',
      [
        ['08:30', '12:00'],
        ['13:00', '17:00'],
      ],
    ],
    ['9 to 5', [['09:00', '05:00']]],
    ['24 hours', [['00:00', '24:00']]],
    ['', []],
    ['when we like', null],
  ])('%j', (words, openings) => {
    expect(readDay(words)).toEqual(openings);
  });

  it('say which day cannot be read', () => {
    const read = readHours(typed({tue: '9 to 5', sat: 'mornings'}), 'nursing');
    expect(read.ok ? [] : Object.keys(read.problems)).toEqual(['tue', 'sat']);
  });

  it('must be open some time where things wait, and name another queue where one takes over', () => {
    const shut = {mon: '', tue: '', wed: '', thu: '', fri: ''};
    expect(readHours(typed(shut), 'nursing').ok).toBe(false);
    expect(readHours(typed({...shut, rule: 'round_the_clock'}), 'nursing').ok).toBe(true);
    expect(readHours(typed({rule: 'other_queue'}), 'nursing').ok).toBe(false);
    expect(readHours(typed({rule: 'other_queue', discipline: 'nursing'}), 'nursing').ok).toBe(false);
    expect(readHours(typed({rule: 'other_queue', discipline: 'therapy'}), 'nursing').ok).toBe(true);
    expect(readHours(typed({rule: 'whenever'}), 'nursing').ok).toBe(false);
  });
});
