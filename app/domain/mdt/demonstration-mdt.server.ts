/** A made-up multidisciplinary team of the demonstration, with one meeting that was and one that is to come. */
import {randomUUID} from 'node:crypto';
import type {Sql} from '../../../db/client.ts';
import {inOneTransaction} from '../../../db/in-one-transaction.ts';
import {within} from '../../../db/within.ts';
import {addDays, weekdayOf} from '../dates/calendar-date.ts';
import type {Sender} from '../people/staff-request.ts';
import {beginBringing, bringToMdt} from './bring.server.ts';
import {keepFlags} from './case-flags.server.ts';
import {addAction, askAttendee, decide, keepMinutes, listPeople, noteAttendance} from './change-meeting.server.ts';
import {getMeeting} from './meeting.server.ts';
import {beginMdt, planMeeting} from './my-meetings.server.ts';

const LEAD = 'Siobhan Kelly';
const OTHERS = ['Aisha Rahman', 'Ben Carter', 'Maria Santos', 'Alan Birch', 'Beth Lawson'];

/** What is asked about each, and what came of it at the meeting that was. */
const STORIES = [
  {
    flags: ['falls', 'medicines'],
    reason: 'Two falls since the summer, and a bag of tablets nobody has gone through for a year.',
    asks: 'Could the tablets have to do with the falls?',
    decision: 'A review of all medicines first. Then we look at the bathroom.',
    comesAgain: true,
    action: {what: 'Go through all medicines at home', owner: 'Beth Lawson', days: 3},
  },
  {
    flags: ['emergency_department'],
    reason: 'Rings 999 most Sunday evenings. What they say is that the evening is long.',
    asks: 'Who could be there on a Sunday?',
    decision: 'A Sunday call for six weeks, and the lunch club near by.',
    comesAgain: true,
    action: {what: 'Ask the lunch club about a lift on Sundays', owner: 'Aisha Rahman', days: 1},
  },
  {
    flags: ['admissions', 'conditions'],
    reason: 'In hospital twice since spring with their chest. The flat is cold.',
    asks: 'Who sees to the heating, and who looks in when they come home?',
    decision: 'A warm-home visit this week; the nurse looks in after any stay.',
    comesAgain: false,
    action: {what: 'Arrange the warm-home visit', owner: 'Alan Birch', days: 2},
  },
];

/** Nobody meets on a Saturday or a Sunday. */
const onWeekday = (day: string) => addDays(day, weekdayOf(day) >= 5 ? 7 - weekdayOf(day) : 0);

type Someone = Sender['viewer'] & {name: string};

/**
 * Puts it in, all or nothing, where there is none yet and where the people of the demonstration are. Returns how many meetings.
 * @param today 'YYYY-MM-DD'
 */
export const loadDemonstrationMdt = (sql: Sql, today: string): Promise<number> =>
  inOneTransaction(sql, (whole) => putInAll(whole, today));

async function putInAll(sql: Sql, today: string): Promise<number> {
  const {everybody, cases} = await within(sql, {purpose: 'sign-in'}, async (tx) => ({
    everybody: await tx<Someone[]>`
      select id as staff_id, partner_id, partnership_id, '' as session_id, name
      from staff
      where is_demonstration and name = any(${[LEAD, ...OTHERS]})
    `,
    cases: await tx<{id: string; workerName: string}[]>`
      select cases.id, staff.name as worker_name
      from cases
      join people on people.id = cases.person_id
      join staff on staff.id = cases.worker_id and staff.is_demonstration
      where
        cases.status = 'active'
        and staff.name = any(${OTHERS})
        and not exists (select from mdts where mdts.partner_id = cases.partner_id)
      order by people.birth_date nulls last, cases.id
      limit ${STORIES.length + 1}
    `,
  }));
  const who = (name: string) => everybody.find((one) => one.name === name)!;
  if (everybody.length <= OTHERS.length || cases.length <= STORIES.length) return 0;
  const form = (viewer: Someone, version = 1) => ({...{sql, viewer, version}, door: 'mdt', submission: randomUUID()});
  const lead = who(LEAD);

  const {id: mdtId} = await beginMdt(sql, form(lead), 'Bracknell MDT');
  for (const [place, {id, workerName}] of cases.entries()) {
    const {flags, reason, asks} = STORIES[place] ?? STORIES[0]!;
    const worker = who(workerName);
    await keepFlags(sql, form(worker), id, flags);
    // The last is flagged, and whoever walks with them has yet to decide.
    if (place === STORIES.length) continue;
    const begun = await beginBringing(sql, {viewer: worker}, {kind: 'case', id});
    const summary = {...begun!.beginning.summary, name: begun!.beginning.summary.name || 'Somebody', reason, asks};
    const basis = {basis: 'consent', consentBy: 'person', consentHow: 'spoken', basisNote: null} as const;
    await bringToMdt(sql, form(worker), {kind: 'case', id}, {mdtId, summary, basis});
  }
  const plan = async (days: number) => {
    const meeting = {
      mdtId,
      kind: 'mdt',
      heldOn: onWeekday(addDays(today, days)),
      startsAt: '14:00',
      place: 'The Larch Room',
    } as const;
    const planned = await planMeeting(sql, form(lead), meeting);
    if (!planned.ok) throw new Error('The meeting of the demonstration was not planned');
    return planned.id;
  };
  const put = async (meetingId: string) => {
    const {waiting} = (await getMeeting(sql, {viewer: lead}, meetingId))!;
    const subjects = waiting.map(({id}) => id);
    await listPeople(form(lead), meetingId, subjects);
  };

  const past = await plan(-7);
  for (const name of OTHERS) await askAttendee(form(lead), past, who(name).staffId);
  await put(past);
  await noteAttendance(form(lead), past, Object.fromEntries(everybody.map(({staffId}) => [staffId, 'came' as const])));
  const {items} = (await getMeeting(sql, {viewer: lead}, past))!;
  for (const item of items) {
    const story = STORIES.find(({asks}) => asks === item.summary.asks)!;
    await decide(form(lead, item.version), past, item.id, story);
    const {what, owner, days} = story.action;
    await addAction(form(lead), past, item.id, {what, ownerId: who(owner).staffId, dueOn: addDays(today, days)});
  }
  const {version} = (await getMeeting(sql, {viewer: lead}, past))!;
  await keepMinutes(form(lead, version), past, {notes: 'From January we meet every second Tuesday.', isClosed: true});
  await put(await plan(7));
  return 2;
}
