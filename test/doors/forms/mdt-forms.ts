/** The forms of meetings of several professionals. */
import {randomUUID} from 'node:crypto';
import {bringToMdt} from '../../../app/domain/mdt/bring.server.ts';
import {addAction, askAttendee, listPeople} from '../../../app/domain/mdt/change-meeting.server.ts';
import {getMeeting} from '../../../app/domain/mdt/meeting.server.ts';
import {beginMdt, planMeeting} from '../../../app/domain/mdt/my-meetings.server.ts';
import {insertCase, insertProvider} from '../../factories/cases.ts';
import {insertStaff, type TestStaff} from '../../factories/staff.ts';
import {acts, changes, rows, type Filled, type FormBed, type FormCase} from './form-case.ts';

const PAGE = {name: 'Nell', reason: 'She falls.\nOften.', asks: 'Why?'};
const SUMMARY = {...PAGE, about: '', matters: '', around: '', inPlace: ''};
const BASIS = {basis: 'consent', consentBy: 'person', consentHow: 'spoken', basisNote: null} as const;

export function mdtForms({sql, web, level}: FormBed): FormCase[] {
  const form = (viewer: TestStaff, version = 1) => ({sql: web, viewer, door: 'mdt', submission: randomUUID(), version});
  const lead = () => insertProvider(sql, {beside: level.desk, roles: ['link_worker', 'team_lead']});

  /** A meeting that somebody prepares, with a person who waits, or is on its list. */
  async function meeting(isListed: boolean) {
    const as = await lead();
    const {id: mdtId} = await beginMdt(web, form(as), 'An MDT');
    const {id: caseId} = await insertCase(sql, as);
    await bringToMdt(web, form(as), {kind: 'case', id: caseId}, {mdtId, summary: SUMMARY, basis: BASIS});
    const planned = await planMeeting(web, form(as), {
      ...{mdtId, kind: 'mdt', heldOn: '2031-03-04', startsAt: null, place: null},
    });
    if (!planned.ok) throw new Error('No meeting');
    const [subject] = await sql<[{id: string}]>`select id from mdt_subjects where case_id = ${caseId}`;
    if (isListed) await listPeople(form(as), planned.id, [subject.id]);
    const found = (await getMeeting(web, {viewer: as}, planned.id))!;
    return {as, mdtId, caseId, id: planned.id, subjectId: subject.id, itemId: found.items[0]?.id ?? ''};
  }
  type Meeting = Awaited<ReturnType<typeof meeting>>;
  type Fill = (one: Meeting) => Promise<Pick<Filled, 'typed'> & Partial<Filled>>;

  const atMeeting = (act: string, fill: Fill, isListed = true): FormCase => ({
    route: 'mdt.meeting',
    what: act,
    make: async () => {
      const one = await meeting(isListed);
      const filled = await fill(one);
      const done = acts('mdt_changed', one.as);
      return {as: one.as, page: `/mdt/meetings/${one.id}`, done, ...filled, among: {act, ...filled.among}};
    },
  });
  const onPerson = (act: string, fill: Fill): FormCase => ({
    route: 'mdt.person',
    what: act,
    make: async () => {
      const one = await meeting(true);
      const filled = await fill(one);
      const page = `/mdt/meetings/${one.id}/people/${one.itemId}`;
      return {as: one.as, page, ...filled, among: {act, ...filled.among}};
    },
  });
  const colleague = async ({as, id}: Meeting): Promise<TestStaff> => {
    const one = await insertStaff(sql, as, {roles: ['link_worker']});
    await askAttendee(form(as), id, one.staffId);
    return one;
  };

  return [
    {
      route: 'mdt.home',
      what: 'begin',
      make: async () => {
        const as = await lead();
        const done = rows('mdts', 'organiser_id', as.staffId);
        return {as, page: '/mdt', typed: {name: 'South MDT'}, among: {act: 'begin'}, done};
      },
    },
    {
      route: 'mdt.home',
      what: 'plan',
      make: async () => {
        const as = await lead();
        const {id} = await beginMdt(web, form(as), 'An MDT');
        const typed = {mdt: id, kind: 'huddle', heldOn: '2031-03-04', startsAt: '14:30', place: 'Room 2'};
        return {as, page: '/mdt', typed, among: {act: 'plan'}, done: rows('mdt_meetings', 'mdt_id', id)};
      },
    },
    {
      route: 'mdt.home',
      what: 'done',
      make: async () => {
        const {as, id, itemId} = await meeting(true);
        const action = {what: 'Ring her', ownerId: as.staffId, dueOn: '2031-03-05'};
        await addAction(form(as), id, itemId, action);
        return {as, page: '/mdt', typed: {}, among: {act: 'done'}, done: acts('mdt_action_done', as)};
      },
    },
    {
      route: 'mdt.bring',
      make: async () => {
        const as = await lead();
        const {id: mdt} = await beginMdt(web, form(as), 'An MDT');
        const {id} = await insertCase(sql, as);
        const typed = {mdt, ...PAGE, basis: 'consent', consentBy: 'person', consentHow: 'written'};
        return {as, page: `/mdt/bring?case=${id}`, typed, done: rows('mdt_subjects', 'case_id', id)};
      },
    },
    {
      route: 'caseload.mdt',
      what: 'flags',
      make: async () => {
        const as = await lead();
        const {id} = await insertCase(sql, as);
        const done = rows('case_flags', 'case_id', id);
        return {as, page: `/caseload/cases/${id}/mdt`, typed: {flags: 'falls'}, among: {act: 'flags'}, done};
      },
    },
    {
      route: 'caseload.mdt',
      what: 'withdraw',
      make: async () => {
        const {as, caseId, subjectId} = await meeting(true);
        return {
          as,
          page: `/caseload/cases/${caseId}/mdt`,
          typed: {words: 'She does not want it'},
          among: {act: 'withdraw', subject: subjectId},
          done: changes('mdt_subjects', subjectId),
        };
      },
    },
    atMeeting(
      'list',
      async ({subjectId, id}) => ({
        ...{typed: {subjects: subjectId}, done: rows('mdt_items', 'meeting_id', id)},
      }),
      false,
    ),
    atMeeting('unlist', async ({itemId}) => ({typed: {}, among: {item: itemId}})),
    atMeeting('ask', async ({as, id}) => ({
      typed: {staff: (await insertStaff(sql, as, {roles: ['link_worker']})).staffId},
      done: rows('mdt_attendees', 'meeting_id', id),
    })),
    atMeeting('unask', async (one) => ({typed: {staff: (await colleague(one)).staffId}})),
    atMeeting('attendance', async ({as}) => ({typed: {[`came.${as.staffId}`]: 'came'}})),
    atMeeting('minutes', async ({as}) => ({
      typed: {notes: 'The room is cold.\nNext time elsewhere.'},
      pressed: {close: 'yes'},
      done: acts('mdt_closed', as),
    })),
    onPerson('decide', async ({itemId}) => ({
      typed: {decision: 'A review of her medicines.\nThen we look again.', comesAgain: 'yes'},
      done: changes('mdt_items', itemId),
    })),
    onPerson('agree', async ({as, itemId}) => ({
      typed: {what: 'Ask her GP', owner: as.staffId, dueOn: '2031-03-05'},
      done: rows('mdt_actions', 'item_id', itemId),
    })),
    onPerson('strike', async ({as, id, itemId}) => {
      await addAction(form(as), id, itemId, {what: 'Ring her', ownerId: as.staffId, dueOn: '2031-03-05'});
      return {typed: {}, done: acts('mdt_changed', as)};
    }),
    onPerson('summary', async ({subjectId}) => ({
      typed: {...PAGE, around: 'A son'},
      done: changes('mdt_subjects', subjectId),
    })),
  ];
}
