/** The forms by which anyone asks for a link worker. */
import {randomUUID} from 'node:crypto';
import {startDraft} from '../../../app/domain/referrals/refer-drafts.server.ts';
import {hashToken, makeToken} from '../../../app/domain/access/secrets.server.ts';
import {referrerLink} from '../../../app/domain/referrals/referrer-link.server.ts';
import {insertProvider, insertReferral} from '../../factories/cases.ts';
import {rows, type Filled, type FormBed, type FormCase} from './form-case.ts';

const ABOUT = {givenName: 'Nell', familyName: 'Archer', phone: '07700 900123'};

export function referForms({sql, web, level}: FormBed): FormCase[] {
  /** A page of the public form, with all the others filled in before. */
  const onPage = (what: string, step: string, fill: Pick<Filled, 'typed' | 'pressed'>, done: Done): FormCase => ({
    route: 'refer.form',
    what,
    make: async () => {
      await insertProvider(sql, {beside: level.desk});
      const reason = `I have nobody to talk to, ${randomUUID()}`;
      const before = {...ABOUT, forWhom: 'self', reachBy: 'phone', safeToLeaveMessage: 'no', reason};
      const token = await startDraft(web, 'public', before);
      const page = `/refer/form?step=${step}`;
      return {as: null, page, ...fill, cookie: `refer=${token}`, ...done(reason, token)};
    },
  });
  type Done = (reason: string, token: string) => Pick<Filled, 'done'>;
  const dropped = (token: string) => async () => {
    const left = await sql`select 1 from referral_drafts where token_hash = ${hashToken(token)}`;
    return 1 - left.length;
  };

  /** Somebody was referred, by whoever may hear how it goes on. */
  const referred = async (fields: object) => {
    const {partnerId, ...worker} = await insertProvider(sql, {beside: level.desk});
    const who = {referrerName: 'Jo', referrerEmail: 'jo@mail.example', mayTellReferrer: true};
    return {...(await insertReferral(sql, {partnerId, ...worker}, {...who, ...fields})), partnerId};
  };
  const events = (id: string, kind: string) => async () => {
    const found = await sql`select 1 from referral_events where referral_id = ${id} and kind = ${kind}`;
    return found.length;
  };

  return [
    {route: 'refer', make: async () => ({as: null, page: '/refer', to: '/refer', typed: {}})},
    onPage('a page', 'reach', {typed: {reachBy: 'text', reachNote: 'In the evening'}}, () => ({})),
    onPage('throw away', 'reach', {typed: {}, pressed: {forget: 'yes'}}, (_, token) => ({done: dropped(token)})),
    onPage('send', 'check', {typed: {agree: 'yes'}}, (reason) => ({done: rows('referrals', 'reason', reason)})),
    {
      route: 'refer.professional',
      make: async () => {
        await insertProvider(sql, {beside: level.desk});
        const reason = `She would like some company, ${randomUUID()}`;
        const referrer = {referrerName: 'Dr Pat Example', referrerOrganisation: 'The Surgery'};
        const consent = {consentBy: 'person', consentHow: 'spoken'};
        return {
          as: null,
          page: '/refer/professional',
          typed: {source: 'gp', ...referrer, referrerEmail: 'pat@surgery.example', ...ABOUT, reason, ...consent},
          done: rows('referrals', 'reason', reason),
        };
      },
    },
    {
      route: 'refer.checked',
      make: async () => {
        const token = makeToken();
        const {id} = await referred({checkHash: hashToken(token), source: 'gp'});
        return {as: null, page: `/refer/checked/${token}`, typed: {}, done: events(id, 'referrer_checked')};
      },
    },
    {
      route: 'asked',
      make: async () => {
        const {link, hash} = referrerLink({address: '', secret: randomUUID()}, randomUUID());
        const {id, partnerId} = await referred({referrerHash: hash, status: 'more_asked'});
        await sql`
          insert into referral_events (referral_id, partner_id, kind, words)
          values (${id}, ${partnerId}, 'more_asked', 'Which days?')
        `;
        return {as: null, page: link, typed: {words: 'Tuesdays.\nOr Fridays.'}, done: events(id, 'answered')};
      },
    },
  ];
}
