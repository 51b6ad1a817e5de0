import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {seedQueues, seedStaff} from '../../../db/seed/load.ts';
import {within} from '../../../db/within.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import type {Discipline} from '../access/roles.ts';
import {hoursShape, outOfHoursShape} from './opening-hours.ts';
import {listQueues, queueFor, takesNow} from './queue-for.server.ts';

let database: TestDatabase;
let viewer: {staffId: string; partnerId: string};

beforeAll(async () => {
  database = await testDatabase();
  await seedStaff(database.sql);
  await seedQueues(database.sql);
  const [priya] = await database.sql<[typeof viewer]>`
    select id as staff_id, partner_id from staff where email = 'priya.nair@hub.example'
  `;
  viewer = priya;
});
afterAll(() => database.drop());

const taking = (discipline: Discipline, now: string) =>
  within(database.web, {purpose: 'desk', viewer}, (tx) => queueFor(tx, discipline, new Date(now)));

describe('the queues of the demonstration', () => {
  it('are seven, readable as the product writes them, and put in once', async () => {
    const queues = await within(database.web, {purpose: 'desk', viewer}, listQueues);
    expect(queues).toHaveLength(7);
    for (const queue of queues) {
      expect(hoursShape.parse(queue.hours)).toEqual(queue.hours);
      expect(outOfHoursShape.parse(queue.outOfHours)).toEqual(queue.outOfHours);
    }
    expect(queues.find(({discipline}) => discipline === 'safeguarding')?.leadId).not.toBeNull();
    expect(await seedQueues(database.sql)).toBe(0);
  });
});

describe('the queue that takes something now', () => {
  it('is that of the discipline while it is open', async () => {
    expect(await taking('therapy', '2026-03-03T10:00Z')).toMatchObject({
      discipline: 'therapy',
      isOpen: true,
      inPlaceOf: null,
      partnerName: 'Thames Heath Health Trust',
    });
  });

  it('is the one that its rule names out of hours', async () => {
    expect(await taking('therapy', '2026-03-07T10:00Z')).toMatchObject({discipline: 'nursing', inPlaceOf: 'therapy'});
    expect(await taking('nursing', '2026-03-07T21:00Z')).toMatchObject({discipline: 'nursing', isOpen: false});
    expect(await taking('mental_health', '2026-03-07T03:00Z')).toMatchObject({isOpen: true});
  });

  it('of nurses is open from 08:30 to 20:30 on every day, bank holidays too', async () => {
    for (const day of ['2026-03-03', '2026-03-07', '2026-04-03']) {
      // On Good Friday the clock on the wall is an hour ahead.
      const at = (time: string) => taking('nursing', `${day}T${time}${day > '2026-03-29' ? '+01:00' : 'Z'}`);
      expect(await at('08:29')).toMatchObject({isOpen: false});
      expect(await at('08:30')).toMatchObject({isOpen: true});
      expect(await at('20:29')).toMatchObject({isOpen: true});
      expect(await at('20:30')).toMatchObject({isOpen: false});
    }
  });

  it('is the discipline’s own where the rules lead round in a circle or nowhere', async () => {
    const queues = await within(database.web, {purpose: 'desk', viewer}, listQueues);
    const round = queues.map((queue) => ({
      ...queue,
      outOfHours: {
        rule: 'other_queue' as const,
        discipline: queue.discipline === 'therapy' ? ('nursing' as const) : ('therapy' as const),
        says: '',
        urgentNeverStops: false,
      },
    }));
    const night = new Date('2026-03-03T03:00Z');
    expect(takesNow(round, 'nursing', night)).toMatchObject({discipline: 'nursing', isOpen: false, inPlaceOf: null});
    const alone = round.filter(({discipline}) => discipline === 'nursing');
    expect(takesNow(alone, 'nursing', night)).toMatchObject({discipline: 'nursing', isOpen: false});
    expect(takesNow([], 'nursing', night)).toBeNull();
  });
});
