/** Who sends this request: read once, before any page runs. */
import type {AppLoadContext} from '@remix-run/node';
import type {Request, RequestHandler, Response} from 'express';
import {within} from '../../db/within.ts';
import {holdForm, type Fields} from '../domain/access/held-forms.server.ts';
import {findSession, ownerOfSession, type Session} from '../domain/access/sessions.server.ts';
import {recordAct} from '../domain/audit/record-act.server.ts';
import {heldCookie, SESSION_COOKIE} from '../http/session-cookie.server.ts';
import type {ServerParts} from './load-context.ts';

const tokenOf = (request: Request): string | null =>
  new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([\\w-]{43})(?:;|$)`).exec(request.get('cookie') ?? '')?.[1] ?? null;

/** Looks up the session of the cookie. What is shown to someone signed in stays in no cache, not even the browser's. */
export function identify({sql}: ServerParts): RequestHandler {
  return (request, response, next) => {
    const token = tokenOf(request);
    if (!token) return next();
    response.setHeader('Cache-Control', 'no-store');
    findSession(sql, token).then((session) => {
      response.locals.session = session;
      next();
    }, next);
  };
}

/** What the pages are told of the request. */
export function visitOf(
  {sql}: ServerParts,
  request: Request,
  response: Response,
): Pick<AppLoadContext, 'viewer' | 'halfSession' | 'address' | 'noteRefusal' | 'holdForm'> {
  const session = (response.locals.session ?? null) as Session | null;
  const viewer = session?.stage === 'full' ? session : null;
  const address = request.ip ?? null;
  return {
    viewer,
    halfSession: viewer ? null : session,
    address,
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
  };
}
