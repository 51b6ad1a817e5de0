/** Whatever a page of the staff side shows about anyone, that it was looked at stands in the audit. */
import {randomBytes, randomUUID} from 'node:crypto';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {mayPass} from '../../app/domain/access/doors.ts';
import {roleNames} from '../../app/domain/access/roles.ts';
import {hashToken} from '../../app/domain/access/secrets.server.ts';
import {doorOf} from '../../app/server/guard-routes.ts';
import {aDraft, anEndedCall} from '../factories/calls.ts';
import {insertCase, insertReferral} from '../factories/cases.ts';
import {insertPerson} from '../factories/people.ts';
import {aConcern, aHandoff, aQueue} from '../factories/second-level.ts';
import {insertPartner, insertStaff, type TestStaff} from '../factories/staff.ts';
import {testDatabase, type TestDatabase} from '../setup/database.ts';
import {testSite, type Site} from './site.ts';

/**
 * Pages that show nothing about anyone: empty forms, ways on, opening hours and mere counts. A new page is to be audited
 * rather than named here.
 */
const SHOW_NOTHING = new Set([
  '/account/password',
  '/account/codes',
  '/people',
  '/people/new',
  '/people-emergency',
  '/records',
  '/admin',
  '/admin/staff/new',
  '/desk/figures',
  '/caseload/figures',
  '/caseload/figures/file',
  '/desk/guides',
  '/desk/guides/fall',
  // Needs, outcodes and languages that an organisation takes.
  '/caseload/lead/takes',
  '/desk/queues',
  '/desk/settings',
  // Links to counts: where a screen hangs, and when it last asked.
  '/desk/wallboard',
  // While nothing rings; a number that does is looked up, and that is written down (telephony/rings.server.ts).
  '/desk/ring',
]);

/** What answers otherwise than with a page that somebody looks at, each with why. Anything else that does fails the test. */
const NO_PAGE: [path: RegExp, why: string][] = [
  [/^\/concern\/who$/, 'asked by POST: no name stands in an address'],
  [
    /^\/desk\/calls\/[^/]+\/(fields|follow|near|person|turn|guide|end)$/,
    'what a page of a call sends and asks, by POST',
  ],
  [/^\/desk\/ended\/[^/]+\/correct\/fields$/, 'what a correction sends, by POST'],
  [/^\/caseload\/cases\/[^/]+\/(draft|plan)\/(fields|log|follow)$/, 'what a case and a plan send, by POST'],
  [/^\/caseload\/contacts\/[^/]+$/, 'drops what was begun, by POST'],
  [/^\/desk\/ended\/[^/]+\/letter$/, 'only of a call whose words go as a letter: in desk-endings.spec.ts'],
  [/^\/people\/[^/]+\/close$/, 'a form: shuts a record'],
  [/^\/admin\/staff\/[^/]+\/(account|sign-in)$/, 'forms of the account’s page'],
  [/^\/caseload\/cases\/[^/]+\/plan\/find$/, 'goes on to what was looked for, or back to the plan'],
  [/^\/desk\/live$/, 'a stream that says that something changed, and not what'],
  [/^\/(calendar|wallboard|private)\/:/, 'private links, which have a test of their own (private-links.test.ts)'],
  [/^\/desk\/figures\/export\.csv$/, 'asked for with a period; counts and nobody’s name'],
  [/^\/caseload\/cases\/[^/]+\/(letters\/sent|fhir)\/:/, 'what was sent: in letters.db.test.ts'],
  [/^\/mdt\/(bring|meetings\/.*)$/, 'meetings: in mdt.db.test.ts'],
];

let database: TestDatabase;
let site: Site;
let everything: TestStaff;
beforeAll(async () => {
  database = await testDatabase({demo: true});
  site = await testSite(database);
  everything = await insertStaff(database.sql, await insertPartner(database.sql), {roles: [...roleNames]});
}, 120_000);
afterAll(async () => {
  await site?.close();
  await database?.drop();
});

/** The addresses of the staff side that can be looked at, with the ids of what was put in. */
function addresses(ids: Record<string, string>): string[] {
  return Object.entries(site.build.routes).flatMap(([id, route]) => {
    if (!route?.path || id === 'root' || !('loader' in route.module)) return [];
    const door = doorOf(id, route.module);
    if (['directory', 'refer', 'answer', 'sign-in', 'outbox'].includes(door)) return [];
    if (mayPass(door, 'GET', {roles: [...roleNames]}) !== 'yes') return [];
    const what = Object.keys(ids).find((start) => route.path!.startsWith(start)) ?? '';
    return [
      `/${route.path
        .replace(':id', ids[what] ?? randomUUID())
        .replace(':key', 'fall')
        .replace(':discipline', 'nursing')
        .replace(':kind', 'person')
        .replace(':section', 'contacts')
        .replace(':scale', 'ons4')}`,
    ];
  });
}

const actsOf = (staffId: string) => database.sql<{action: string}[]>`
  select action from audit_entries where staff_id = ${staffId} and action <> 'access_refused' order by seq
`;

it('every page that shows something about anyone writes down who looked', {timeout: 120_000}, async () => {
  const {sql} = database;
  const personId = await insertPerson(sql, everything, {knownAs: 'Testy'});
  const [team] = await sql<[{id: string}]>`
    insert into teams (partner_id, name) values (${everything.partnerId}, 'Desk') returning id
  `;
  const colleague = await insertStaff(sql, everything);
  const [emergency] = await sql<[{id: string}]>`
    insert into openings (staff_id, partner_id, person_id, basis, reason)
    values (${colleague.staffId}, ${everything.partnerId}, ${personId}, 'emergency', 'Found on the floor of the hall')
    returning id
  `;
  await sql`
    insert into referral_providers ${sql({partnerId: everything.partnerId, partnershipId: everything.partnershipId, says: 'We walk.'})}
  `;
  await sql`
    insert into staff_disciplines (staff_id, discipline)
    values (${everything.staffId}, 'nursing'), (${everything.staffId}, 'safeguarding')
  `;
  const queueId = await aQueue(sql, everything, 'nursing');
  await aQueue(sql, everything, 'safeguarding', {leadId: everything.staffId});
  const ended = await anEndedCall(sql, everything);
  const referral = (await insertReferral(sql, everything)).id;
  const token = await site.signIn(everything.staffId);
  const asks = addresses({
    'people/': personId,
    'desk/handoffs/': await aHandoff(sql, {handler: everything, queueId}),
    'desk/safeguarding/': await aConcern(sql, everything, everything),
    'desk/lead/reviews/': ended,
    'desk/calls/:id/summary': ended,
    'desk/calls/': await aDraft(sql, everything),
    'desk/ended/': ended,
    'caseload/inbox/': referral,
    'caseload/lead/takes/': team.id,
    'caseload/lead/workers/': (await insertStaff(sql, everything, {roles: ['link_worker']})).staffId,
    'caseload/cases/': (await insertCase(sql, everything)).id,
    'records/people/': personId,
    'records/emergency/': emergency.id,
    'records/staff/': colleague.staffId,
    'admin/staff/': colleague.staffId,
    'admin/teams/': team.id,
    'admin/partners/': everything.partnerId,
  });
  const answer = await site.ask(`/people/${personId}/open`, {
    method: 'POST',
    token,
    form: {basis: 'consent', consentBy: 'person', consentHow: 'spoken'},
  });
  expect(answer.headers.get('location')).toBe(`/people/${personId}`);

  const showNothing = new Set([...SHOW_NOTHING, `/caseload/lead/takes/${team.id}`]);
  const shown: string[] = [];
  const unwritten: string[] = [];
  const unseen: string[] = [];
  for (const path of asks) {
    const before = (await actsOf(everything.staffId)).length;
    const page = await site.ask(path, {token});
    await page.arrayBuffer();
    if (page.status !== 200) {
      if (!NO_PAGE.some(([shape]) => shape.test(path))) unseen.push(`${path}: ${page.status}`);
      continue;
    }
    shown.push(path);
    const isWritten = (await actsOf(everything.staffId)).length > before;
    if (isWritten === showNothing.has(path)) unwritten.push(`${path}: ${isWritten ? 'audited' : 'not audited'}`);
  }
  expect(unwritten).toEqual([]);
  expect(unseen).toEqual([]);
  // Of each kind at least: the record with its parts, the checks of it, the accounts, and one's own.
  for (const path of [
    `/people/${personId}`,
    `/people/${personId}/open`,
    `/people/${personId}/edit/contacts`,
    `/people/${personId}/consents`,
    `/people/${personId}/merge`,
    `/records/people/${personId}`,
    `/records/people/${personId}/export.csv`,
    `/records/emergency/${emergency.id}`,
    `/records/staff/${colleague.staffId}`,
    `/admin/staff/${colleague.staffId}`,
    '/staff',
    '/account',
  ]) {
    expect(shown, path).toContain(path);
  }
});

it('a link that sets a password says whose it is, and that it was opened is written down', async () => {
  const {staffId} = await insertStaff(database.sql, everything, {name: 'Newly Invited'});
  const token = randomBytes(32).toString('base64url');
  await database.sql`
    insert into staff_links (token_hash, kind, staff_id, expires_at)
    values (${hashToken(token)}, 'invitation', ${staffId}, now() + interval '1 hour')
  `;
  expect(await (await site.ask(`/set-password/${token}`)).text()).toContain('Newly Invited');
  const [act] = await database.sql`select action, details from audit_entries order by seq desc limit 1`;
  expect(act).toEqual({action: 'link_opened', details: {kind: 'invitation', staff: staffId}});
});
