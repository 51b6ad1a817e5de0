import {describe, expect, it} from 'vitest';
import {alertProblems, readVisit} from './read-visit.ts';
import {stateOf} from './visit-choices.ts';

const TODAY = '2026-12-01';
const NOW = new Date('2026-12-01T13:00:00Z');
const RECORD_ID = '5f4b1a52-8a36-4e3c-9d6f-3c1b2a4d5e6f';
const whole = {
  mode: 'home',
  where: RECORD_ID,
  place: '',
  onDay: TODAY,
  leaves: '14:00',
  backBy: '16:30',
  companion: '',
};
const read = (typed: Record<string, string>, today = TODAY, now = NOW) => readVisit({...whole, ...typed}, today, now);
const problemsOf = (typed: Record<string, string>) => {
  const outcome = read(typed);
  return outcome.ok ? {} : outcome.problems;
};

describe('a visit', () => {
  it('goes to an address of the record, or where somebody says', () => {
    expect(read({})).toEqual({
      ok: true,
      value: {
        mode: 'home',
        place: {recordId: RECORD_ID},
        companion: null,
        leavesAt: new Date('2026-12-01T14:00:00Z'),
        backBy: new Date('2026-12-01T16:30:00Z'),
        isSettled: false,
      },
    });
    expect(read({where: 'other', place: '  The library,\nBracknell '})).toMatchObject({
      value: {place: {words: 'The library, Bracknell'}},
    });
    // Which of the two is meant would be a guess, and a wrong one when it matters most.
    expect(problemsOf({place: 'The library'})).toHaveProperty('place');
    expect(problemsOf({where: 'other'})).toEqual({place: 'Say where you will be'});
    expect(problemsOf({where: '', place: ' '})).toHaveProperty('place');
  });

  it('begins now where no time of leaving is given, and only today', () => {
    expect(read({leaves: ''})).toMatchObject({value: {leavesAt: NOW}});
    expect(problemsOf({leaves: '', onDay: '2026-12-02'})).toEqual({leaves: 'Say when you leave'});
  });

  it.each([
    [{backBy: ''}, 'backBy'],
    [{backBy: '13:59'}, 'backBy'],
    [{leaves: '11:00', backBy: '12:30'}, 'backBy'],
    [{backBy: 'later'}, 'backBy'],
    [{leaves: '25:00'}, 'leaves'],
    [{onDay: '2026-11-30'}, 'onDay'],
    [{onDay: '2027-04-01'}, 'onDay'],
    [{onDay: 'soon'}, 'onDay'],
    [{mode: 'moon'}, 'mode'],
    [{companion: 'a'.repeat(201)}, 'companion'],
  ])('says beside the field what is wrong: %j', (typed, field) => {
    expect(Object.keys(problemsOf(typed as Record<string, string>))).toEqual([field]);
  });

  it('reads times as people write them, on the clock of the day: also on days when it changes', () => {
    expect(read({leaves: '2.15pm', backBy: '5pm'})).toMatchObject({value: {backBy: new Date('2026-12-01T17:00:00Z')}});
    const summer = new Date('2026-03-28T10:00:00Z');
    expect(read({onDay: '29/3/2026', leaves: '14:00', backBy: '16:00'}, '2026-03-28', summer)).toMatchObject({
      value: {leavesAt: new Date('2026-03-29T13:00:00Z'), backBy: new Date('2026-03-29T15:00:00Z')},
    });
    const winter = new Date('2026-10-24T10:00:00Z');
    expect(read({onDay: '25/10/2026', leaves: '14:00', backBy: '16:00'}, '2026-10-24', winter)).toMatchObject({
      value: {leavesAt: new Date('2026-10-25T14:00:00Z'), backBy: new Date('2026-10-25T16:00:00Z')},
    });
  });
});

describe('alerts of a record', () => {
  const alone = {mode: 'home', companion: null, isSettled: false} as const;

  it('to visit in pairs ask who goes too, wherever it is', () => {
    expect(alertProblems(['visit_in_pairs'], {...alone, mode: 'community_venue'})).toHaveProperty('companion');
    expect(alertProblems(['visit_in_pairs', 'animal'], {...alone, companion: 'Sam'})).toEqual({});
  });

  it('not to visit hold for the home, unless the lead knows', () => {
    expect(alertProblems(['do_not_visit'], alone)).toHaveProperty('settled');
    expect(alertProblems(['do_not_visit'], {...alone, isSettled: true})).toEqual({});
    expect(alertProblems(['do_not_visit'], {...alone, mode: 'community_venue'})).toEqual({});
  });
});

describe('how a visit stands', () => {
  const visit = {leavesAt: NOW, backBy: new Date('2026-12-01T15:00:00Z'), backAt: null, calledOffAt: null};
  it.each([
    ['12:59', 'later'],
    ['13:00', 'out'],
    ['15:00', 'out'],
    ['15:01', 'late'],
    ['15:15', 'late'],
    ['15:16', 'overdue'],
  ])('at %s: %s', (time, state) => {
    expect(stateOf(visit, new Date(`2026-12-01T${time}:00Z`))).toBe(state);
  });

  it('is over once they are back, however late, or when it is called off', () => {
    const late = new Date('2026-12-01T20:00:00Z');
    expect(stateOf({...visit, backAt: late}, late)).toBe('back');
    expect(stateOf({...visit, calledOffAt: NOW}, late)).toBe('called_off');
  });
});
