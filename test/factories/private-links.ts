/** Private links for tests: of each kind that leaves the house, about somebody called Ottoline who wants to sing. */
import {randomUUID} from 'node:crypto';
import {codeOf, sendSummary} from '../../app/domain/discharge/summary-links.server.ts';
import type {Sheet} from '../../app/domain/discharge/summary-view.ts';
import {sendLetter} from '../../app/domain/letters/letters.server.ts';
import {askByLink} from '../../app/domain/measures/ask-by-link.server.ts';
import {passOn} from '../../app/domain/onward/onward.server.ts';
import {EMPTY_PLAN} from '../../app/domain/plans/plan-choices.ts';
import {givePlan} from '../../app/domain/plans/plans.server.ts';
import {askForMore} from '../../app/domain/referrals/decide-referral.server.ts';
import type {Sql} from '../../db/client.ts';
import {insertCase, insertProvider, insertReferral} from './cases.ts';
import {insertListing, passedOn} from './onward.ts';
import {addSomeone} from './people.ts';
import {aCall} from './second-level.ts';
import {insertStaff, type TestStaff} from './staff.ts';

interface Bed {
  /** As the owner, and as the web server. */
  sql: Sql;
  web: Sql;
}

const SHEET: Sheet = {
  summary: {boxes: [{title: 'What matters to me', lines: ['The robins']}], isShortened: false},
  person: {name: 'Ottoline Handedover', born: 'born 1938', reference: 'P-123', nhsNumber: null},
  made: 'Made today.',
};

/** A link to the summary of a call, sent to a ward. */
export async function aSummaryLink({sql, web}: Bed, viewer: TestStaff, callId: string) {
  const to = `${callId}@ward.example`;
  const sent = await sendSummary(web, {viewer, door: 'desk.summary', submission: randomUUID()}, callId, {
    handover: {givenTo: 'ward', consentBy: 'carer', consentHow: 'written', way: 'email', to},
    sheet: SHEET,
    siteAddress: '',
    inWords: (moment) => moment.toISOString(),
  });
  if (!sent.ok) throw new Error(sent.reason);
  const [message] = await sql<[{body: string}]>`select body from messages where recipient = ${to}`;
  const [link] = await sql<[{id: string}]>`select id from summary_links where call_id = ${callId}`;
  return {id: link.id, page: /\/private\/[\w-]+/.exec(message.body)![0]};
}

export type PrivateKind = 'answer' | 'plan' | 'onward' | 'letter' | 'asked' | 'private';

/** The paths of all six, with the code of the one that has a code, and whose answers the questions become. */
export async function privateLinks({sql, web}: Bed, siteSecret: string) {
  const viewer = await insertProvider(sql);
  const {id} = await insertCase(sql, viewer, {needs: ['loneliness']});
  const form = (door: string) => ({viewer, door, submission: randomUUID()});
  const site = {siteAddress: '', siteSecret};
  const asked = await askByLink(web, form('cases.measures'), id, {
    ...site,
    ...{scales: ['ons4', 'ucla3'], occasion: 'start', sentBy: 'by_hand', to: null},
  });
  const content = {...EMPTY_PLAN, matters: 'Ottoline sings', reviewOn: '2026-03-03'};
  await sql`
    insert into plan_versions (case_id, partner_id, number, content, agreed_by, made_by)
    values (${id}, ${viewer.partnerId}, 1, ${sql.json(content as never)}, 'person', ${viewer.staffId})
  `;
  const consent = {consentBy: 'person', consentHow: 'spoken'} as const;
  await givePlan(web, form('cases.plan'), id, {number: 1, email: 'o@home.example', ...consent, siteAddress: ''});
  const made = passedOn({shared: 'Ottoline would like to sing.'});
  await passOn(web, form('cases.onward'), id, {service: await insertListing(sql), made, ...site});
  await sendLetter(web, form('cases.letters'), id, {
    ...{kind: 'person', toName: 'Ottoline', toAddress: null, organisation: null, agreedNow: null},
    ...{body: 'Dear Ottoline\n\nThe choir meets on Tuesdays.', email: 'o@home.example', siteAddress: ''},
  });
  const {id: referralId} = await insertReferral(sql, viewer, {
    referrerName: 'Jo',
    referrerEmail: 'jo@home.example',
    mayTellReferrer: true,
  });
  await askForMore(
    {...form('caseload.inbox'), sql: web, version: 1, site: {address: '', secret: siteSecret}},
    referralId,
    'Ottoline, which days suit you?',
  );
  const sent = await sql<{body: string}[]>`select body from messages where partner_id = ${viewer.partnerId}`;
  const link = (kind: string) =>
    new RegExp(`/${kind}/[\\w-]{43}`).exec(sent.map(({body}) => body).join(' '))?.[0] ?? '';
  const handler = await insertStaff(sql, viewer, {roles: ['call_handler']});
  const personId = await addSomeone(web, handler, {givenName: 'Ottoline', familyName: 'Handedover'});
  const call = await aCall(sql, handler, {personId, endings: ['information_given']});
  const summary = await aSummaryLink({sql, web}, handler, call.id);
  const paths: Record<PrivateKind, string> = {
    answer: (asked.ok && asked.link) || '',
    ...{
      plan: link('plan'),
      onward: link('onward'),
      letter: link('letter'),
      asked: link('asked'),
      private: summary.page,
    },
  };
  return {paths, code: codeOf(siteSecret, summary.id), caseId: id};
}
