/** The forms of whoever walks with people: the caseload and one case. */
import {randomUUID} from 'node:crypto';
import {addDays, londonClock} from '../../../app/domain/dates/calendar-date.ts';
import {insertCase, insertPromisedCall, insertProvider, insertVisit} from '../../factories/cases.ts';
import type {TestStaff} from '../../factories/staff.ts';
import {acts, NEXT, rows, type Filled, type FormBed, type FormCase} from './form-case.ts';

export function caseloadForms({sql, level, atProvider}: FormBed): FormCase[] {
  const walker = () => atProvider('link_worker');

  /** One act on a new case of somebody new. */
  const onCase = (
    act: string,
    fill: (id: string, as: TestStaff) => Promise<Pick<Filled, 'typed' | 'pressed' | 'among' | 'done'>>,
    fields: (as: TestStaff) => Record<string, unknown> = () => ({}),
  ): FormCase => ({
    route: 'caseload.case',
    what: act,
    make: async () => {
      const as = await walker();
      const {id} = await insertCase(sql, as, fields(as));
      const filled = await fill(id, as);
      return {as, page: `/caseload/cases/${id}`, ...filled, among: {act, ...filled.among}};
    },
  });
  const noted = (act: string, typed: Record<string, string>, fields?: () => Record<string, unknown>) =>
    onCase(act, async (id) => ({typed, done: rows('case_events', 'case_id', id)}), fields);

  return [
    {
      route: 'caseload.home',
      make: async () => {
        const as = await walker();
        const id = await insertPromisedCall(sql, as);
        const done = rows('call_back_attempts', 'call_back_id', id);
        return {as, page: '/caseload', among: {id}, typed: {}, pressed: {result: 'no_answer'}, done};
      },
    },
    {
      route: 'caseload.list',
      make: async () => ({as: await walker(), page: '/caseload/all', typed: {words: 'Nell'}}),
    },
    onCase('open', async (id) => {
      const [{personId}] = await sql<[{personId: string}]>`select person_id from cases where id = ${id}`;
      return {typed: {}, done: rows('openings', 'person_id', personId)};
    }),
    onCase('log', async (id) => ({
      pressed: {was: 'reached'},
      typed: {mode: 'home', minutes: '40', note: 'Tea together.\nShe laughed.', ...NEXT},
      done: rows('case_contacts', 'case_id', id),
    })),
    noted('next', NEXT),
    noted('note', {words: 'Her cat is called Tom.'}),
    noted('pause', {pauseReason: 'In hospital', pausedUntil: '2031-03-04'}),
    noted('resume', NEXT, () => ({status: 'paused', pauseReason: 'In hospital'})),
    noted('follow_up', NEXT),
    noted('tier', {tier: 'signposting', words: 'She only needs the number'}),
    noted('close', {closeReason: 'goals_met', outcome: 'She sings in a choir.'}),
    onCase(
      'reopen',
      async (id) => ({typed: NEXT, done: rows('case_events', 'case_id', id)}),
      ({staffId}) => ({
        ...{status: 'closed', closedAt: new Date(), closedBy: staffId, closeReason: 'goals_met', outcome: 'A choir.'},
        ...{nextStep: null, nextStepOn: null},
      }),
    ),
    onCase('transfer', async (id) => ({
      typed: {to: (await walker()).staffId, words: 'She likes to be rung in the morning'},
      done: rows('case_events', 'case_id', id),
    })),
    onCase('share', async (id) => ({
      typed: {with: (await insertProvider(sql, {beside: level.desk})).partnerId, words: 'They garden; she agrees'},
      done: rows('case_shares', 'case_id', id),
    })),
    onCase('unshare', async (id, {partnerId, staffId}) => {
      const other = await insertProvider(sql, {beside: level.desk});
      await insertProvider(sql, {beside: level.desk});
      await sql`
        insert into case_shares (case_id, partner_id, to_partner_id, why, shared_by)
        values (${id}, ${partnerId}, ${other.partnerId}, 'Together', ${staffId})
      `;
      return {typed: {}, among: {with: other.partnerId}, done: rows('case_events', 'case_id', id)};
    }),
    {
      route: 'caseload.cover',
      make: async () => {
        const as = await walker();
        const cover = (await walker()).staffId;
        const first = londonClock(new Date()).date;
        const done = rows('case_covers', 'staff_id', as.staffId);
        return {as, page: '/caseload/cover', typed: {cover, from: addDays(first, 7), until: addDays(first, 14)}, done};
      },
    },
    {
      route: 'caseload.move',
      make: async () => {
        const as = await walker();
        const {id} = await insertCase(sql, as);
        const done = rows('case_events', 'case_id', id);
        return {as, page: `/caseload/cases/${id}/move?to=paused`, typed: {pauseReason: 'In hospital'}, done};
      },
    },
    {
      route: 'caseload.visits',
      what: 'plan',
      make: async () => {
        const as = await walker();
        const {id} = await insertCase(sql, as);
        const typed = {
          place: 'The library',
          onDay: addDays(londonClock(new Date()).date, 1),
          leaves: '14:00',
          backBy: '16:00',
          companion: 'Sam',
        };
        return {
          as,
          page: `/caseload/cases/${id}/visits`,
          among: {act: 'plan'},
          typed: {mode: 'community_venue', ...typed},
          done: rows('case_visits', 'case_id', id),
        };
      },
    },
    {
      route: 'caseload.visits',
      what: 'back',
      make: async () => {
        const as = await walker();
        const {id} = await insertCase(sql, as);
        const visit = await insertVisit(sql, as, id);
        const done = acts('visit_ended', as);
        return {as, page: `/caseload/cases/${id}/visits`, among: {visit}, typed: {}, pressed: {act: 'back'}, done};
      },
    },
    {
      route: 'caseload.safeguarding',
      make: async () => {
        const as = await walker();
        const {id} = await insertCase(sql, as);
        const parts = {hasCareNeeds: 'yes', isAtRisk: 'not_known', cannotProtect: 'no'};
        const typed = {concern: 'She says her son\ntakes her money.', wishes: 'To be left alone', ...parts};
        return {
          as,
          page: `/caseload/cases/${id}/safeguarding`,
          typed,
          done: rows('safeguarding_concerns', 'case_id', id),
        };
      },
    },
    {
      route: 'concern',
      make: async () => {
        const as = await walker();
        const parts = {hasCareNeeds: 'yes', isAtRisk: 'yes', cannotProtect: 'not_known'};
        const typed = {about: 'The man at Larch Lane 4', concern: 'He is shouted at.', wishes: 'Not asked', ...parts};
        return {as, page: '/concern', typed, done: rows('safeguarding_concerns', 'raised_by', as.staffId)};
      },
    },
    {
      route: 'concern.who',
      make: async () => ({as: await walker(), page: '/concern/who', typed: {}, json: {words: 'Nell'}}),
    },
    {
      route: 'caseload.draft',
      make: async () => {
        const as = await walker();
        const {id} = await insertCase(sql, as);
        const done = rows('contact_drafts', 'case_id', id);
        const json = {
          page: randomUUID(),
          draft: randomUUID(),
          changes: [{name: 'note', value: 'She said', base: 0}],
        };
        return {as, page: `/caseload/cases/${id}/draft/fields`, typed: {}, json, done};
      },
    },
    {
      route: 'caseload.log-contact',
      make: async () => {
        const as = await walker();
        const {id} = await insertCase(sql, as);
        const typed = {mode: 'phone', was: 'reached', note: 'She sang.', draft: randomUUID(), ...NEXT};
        const json = {submission: randomUUID(), typed};
        const done = rows('case_contacts', 'case_id', id);
        return {as, page: `/caseload/cases/${id}/draft/log`, typed: {}, json, done};
      },
    },
  ];
}
