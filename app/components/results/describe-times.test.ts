import {describe, expect, it} from 'vitest';
import type {ListingTime} from '../../../search/document-schema.ts';
import {enServer} from '../../i18n/en-server.ts';
import {describeTimes} from './describe-times.ts';

const said = (...times: ListingTime[]) => describeTimes(times, enServer);

describe('regular times in words', () => {
  it('says a weekly time as people do', () => {
    expect(said({days: ['WE'], from: '10:30', to: '12:00'})).toEqual(['Every Wednesday, 10:30am to 12 noon']);
    expect(said({days: ['SA'], from: '12:00', to: '12:45'})).toEqual(['Every Saturday, 12 noon to 12:45pm']);
    expect(said({days: ['FR'], from: '19:00'})).toEqual(['Every Friday, from 7pm']);
    expect(said({days: ['FR'], to: '17:00'})).toEqual(['Every Friday, until 5pm']);
    expect(said({days: ['FR']})).toEqual(['Every Friday']);
  });

  it('says three days in a row as a range, and two with "and"', () => {
    const hours = {from: '09:00', to: '17:00'};
    expect(said({days: ['MO', 'TU', 'WE', 'TH', 'FR'], ...hours})).toEqual(['Monday to Friday, 9am to 5pm']);
    expect(said({days: ['MO', 'TU'], ...hours})).toEqual(['Monday and Tuesday, 9am to 5pm']);
    expect(said({days: ['MO', 'TU', 'WE', 'FR'], ...hours})).toEqual(['Monday to Wednesday and Friday, 9am to 5pm']);
    expect(said({days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']})).toEqual(['Every day']);
  });

  it('knows day and night from midnight to midnight', () => {
    expect(said({days: [], from: '00:00', to: '24:00'})).toEqual(['Every day, 24 hours']);
    expect(said({days: [], from: '00:00', to: '23:59'})).toEqual(['Every day, 24 hours']);
    expect(said({days: ['SA'], from: '20:00', to: '23:59'})).toEqual(['Every Saturday, 8pm to midnight']);
  });

  it('says which week of the month', () => {
    expect(said({days: ['TU'], weeks: [1, 3], from: '14:00', to: '16:00'})).toEqual([
      'First and third Tuesday of the month, 2pm to 4pm',
    ]);
    expect(said({days: ['FR'], weeks: [-1]})).toEqual(['Last Friday of the month']);
    expect(said({days: ['FR'], weeks: [-1, 2]})).toEqual(['Second and last Friday of the month']);
    expect(said({days: ['MO'], weeks: [2], every: 2})).toEqual(['Second Monday of every other month']);
    expect(said({days: ['MO'], weeks: [2], every: 3})).toEqual(['Second Monday of the month, every 3 months']);
    expect(said({days: ['MO'], weeks: [1, 2, 3, 4, 5]})).toEqual(['Every Monday']);
  });

  it('says which date of the month', () => {
    expect(said({days: [], monthDays: [15, 1]})).toEqual(['1st and 15th of the month']);
    expect(said({days: [], monthDays: [22, -1]})).toEqual(['22nd and last day of the month']);
    expect(said({days: ['FR'], monthDays: [13]})).toEqual(['Friday when it is the 13th']);
  });

  it('says every second week in a way that cannot be taken for the second week', () => {
    expect(said({days: ['WE'], every: 2})).toEqual(['Every other week on Wednesday']);
    expect(said({days: ['WE', 'TH'], every: 3})).toEqual(['Every 3 weeks on Wednesday and Thursday']);
  });

  it('puts days with the same hours, and hours of the same days, on one line', () => {
    expect(
      said(
        {days: ['TU'], from: '13:00', to: '17:00'},
        {days: ['MO'], from: '13:00', to: '17:00'},
        {days: ['MO', 'TU'], from: '09:00', to: '12:00'},
        {days: ['SA'], from: '09:00', to: '12:00'},
      ),
    ).toEqual(['Monday and Tuesday, 1pm to 5pm', 'Monday, Tuesday and Saturday, 9am to 12 noon'].reverse());
    expect(said({days: ['MO'], from: '13:00', to: '17:00'}, {days: ['MO'], from: '09:00', to: '12:00'})).toEqual([
      'Every Monday, 9am to 12 noon and 1pm to 5pm',
    ]);
  });

  it('keeps what the publisher adds', () => {
    expect(said({days: ['TU'], from: '14:00', to: '16:00', note: 'Not in August'})).toEqual([
      'Every Tuesday, 2pm to 4pm (Not in August)',
    ]);
  });

  it('has nothing to say about no times', () => {
    expect(said()).toEqual([]);
  });
});
