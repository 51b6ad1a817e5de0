/** The forms of passing on, and of a service that answers by its link. */
import {randomUUID} from 'node:crypto';
import {passOn} from '../../../app/domain/onward/onward.server.ts';
import {insertCase, insertProvider} from '../../factories/cases.ts';
import {insertListing, passedOn} from '../../factories/onward.ts';
import {SITE_SECRET} from '../site.ts';
import {acts, rows, type FormBed, type FormCase} from './form-case.ts';

export function onwardForms({sql, web, level}: FormBed): FormCase[] {
  const aCase = async () => {
    const as = await insertProvider(sql, {beside: level.desk});
    const {id} = await insertCase(sql, as, {needs: ['loneliness']});
    return {as, id, page: `/caseload/cases/${id}/onward`, service: await insertListing(sql)};
  };
  const sent = async () => {
    const {as, id, page, service} = await aCase();
    const form = {viewer: as, door: 'cases.onward', submission: randomUUID()};
    await passOn(web, form, id, {service, made: passedOn(), siteAddress: '', siteSecret: SITE_SECRET});
    const [{body}] = await sql<[{body: string}]>`select body from messages where partner_id = ${as.partnerId}`;
    return {as, id, page, link: /\/onward\/[\w-]{43}/.exec(body)![0]};
  };
  const made = async () => {
    const {as, page} = await sent();
    return {as, page};
  };
  const bea = {
    ...{organisation: 'Choirs of Mill Ride', name: 'Bea Lark', role: 'Leads the choir', phone: '01632 960001'},
    ...{email: 'bea@choirs.example', approach: 'Ring first.\nNever on a Friday.'},
  };
  const known = async () => {
    const as = await insertProvider(sql, {beside: level.desk});
    const [{id}] = await sql<[{id: string}]>`
      insert into known_contacts ${sql({...bea, partnerId: as.partnerId, changedBy: as.staffId, checkedOn: '2026-01-05'})}
      returning id
    `;
    return {as, page: `/caseload/contacts/${id}`};
  };
  return [
    {
      route: 'caseload.contact',
      what: 'write down',
      make: async () => {
        const as = await insertProvider(sql, {beside: level.desk});
        const done = rows('known_contacts', 'partner_id', as.partnerId);
        return {as, page: '/caseload/contacts/new', typed: bea, among: {act: 'keep'}, done};
      },
    },
    {
      route: 'caseload.contact',
      what: 'take off',
      make: async () => {
        const {as, page} = await known();
        return {as, page, typed: {}, among: {act: 'remove'}, done: acts('contact_removed', as)};
      },
    },
    {
      route: 'caseload.onward',
      what: 'pass on',
      make: async () => {
        const {as, id, page, service} = await aCase();
        const typed = {
          ...{kind: 'accompanied', need: 'loneliness', to: 'hello@singers.example', consent: 'person written'},
          shared: 'Nell would like to sing.\nMornings are best.',
        };
        const done = rows('onward_referrals', 'case_id', id);
        const first = {...typed, act: 'preview'};
        return {as, page: `${page}?service=${service.slug}`, first, typed: {}, pressed: {act: 'pass'}, done};
      },
    },
    {
      route: 'caseload.onward',
      what: 'note',
      make: async () => {
        const {as, page} = await made();
        return {
          as,
          page,
          typed: {becomes: 'declined', reason: 'full'},
          among: {act: 'note'},
          done: acts('onward_noted', as),
        };
      },
    },
    {
      route: 'caseload.onward',
      what: 'withdraw',
      make: async () => {
        const {as, page} = await made();
        return {as, page, typed: {}, among: {act: 'withdraw'}, done: acts('onward_withdrawn', as)};
      },
    },
    {
      route: 'onward',
      make: async () => {
        const {id, link} = await sent();
        const done = async () => {
          const [row] = await sql<[{count: number}]>`
            select count(*)::integer as count from case_events where case_id = ${id} and words like '%: accepted'
          `;
          return row.count;
        };
        return {as: null, page: link, typed: {becomes: 'accepted'}, done};
      },
    },
  ];
}
