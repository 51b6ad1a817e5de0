/** The forms of a referral that came in. */
import {insertProvider, insertReferral} from '../../factories/cases.ts';
import {insertStaff, type TestStaff} from '../../factories/staff.ts';
import {changes, NEXT, rows, type Filled, type FormBed, type FormCase} from './form-case.ts';

export function inboxForms({sql, level, atProvider}: FormBed): FormCase[] {
  const walker = () => atProvider('link_worker');

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
    stamped('let_through', {}, {heldBecause: 'links'}),
    stamped('note', {words: 'Her neighbour rang.\nShe is in hospital.'}),
    stamped('ask', {words: 'Which school is it?'}),
    stamped('decline', {reason: 'no_space', alternative: 'The lunch club, 01632 960 001'}),
    onReferral('team', async (id, as) => {
      const [team] = await sql<[{id: string}]>`
        insert into teams (partner_id, name) values (${as.partnerId}, ${`East side ${id}`}) returning id
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
  ];
}
