import {describe, expect, it} from 'vitest';
import {eventWords} from './case-choices.ts';
import {dueWords, guidance, startOfLog, statusAfter, waitWords, workingDayIn} from './case-status.ts';

describe('how a case stands after a contact', () => {
  it('is tried, and active once they are reached', () => {
    expect(statusAfter('referred', false)).toBe('contact_attempted');
    expect(statusAfter('contact_attempted', false)).toBe('contact_attempted');
    expect(statusAfter('contact_attempted', true)).toBe('active');
    expect(statusAfter('referred', true)).toBe('active');
    expect(statusAfter('active', false)).toBe('active');
  });

  it('stays as somebody has set it: followed up, paused, closed', () => {
    for (const status of ['follow_up', 'paused', 'closed'] as const) {
      expect(statusAfter(status, true)).toBe(status);
      expect(statusAfter(status, false)).toBe(status);
    }
  });
});

describe('guidance', () => {
  it('counts contacts and weeks beside what is usual', () => {
    expect(guidance('plan', 5, '2026-11-01', '2026-11-28')).toEqual({
      words: '5 contacts of about 6 to 12, week 4 of about 13',
      isLong: false,
    });
    expect(guidance('signposting', 1, '2026-11-28', '2026-11-28').words).toBe(
      '1 contact of about 1 to 3, week 1 of about 4',
    );
  });

  it('says gently when it has been long', () => {
    expect(guidance('plan', 13, '2026-11-01', '2026-11-28').isLong).toBe(true);
    expect(guidance('plan', 2, '2026-08-01', '2026-11-28').isLong).toBe(true);
  });
});

describe('when something is due', () => {
  it('is said as people say it', () => {
    expect(dueWords('2026-11-28', '2026-11-28')).toEqual({words: 'Today', state: 'today'});
    expect(dueWords('2026-11-27', '2026-11-28')).toEqual({words: 'Yesterday', state: 'late'});
    expect(dueWords('2026-11-20', '2026-11-28').words).toBe('8 days late');
    expect(dueWords('2026-11-29', '2026-11-28').words).toBe('Tomorrow');
  });

  it('waits are told in hours, then in days', () => {
    const from = new Date('2026-11-01T10:00Z');
    expect(waitWords(from, new Date('2026-11-01T10:20Z'))).toBe('under an hour');
    expect(waitWords(from, new Date('2026-11-01T11:20Z'))).toBe('1 hour');
    expect(waitWords(from, new Date('2026-11-04T09:00Z'))).toBe('2 days');
  });
});

it('what happened in a case is said in one sentence, whoever did it', () => {
  expect(eventWords('told_referrer', 'Aisha Rahman')).toBe('Aisha Rahman told whoever asked');
  expect(eventWords('onward', 'Aisha Rahman')).toBe('Aisha Rahman passed them on');
  // A service answered: nobody of the staff did that.
  expect(eventWords('onward', null)).toBe('Passing on');
  expect(eventWords('measure', null)).toBe('They answered by their own link');
  expect(eventWords('closed', null)).toBe('Somebody who has left closed it');
});

describe('the form of a contact', () => {
  const today = '2026-11-27';
  const facts = {nextStep: 'Ring about the choir', nextStepOn: today, contacts: 3, lastMode: 'home'} as const;
  const starts = {today, nation: 'england-and-wales', mode: 'home'};

  it('keeps what was agreed for a later day, and proposes anew what was due', () => {
    // A Saturday that somebody has chosen stays one.
    const later = {...facts, nextStepOn: '2026-12-05'};
    expect(startOfLog(later, today)).toEqual({...starts, step: 'Ring about the choir', on: '2026-12-05'});
    expect(startOfLog(facts, today)).toEqual({...starts, step: 'Check in again', on: '2026-12-11'});
    expect(startOfLog({...facts, nextStep: null, nextStepOn: null}, today).step).toBe('Check in again');
  });

  it('tries somebody who was never reached again soon', () => {
    const never = {...facts, contacts: 0, lastMode: null};
    // Two days after a Friday is a Sunday.
    expect(startOfLog(never, today)).toEqual({...starts, mode: 'phone', step: 'Ring again', on: '2026-11-30'});
  });

  it('proposes no day on which nobody is there: at a weekend, at Christmas, at New Year', () => {
    const proposed = (day: string) => startOfLog({...facts, nextStepOn: day}, day).on;
    expect(proposed('2026-11-28')).toBe('2026-12-14');
    expect(proposed('2026-11-29')).toBe('2026-12-14');
    expect(proposed('2026-12-10')).toBe('2026-12-24');
    for (const day of ['2026-12-11', '2026-12-12', '2026-12-14', '2026-12-15'])
      expect(proposed(day)).toBe('2026-12-29');
    expect(proposed('2026-12-17')).toBe('2026-12-31');
    for (const day of ['2026-12-18', '2026-12-21']) expect(proposed(day)).toBe('2027-01-04');
    expect(workingDayIn('2026-12-18', 7)).toBe('2026-12-29');
    expect(workingDayIn('2026-11-16', 14, 'scotland')).toBe('2026-12-01');
  });
});
