/** Two providers side by side, and what comes to them as it really does: through the forms of the site. */
import {randomUUID} from 'node:crypto';
import type {CaseForm} from '../../app/domain/caseload/change-case.server.ts';
import {shareCase, unshareCase} from '../../app/domain/caseload/share-case.server.ts';
import {acceptReferral} from '../../app/domain/referrals/accept-referral.server.ts';
import {matchPerson} from '../../app/domain/referrals/decide-referral.server.ts';
import type {ReferralForm} from '../../app/domain/referrals/deciding.server.ts';
import {receiveReferral} from '../../app/domain/referrals/receive-referral.server.ts';
import {startDraft} from '../../app/domain/referrals/refer-drafts.server.ts';
import type {TypedReferral} from '../../app/domain/referrals/refer-form.ts';
import type {ISql} from '../../db/client.ts';
import {within} from '../../db/within.ts';
import type {TestDatabase} from '../setup/database.ts';
import {insertNeeds} from './calls.ts';
import {insertProvider} from './cases.ts';
import {addSomeone} from './people.ts';
import type {TestStaff} from './staff.ts';

export const TODAY = '2026-11-28';
export const NEXT = {step: 'Ring to say hello', on: '2026-12-01', whyNone: null};

export const forMyself: TypedReferral = {
  forWhom: 'self',
  givenName: 'Nell',
  familyName: 'Archer',
  postcode: 'rg12 1jx',
  needs: 'loneliness no-such-need',
  reason: 'I have nobody to talk to since I moved.',
  phone: '07700 900123',
  reachBy: 'phone',
  safeToLeaveMessage: 'no',
  agree: 'yes',
};

/** A draft as it is sent by somebody who took a minute over it. */
export const sent = (token: string, more: object = {}) => ({
  token,
  trap: '',
  isWithinRate: true,
  address: '192.0.2.1',
  baseUrl: 'https://help.example',
  today: TODAY,
  now: new Date(Date.now() + 60_000),
  ...more,
});

/** `lily` walks and leads at a provider that serves everywhere; `crowthorne` at one for RG45. */
export async function walkingBed({sql, web}: TestDatabase) {
  const lily = await insertProvider(sql, {roles: ['link_worker', 'team_lead']});
  const crowthorne = await insertProvider(sql, {beside: lily, outcodes: ['RG45']});
  await insertNeeds(sql, 'loneliness', 'debt');

  const by = (viewer: TestStaff, version = 1): ReferralForm & CaseForm => ({
    sql: web,
    viewer,
    door: 'caseload',
    submission: randomUUID(),
    version,
    site: {address: 'https://help.example', secret: 'a secret of a site in a test, long enough'},
  });
  const versionOf = async (table: 'referrals' | 'cases', id: string) =>
    (await sql<[{version: number}]>`select version from ${sql(table)} where id = ${id}`)[0].version;

  /** Typed and sent. */
  async function send(typed: TypedReferral, kind: 'public' | 'professional' = 'public', more: object = {}) {
    const token = await startDraft(web, kind, typed);
    const received = await receiveReferral(web, sent(token, more));
    if (!received.ok) throw new Error(JSON.stringify(received));
    const [row] = await sql<[{id: string; toPartnerId: string; heldBecause: string | null; needs: string[]}]>`
      select id, to_partner_id, held_because, needs from referrals where reference = ${received.reference}
    `;
    return {token, reference: received.reference, ...row};
  }

  /** Matched to somebody the worker has written down, and accepted: gives the case. */
  async function accepted(viewer: TestStaff, id: string): Promise<string> {
    const familyName = `Case${randomUUID().slice(0, 6)}`;
    const personId = await addSomeone(web, viewer, {givenName: 'Nell', familyName});
    await matchPerson(by(viewer, await versionOf('referrals', id)), id, personId);
    const outcome = await acceptReferral(by(viewer, await versionOf('referrals', id)), id, {
      tier: 'plan',
      workerId: viewer.staffId,
      next: NEXT,
    });
    if (!outcome.ok || !outcome.caseId) throw new Error(JSON.stringify(outcome));
    return outcome.caseId;
  }

  /** A form on a case as it stands now. */
  const formOn = async (viewer: TestStaff, caseId: string) => by(viewer, await versionOf('cases', caseId));
  /** Lily's case is shared with Crowthorne, to be walked in together if not said otherwise. */
  const share = async (caseId: string, worksWithUs = true) =>
    shareCase(await formOn(lily, caseId), caseId, crowthorne.partnerId, 'They go along.', worksWithUs);
  const unshare = async (caseId: string) => unshareCase(await formOn(lily, caseId), caseId, crowthorne.partnerId);
  /** Past the product, as somebody who walks with people. */
  const asks = (viewer: TestStaff, ask: (tx: ISql) => Promise<unknown>) =>
    within(web, {purpose: 'caseload', viewer}, ask);
  /** They were reached today. */
  const met = () => ({
    mode: 'home' as const,
    minutes: 30,
    wasReached: true,
    whoWith: 'person' as const,
    note: 'Went to the choir together.',
    at: new Date(),
    next: NEXT,
  });

  return {lily, crowthorne, by, formOn, versionOf, send, accepted, share, unshare, asks, met};
}
