/** What the pages of the staff side ask of a request: who it is, and what they had typed before they had to sign in. */
import type {AppLoadContext} from '@remix-run/node';
import type {Context, Purpose} from '../../db/within.ts';
import {heldForm} from '../domain/access/held-forms.server.ts';
import {findSession, type Session} from '../domain/access/sessions.server.ts';
import {readCookie} from './cookies.server.ts';
import {HELD_COOKIE, SESSION_COOKIE} from './session-cookie.server.ts';

/**
 * Who is signed in. The doors have been watched before a page runs, so on a page of the staff side somebody is.
 * @throws when nobody is, which would be a fault of ours
 */
export function staffOf(context: AppLoadContext): Session {
  if (!context.viewer) throw new Error('A page of the staff side was reached without anyone signed in');
  return context.viewer;
}

/** For `within`: the viewer, why, and from where. */
export function contextOf(context: AppLoadContext, purpose: Purpose, openingId?: string): Context {
  return {purpose, viewer: staffOf(context), address: context.address, ...(openingId ? {openingId} : {})};
}

/**
 * What this member of staff had typed on this very page when their session ended, as a form; null when there is nothing.
 * A page with a form shows it in place of empty fields, with `<HeldNotice>` above.
 */
export async function typedBefore(context: AppLoadContext, request: Request): Promise<FormData | null> {
  const token = readCookie(request, HELD_COOKIE);
  if (!token) return null;
  const {pathname, search} = new URL(request.url);
  const fields = await heldForm(context.sql, token, staffOf(context), pathname.replace(/\.data$/, '') + search);
  if (!fields) return null;
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

/** The site and the request, as signing in needs them. */
export function signInSetting(context: AppLoadContext, request: Request) {
  return {
    sql: context.sql,
    siteSecret: context.siteSecret,
    isDemonstration: context.config.isDemonstration,
    device: deviceOf(request.headers.get('User-Agent') ?? ''),
    address: context.address,
  };
}

/**
 * Who has given the right password and not yet a code. Also where the form has been sent before and has made a session
 * already, of which this browser has not heard: it comes to the same one.
 */
export async function halfSessionOf(context: AppLoadContext, request: Request): Promise<Session | null> {
  if (context.halfSession || context.viewer) return context.halfSession;
  const token = readCookie(request, SESSION_COOKIE);
  // Kept with the request, for the page that is shown after its form.
  if (token) context.halfSession = await findSession(context.sql, token, {wasReplaced: true});
  return context.halfSession;
}

/** A browser and a system, as people call them: enough to know one's own telephone in a list. */
function deviceOf(userAgent: string): string {
  const find = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = find([
    [/Edg\//, 'Edge'],
    [/Firefox\//, 'Firefox'],
    [/Chrom(e|ium)\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ]);
  const system = find([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iPhone or iPad'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'a Mac'],
    [/Linux|X11/, 'Linux'],
  ]);
  return `${browser ?? 'A browser'} on ${system ?? 'a computer'}`;
}

/** The path that someone was on their way to, made safe: it can only lead to a page of this site. */
export function nextPath(request: Request, fallback = '/staff'): string {
  const asked = new URL(request.url).searchParams.get('next') ?? '';
  if (!asked.startsWith('/')) return fallback;
  const {pathname, search} = new URL(asked.replace(/^[/\\]+/, '/'), 'http://here.invalid');
  return `/${pathname.replace(/^[/\\]+/, '')}${search}`;
}
