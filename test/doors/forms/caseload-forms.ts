/** The forms of whoever walks with people: the caseload, a referral that came in, one case. */
import {randomUUID} from 'node:crypto';
import {addDays, londonClock} from '../../../app/domain/dates/calendar-date.ts';
import {insertCase, insertPromisedCall, insertProvider, insertReferral, insertVisit} from '../../factories/cases.ts';
import {insertStaff, type TestPartner, type TestStaff} from '../../factories/staff.ts';
import {acts, changes, rows, type Filled, type FormBed, type FormCase} from './form-case.ts';

const NEXT = {nextStep: 'Ring her daughter', nextOn: '2031-03-04'};

export function caseloadForms({sql, level}: FormBed): FormCase[] {
  let first: Promise<TestStaff> | null = null;
  const provider = (): Promise<TestPartner> => (first ??= insertProvider(sql, {beside: level.desk}));
  const walker = async () => insertStaff(sql, await provider(), {roles: ['link_worker']});

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

  const lead = async () => insertStaff(sql, await provider(), {roles: ['team_lead']});
  const supervise = ({staffId, partnerId}: TestStaff, workerId: string) => sql`
    insert into supervisions (worker_id, partner_id, lead_id, why)
    values (${workerId}, ${partnerId}, ${staffId}, 'I lead the team')
  `;
  /** One act of a lead on a new worker of theirs. */
  const onWorker = (
    act: string,
    place: '' | '/supervision',
    fill: (
      id: string,
      as: TestStaff,
    ) => Pick<Filled, 'typed' | 'among' | 'done'> | Promise<Pick<Filled, 'typed' | 'among' | 'done'>>,
  ): FormCase => ({
    route: place === '' ? 'caseload.worker' : 'caseload.supervision',
    what: act,
    make: async () => {
      const as = await lead();
      const {staffId} = await insertStaff(sql, as, {roles: ['link_worker']});
      const filled = await fill(staffId, as);
      return {as, page: `/caseload/lead/workers/${staffId}${place}`, ...filled, among: {act, ...filled.among}};
    },
  });

  /** One act on a referral that has just come in. */
  const onReferral = (
    act: string,
    fill: (id: string, as: TestStaff) => Promise<Pick<Filled, 'typed' | 'done'>>,
    fields: Record<string, unknown> = {},
  ): FormCase => ({
    route: 'caseload.referral',
    what: act,
    make: async () => {
      const as = await walker();
      const {id} = await insertReferral(sql, as, fields);
      return {as, page: `/caseload/inbox/${id}`, among: {act}, ...(await fill(id, as))};
    },
  });
  const stamped = (act: string, typed: Record<string, string>, fields?: Record<string, unknown>) =>
    onReferral(act, async (id) => ({typed, done: changes('referrals', id)}), fields);

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
      route: 'caseload.takes',
      make: async () => {
        const as = await insertProvider(sql, {beside: level.desk, roles: ['team_lead']});
        const typed = {says: 'We walk with people\nwho garden.', practices: 'Larch Lane\nThe Elms', capacity: '90'};
        const done = async () => {
          const [{version}] = await sql<[{version: number}]>`
            select version from referral_providers where partner_id = ${as.partnerId}
          `;
          return version;
        };
        return {as, page: '/caseload/lead/takes', typed, done};
      },
    },
    {
      route: 'caseload.team-takes',
      make: async () => {
        const as = await insertProvider(sql, {beside: level.desk, roles: ['team_lead']});
        const [team] = await sql<[{id: string}]>`
          insert into teams (partner_id, name) values (${as.partnerId}, 'East side') returning id
        `;
        const typed = {outcodes: 'RG12, RG42', practices: 'Larch Lane\nThe Elms', languages: 'Polish'};
        return {as, page: `/caseload/lead/takes/${team.id}`, typed, done: rows('team_takes', 'team_id', team.id)};
      },
    },
    {
      route: 'caseload.share',
      make: async () => {
        const as = await lead();
        const worker = await insertStaff(sql, as, {roles: ['link_worker']});
        const {id} = await insertCase(sql, as, {workerId: null});
        return {
          as,
          page: '/caseload/lead/share',
          typed: {[`to-${id}`]: worker.staffId},
          done: rows('case_events', 'case_id', id),
        };
      },
    },
    onWorker('week', '', (id) => ({
      typed: {hours: '22.5', ceiling: '30', outcodes: 'RG12, RG42', practices: 'Larch Lane\nThe Elms'},
      done: rows('worker_weeks', 'staff_id', id),
    })),
    onWorker('take_on', '/supervision', (id) => ({
      typed: {why: 'I lead the team\nin Bracknell'},
      done: rows('supervisions', 'worker_id', id),
    })),
    onWorker('write', '/supervision', async (id, as) => {
      await supervise(as, id);
      const typed = {words: 'She is well.\nShe learns a lot.', what: 'Book the training', dueOn: '2031-03-04'};
      return {typed, done: rows('supervision_notes', 'worker_id', id)};
    }),
    {
      route: 'caseload.own-supervision',
      make: async () => {
        const leads = await lead();
        const as = await insertStaff(sql, leads, {roles: ['link_worker']});
        await supervise(leads, as.staffId);
        const here = {workerId: as.staffId, partnerId: as.partnerId};
        const [note] = await sql<[{id: string}]>`
          insert into supervision_notes ${sql({...here, heldOn: '2026-11-01'})} returning id
        `;
        const [action] = await sql<[{id: string}]>`
          insert into supervision_actions
            ${sql({...here, noteId: note.id, ownerId: as.staffId, what: 'Book the training', dueOn: '2031-03-04'})}
          returning id
        `;
        const done = acts('supervision_action_done', as);
        return {as, page: '/caseload/supervision', typed: {}, among: {action: action.id}, done};
      },
    },
    {
      route: 'caseload.list',
      make: async () => ({as: await walker(), page: '/caseload/all', typed: {words: 'Nell'}}),
    },
    stamped('let_through', {}, {heldBecause: 'links'}),
    stamped('note', {words: 'Her neighbour rang.\nShe is in hospital.'}),
    stamped('ask', {words: 'Which school is it?'}),
    stamped('decline', {reason: 'no_space', alternative: 'The lunch club, 01632 960 001'}),
    onReferral('team', async (id, as) => {
      const [team] = await sql<[{id: string}]>`
        insert into teams (partner_id, name) values (${as.partnerId}, 'East side') returning id
      `;
      return {typed: {team: team.id}, done: changes('referrals', id)};
    }),
    onReferral('pass_on', async (id) => ({
      typed: {to: (await insertProvider(sql, {beside: level.desk})).partnerId, words: 'She lives nearer to them'},
      done: rows('referrals', 'passed_from', id),
    })),
    onReferral(
      'accept',
      async (id) => ({
        typed: {who: 'new', tier: 'plan', ...NEXT},
        done: rows('cases', 'referral_id', id),
      }),
      {familyName: 'Acceptable'},
    ),
    {
      route: 'caseload.referral',
      what: 'accept for the one suggested, though the list says the lead',
      make: async () => {
        const as = await insertProvider(sql, {beside: level.desk, roles: ['team_lead', 'link_worker']});
        const suggested = await insertStaff(sql, as, {roles: ['link_worker']});
        const week = {partnerId: as.partnerId, languages: ['Nepali']};
        await sql`insert into worker_weeks ${sql({...week, staffId: suggested.staffId})}`;
        const {id} = await insertReferral(sql, as, {language: 'Nepali', familyName: 'Gurung'});
        return {
          as,
          page: `/caseload/inbox/${id}`,
          among: {act: 'accept'},
          typed: {who: 'new', tier: 'plan', ...NEXT},
          pressed: {take: suggested.staffId},
          done: async () => {
            const theirs = await sql`select from cases where referral_id = ${id} and worker_id = ${suggested.staffId}`;
            return theirs.length;
          },
        };
      },
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
      route: 'caseload.referral-safeguarding',
      make: async () => {
        const as = await walker();
        const {id} = await insertReferral(sql, as);
        const parts = {hasCareNeeds: 'not_known', isAtRisk: 'yes', cannotProtect: 'yes'};
        const typed = {concern: 'Nell Example. She says\nthe door is locked.', wishes: 'To go out', ...parts};
        const done = rows('safeguarding_concerns', 'referral_id', id);
        return {as, page: `/caseload/inbox/${id}/safeguarding`, typed, done};
      },
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
