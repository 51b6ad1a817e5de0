/** The forms of second level and of whoever leads a desk. */
import {randomUUID} from 'node:crypto';
import {anEndedCall} from '../../factories/calls.ts';
import {aCall, aConcern, aHandoff, aPractitioner} from '../../factories/second-level.ts';
import type {TestStaff} from '../../factories/staff.ts';
import {acts, changes, rows, type FormBed, type FormCase} from './form-case.ts';

export function secondLevelForms({sql, web, level, colleague}: FormBed): FormCase[] {
  return [
    {
      route: 'desk.call-backs',
      make: async () => {
        const as = await colleague('call_handler');
        const id = await aCallBack(as);
        return {
          as,
          page: '/desk/call-backs?show=mine',
          among: {id},
          typed: {note: 'Her sister answered.'},
          pressed: {result: 'no_answer'},
          done: rows('call_back_attempts', 'call_back_id', id),
        };
      },
    },
    {
      route: 'desk.lead',
      what: 'give',
      make: async () => {
        const [as, from, to] = [
          await colleague('team_lead'),
          await colleague('call_handler'),
          await colleague('call_handler'),
        ];
        const id = await aCallBack(from);
        return {as, page: '/desk/lead', among: {id}, typed: {to: to.staffId}, done: changes('call_backs', id)};
      },
    },
    {
      route: 'desk.lead',
      what: 'find',
      make: async () => {
        const [as, handler] = [await colleague('team_lead'), await colleague('call_handler')];
        const {reference} = await aCall(sql, handler, {endings: ['information_given']});
        return {as, page: '/desk/lead', typed: {reference}, among: {act: 'find'}};
      },
    },
    {
      route: 'desk.review',
      make: async () => {
        const [as, handler] = [await colleague('team_lead'), await colleague('call_handler')];
        const id = await anEndedCall(web, handler);
        return {
          as,
          page: `/desk/lead/reviews/${id}`,
          typed: {greeting: '3', wentWell: 'Time to breathe.\nNo hurry.'},
          done: rows('call_reviews', 'call_id', id),
        };
      },
    },
    {
      route: 'desk.handoff',
      what: 'note',
      make: async () => {
        const as = await aPractitioner(sql, level.trust, 'nursing');
        const id = await aHandoff(sql, {handler: level.handler, queueId: level.nursing});
        return {
          as,
          page: `/desk/handoffs/${id}`,
          among: {act: 'note'},
          typed: {note: 'Rang her.\nShe is well.'},
          done: rows('handoff_steps', 'handoff_id', id),
        };
      },
    },
    {
      route: 'desk.handoff',
      what: 'take up',
      make: async () => {
        const as = await aPractitioner(sql, level.trust, 'nursing');
        const id = await aHandoff(sql, {handler: level.handler, queueId: level.nursing});
        return {
          as,
          page: `/desk/handoffs/${id}`,
          among: {act: 'claim'},
          typed: {},
          done: acts('handoff_claimed', as),
        };
      },
    },
    {
      route: 'desk.safeguarding.one',
      make: async () => {
        const id = await aConcern(sql, level.handler, level.alan);
        return {
          as: level.alan,
          page: `/desk/safeguarding/${id}`,
          typed: {decision: 'enquiry', note: 'We visit today.'},
          done: changes('safeguarding_concerns', id),
        };
      },
    },
    {
      route: 'desk.settings',
      make: async () => {
        const as = await colleague('team_lead');
        const before = await changes('queues', level.safeguarding)(sql);
        return {
          as,
          page: '/desk/settings?queue=safeguarding',
          typed: {says: `Ring again in the morning, ${randomUUID()}`},
          done: async () => (await changes('queues', level.safeguarding)(sql)) - before,
        };
      },
    },
  ];

  async function aCallBack({staffId, partnerId, ...handler}: TestStaff): Promise<string> {
    const call = await aCall(sql, {staffId, partnerId, ...handler}, {endings: ['information_given']});
    const [row] = await sql<[{id: string}]>`
      insert into call_backs (call_id, partner_id, due_at, staff_id, phone, about)
      values (${call.id}, ${partnerId}, now() + interval '1 hour', ${staffId}, '+441632960001', 'Whether the bus runs.')
      returning id
    `;
    return row.id;
  }
}
