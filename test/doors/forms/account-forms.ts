/** The forms of one's own account and of signing in, and those that anybody may send. */
import {randomUUID} from 'node:crypto';
import {generate} from 'otplib';
import {codeAppInWaiting, confirmCodeApp} from '../../../app/domain/access/own-account.server.ts';
import {askForReset} from '../../../app/domain/access/password-links.server.ts';
import {findSession, startSession, type Session, type Stage} from '../../../app/domain/access/sessions.server.ts';
import {within} from '../../../db/within.ts';
import {insertStaff} from '../../factories/staff.ts';
import {acts, rows, type Filled, type FormBed, type FormCase} from './form-case.ts';
import {SITE_SECRET} from '../site.ts';

const OLD = 'kettle river marble';
const FRESH = 'lantern hedge copper';

export function accountForms({sql, web, level, colleague}: FormBed): FormCase[] {
  const setting = {sql: web, siteSecret: SITE_SECRET, address: null};
  const withPassword = () => insertStaff(sql, level.desk, {password: OLD});
  const begin = (staffId: string, stage: Stage) =>
    within(web, {purpose: 'sign-in'}, (tx) => startSession(tx, staffId, stage, 'A test'));
  const sessionOf = async (token: string) => (await findSession(web, token)) as Session;
  const own = (fill: (as: NonNullable<Filled['as']>) => Omit<Filled, 'as'>) => async (): Promise<Filled> => {
    const as = await withPassword();
    return {as, ...fill(as)};
  };
  const aListing = async () => (await sql<[{slug: string}]>`select slug from listings order by slug limit 1`)[0].slug;

  return [
    {
      route: 'account',
      what: 'keys',
      make: own((as) => ({
        page: '/account',
        typed: {},
        pressed: {keys: 'off'},
        isSecret: true,
        done: acts('own_account_changed', as),
      })),
    },
    {
      route: 'account',
      what: 'sessions',
      make: own((as) => ({
        page: '/account',
        typed: {},
        pressed: {session: 'others'},
        isSecret: true,
        done: acts('sessions_ended', as),
      })),
    },
    {
      route: 'account.calendar',
      what: 'make',
      make: own((as) => ({
        page: '/account/calendar',
        to: '/account/calendar',
        typed: {},
        isSecret: true,
        done: acts('calendar_changed', as),
      })),
    },
    {
      route: 'account.password',
      make: own((as) => ({
        page: '/account/password',
        typed: {old: OLD, fresh: FRESH},
        isSecret: true,
        done: acts('password_changed', as),
      })),
    },
    {
      route: 'account.codes',
      make: own((as) => ({
        page: '/account/codes',
        to: '/account/codes',
        typed: {},
        isSecret: true,
        done: acts('codes_changed', as),
      })),
    },
    {
      route: 'account.phone',
      make: own((as) => ({
        page: '/account/phone',
        typed: {extension: `x${randomUUID().slice(0, 8)}`},
        done: rows('staff_phones', 'staff_id', as.staffId),
      })),
    },
    {
      route: 'sign-in',
      make: async () => {
        const {staffId, email} = await insertStaff(sql, level.desk, {password: OLD});
        return {
          as: null,
          page: '/sign-in',
          typed: {email, password: OLD},
          isSecret: true,
          // One more stands since the account was made.
          done: async () => (await rows('sessions', 'staff_id', staffId)(sql)) - 1,
        };
      },
    },
    {
      route: 'sign-in.code',
      make: async () => {
        const someone = await withPassword();
        const half = await sessionOf(await begin(someone.staffId, 'set_up_code'));
        const secret = (await codeAppInWaiting(setting, half)) ?? '';
        await confirmCodeApp(setting, half, {typed: await generate({secret}), submission: randomUUID()});
        await sql`update staff_credentials set totp_last_step = 0 where staff_id = ${someone.staffId}`;
        return {
          as: null,
          token: await begin(someone.staffId, 'code'),
          page: '/sign-in/code',
          typed: {code: await generate({secret})},
          isSecret: true,
          done: acts('sign_in', someone),
        };
      },
    },
    {
      route: 'sign-in.set-up',
      make: async () => {
        const someone = await withPassword();
        const token = await begin(someone.staffId, 'set_up_code');
        const secret = (await codeAppInWaiting(setting, await sessionOf(token))) ?? '';
        return {
          as: null,
          token,
          page: '/sign-in/set-up',
          typed: {code: await generate({secret})},
          isSecret: true,
          done: acts('sign_in', someone),
        };
      },
    },
    {
      route: 'forgotten-password',
      make: async () => {
        const {email} = await withPassword();
        return {
          as: null,
          page: '/forgotten-password',
          typed: {email},
          isSecret: true,
          done: rows('messages', 'recipient', email),
        };
      },
    },
    {
      route: 'set-password',
      make: async () => {
        const someone = await withPassword();
        await askForReset({...setting, siteAddress: 'https://help.example'}, someone.email);
        const [mail] = await sql<[{body: string}]>`select body from messages where recipient = ${someone.email}`;
        return {
          as: null,
          page: /\/set-password\/[\w-]+/.exec(mail.body)![0],
          typed: {password: FRESH},
          isSecret: true,
          done: acts('password_changed', someone),
        };
      },
    },
    {
      route: 'sign-out',
      make: async () => {
        const as = await colleague('call_handler');
        return {as, page: '/staff', typed: {}, to: '/sign-out', isSecret: true, done: acts('sign_out', as)};
      },
    },
    {
      route: 'services.report',
      make: async () => {
        const message = `The door was shut on Monday, ${randomUUID()}`;
        return {
          as: null,
          page: `/services/${await aListing()}/report`,
          typed: {problem: 'closed', message},
          done: rows('listing_reports', 'message', message),
        };
      },
    },
    {route: 'language', make: async () => ({as: null, page: '/', typed: {}, pressed: {lang: 'en'}, to: '/language'})},
    {
      route: 'shortlist',
      make: async () => ({
        as: null,
        page: `/services/${await aListing()}`,
        typed: {},
        pressed: {intent: 'add'},
        to: '/shortlist',
      }),
    },
  ];
}
