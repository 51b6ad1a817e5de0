/** Who sends this request: read once, before any page runs. */
import type {AppLoadContext} from '@remix-run/node';
import type {Request, RequestHandler, Response} from 'express';
import {within} from '../../db/within.ts';
import {dropHeldForm, holdForm, type Fields} from '../domain/access/held-forms.server.ts';
import {findSession, ownerOfSession, type Session} from '../domain/access/sessions.server.ts';
import {recordAct} from '../domain/audit/record-act.server.ts';
import {HELD_COOKIE, heldCookie, SESSION_COOKIE} from '../http/session-cookie.server.ts';
import type {ServerParts} from './load-context.ts';

const tokenOf = (request: Request, cookie = SESSION_COOKIE): string | null =>
  new RegExp(`(?:^|;\\s*)${cookie}=([\\w-]{43})(?:;|$)`).exec(request.get('cookie') ?? '')?.[1] ?? null;

/**
 * Whether a page asks by itself, as those do that keep themselves up to date: people come to a page of the staff side by a
 * link or a form, which ask for the page and not for its data. It keeps no session alive, else a page that was left open
 * would never be signed out.
 */
const asksByItself = (request: Request): boolean =>
  request.method === 'GET' &&
  (request.path.endsWith('.data') || request.path === '/desk/live' || request.path.startsWith('/wallboard/'));

/** Looks up the session of the cookie. What is shown to someone signed in stays in no cache, not even the browser's. */
export function identify({sql}: ServerParts): RequestHandler {
  return (request, response, next) => {
    const token = tokenOf(request);
    if (!token) return next();
    response.setHeader('Cache-Control', 'no-store');
    findSession(sql, token, {countsAsUse: !asksByItself(request)}).then((session) => {
      response.locals.session = session;
      next();
    }, next);
  };
}

/** Remix's own signal does not always say that a connection was closed. */
function goneWith(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

/** What the pages are told of the request. */
export function visitOf(
  {sql}: ServerParts,
  request: Request,
  response: Response,
): Pick<AppLoadContext, 'viewer' | 'halfSession' | 'address' | 'gone' | 'noteRefusal' | 'holdForm' | 'dropHeldForm'> {
  const session = (response.locals.session ?? null) as Session | null;
  const viewer = session?.stage === 'full' ? session : null;
  const address = request.ip ?? null;
  return {
    viewer,
    halfSession: viewer ? null : session,
    address,
    gone: goneWith(response),
    noteRefusal: (door) =>
      within(sql, {purpose: 'own-account', viewer, address}, async (tx) => {
        await recordAct(tx, {action: 'access_refused', details: {door}});
      }),
    holdForm: async (path, form) => {
      const fields = [...form].filter((field): field is Fields[number] => typeof field[1] === 'string');
      const token = tokenOf(request);
      const staffId = token ? await ownerOfSession(sql, token) : null;
      return heldCookie(await holdForm(sql, {staffId, path, fields}));
    },
    dropHeldForm: async (path) => {
      const token = tokenOf(request, HELD_COOKIE);
      if (token && viewer) await dropHeldForm(sql, token, viewer, path);
    },
  };
}
