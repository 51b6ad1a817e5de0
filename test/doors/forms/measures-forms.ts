/** The forms of measures, plans and looking back within a case, and of whoever answers by their own link. */
import {randomUUID} from 'node:crypto';
import {askByLink} from '../../../app/domain/measures/ask-by-link.server.ts';
import {getScale} from '../../../app/domain/measures/scales.server.ts';
import {takeMeasure} from '../../../app/domain/measures/take-measure.server.ts';
import type {Sender} from '../../../app/domain/people/staff-request.ts';
import {EMPTY_PLAN} from '../../../app/domain/plans/plan-choices.ts';
import {typedPlan} from '../../../app/domain/plans/plan-form.ts';
import {keepPlan} from '../../../app/domain/plans/plans.server.ts';
import {insertCase, insertProvider} from '../../factories/cases.ts';
import type {TestStaff} from '../../factories/staff.ts';
import {SITE_SECRET} from '../site.ts';
import {acts, rows, type Filled, type FormBed, type FormCase} from './form-case.ts';

export function measuresForms({sql, web, level}: FormBed): FormCase[] {
  const formOf = (viewer: TestStaff, door: string): Sender => ({viewer, door, submission: randomUUID()});
  const ask = async (as: TestStaff, id: string): Promise<string> => {
    const asked = {
      scales: ['ons4'],
      occasion: 'start',
      sentBy: 'by_hand',
      to: null,
      siteAddress: '',
      siteSecret: SITE_SECRET,
    } as const;
    const made = await askByLink(web, formOf(as, 'cases.measures'), id, {...asked, scales: [...asked.scales]});
    if (!made.ok || !made.link) throw new Error('There is no link.');
    return made.link;
  };
  const within = (
    route: string,
    what: string,
    path: string,
    fill: (id: string, as: TestStaff) => Promise<Omit<Filled, 'as' | 'page'> & {page?: string}>,
  ): FormCase => ({
    route,
    what,
    make: async () => {
      const as = await insertProvider(sql, {beside: level.desk});
      const {id} = await insertCase(sql, as);
      return {as, page: `/caseload/cases/${id}/${path}`, ...(await fill(id, as))};
    },
  });

  return [
    within('caseload.measure', 'take', 'measures/ons4?occasion=start', async (id) => ({
      typed: {satisfied: '4', anxious: '7', answeredBy: 'together'},
      done: rows('measures', 'case_id', id),
    })),
    within('caseload.measures', 'ask', 'measures', async (id) => ({
      typed: {scales: 'ons4', occasion: 'review', sentBy: 'email', to: 'nell@home.example'},
      among: {act: 'ask'},
      done: rows('measure_asks', 'case_id', id),
    })),
    within('caseload.measures', 'ask by hand', 'measures', async (id) => ({
      typed: {scales: 'ons4', sentBy: 'by_hand'},
      among: {act: 'ask'},
      done: rows('measure_asks', 'case_id', id),
    })),
    within('caseload.measures', 'withdraw', 'measures', async (id, as) => {
      await ask(as, id);
      return {typed: {}, among: {act: 'withdraw'}, done: acts('measure_asked', as)};
    }),
    within('caseload.measures', 'strike', 'measures', async (id, as) => {
      const scale = getScale('ons4')!;
      const taken = {occasion: 'start', takenOn: '2026-03-02', how: 'worker', answeredBy: 'person'} as const;
      await takeMeasure(web, formOf(as, 'cases.measures'), id, {scale, ...taken, answers: {satisfied: 4}});
      const typed = {reason: 'That was somebody else’s paper.'};
      return {typed, among: {act: 'strike'}, done: acts('measure_struck', as)};
    }),
    within('caseload.outcomes', 'write down', 'outcomes', async (id) => ({
      typed: {'domain.mood': 'improved', 'use.gp.before': '12', 'use.gp.after': '3', 'source.gp': 'person'},
      done: rows('case_outcomes', 'case_id', id),
    })),
    within('caseload.plan-edit', 'keep', 'plan/edit', async (id) => ({
      typed: {matters: 'My garden.\nMy dog.', 'goal.0.words': 'Get out more', agreedBy: 'together'},
      done: rows('plan_versions', 'case_id', id),
    })),
    within('caseload.plan.fields', 'keep as it is typed', 'plan/fields', async (id) => ({
      typed: {},
      json: {page: randomUUID(), seen: 0, changes: [{name: 'matters', value: 'My garden', base: 0}]},
      done: rows('plan_draft_fields', 'draft_id', id),
    })),
    within('caseload.plan.follow', 'be there', 'plan/follow', async (id) => ({
      typed: {},
      json: {page: randomUUID(), seen: 0, field: null, known: {}},
      done: rows('plan_presence', 'draft_id', id),
    })),
    within('caseload.plan-find', 'take', 'plan/find', async (id, as) => {
      const goal = {words: 'Get out more', now: null, wanted: null, tags: [], steps: []};
      const content = {...EMPTY_PLAN, goals: [goal]};
      await sql`update cases set needs = array['loneliness'] where id = ${id}`;
      await sql`
        insert into plan_versions (case_id, partner_id, number, content, agreed_by, made_by)
        values (${id}, ${as.partnerId}, 1, ${sql.json(content)}, 'person', ${as.staffId})
      `;
      const [service] = await sql<[{id: string}]>`select id from services order by number limit 1`;
      return {
        typed: {words: 'Somewhere to sing', chosen: service.id},
        pressed: {act: 'take'},
        done: acts('plan_changed', as),
      };
    }),
    within('caseload.plan', 'give', 'plan', async (id, as) => {
      const plan = {...EMPTY_PLAN, matters: 'My garden'};
      const sent = {page: randomUUID(), seen: 0, typed: typedPlan(plan), known: {}};
      await keepPlan(web, formOf(as, 'cases.plan'), id, {seen: 0, sent});
      return {
        typed: {by: 'email', email: 'nell@home.example', consent: 'person written'},
        done: rows('plan_copies', 'case_id', id),
      };
    }),
    {
      route: 'answer',
      make: async () => {
        const by = await insertProvider(sql, {beside: level.desk});
        const {id} = await insertCase(sql, by);
        return {as: null, page: await ask(by, id), typed: {satisfied: '4'}, done: rows('measures', 'case_id', id)};
      },
    },
  ];
}
