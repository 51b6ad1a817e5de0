/** What is answered where no page can be made, as while the database is away. */
import type {ErrorRequestHandler, Request as ExpressRequest} from 'express';
import {text} from 'node:stream/consumers';
import {isDatabaseAway} from '../../db/lasting-pool.ts';
import {lastResortPage, type TypedAgain} from '../http/last-resort-page.server.ts';
import {localeOf} from '../http/locale.server.ts';
import {textFor} from '../i18n/catalogue.server.ts';
import type {ServerParts} from './load-context.ts';

/** Nothing of the error reaches the visitor; the log has it all. */
export function lastResort({log}: Pick<ServerParts, 'log'>): ErrorRequestHandler {
  return (error, request, response, next) => {
    log.error({err: error}, 'could not answer');
    if (response.headersSent) return next(error);
    response.status(500).set('Cache-Control', 'no-store');
    if (isDatabaseAway(error)) response.status(503).set('Retry-After', '10');
    const asked = new Request('http://site.invalid', {headers: {Cookie: request.get('cookie') ?? ''}});
    const locale = localeOf(asked);
    // What a script asked for, no person reads.
    if (!request.get('accept')?.includes('text/html'))
      return response.type('text/plain').send(textFor(locale).shell.problem.brokenTitle);
    typedIn(request)
      .then((typed) => response.type('html').send(lastResortPage(locale, typed)))
      .catch(next);
  };
}

/** What is typed there is a password or a code, and is not written into a page. */
const SECRETS = /^\/+(?:sign-in|set-password|forgotten-password|account)(?:\/|$)/i;

/** The form that was sent, where nobody has read it yet. */
async function typedIn(request: ExpressRequest): Promise<TypedAgain | null> {
  if (request.method !== 'POST' || !request.is('urlencoded') || SECRETS.test(request.path)) return null;
  const body = await text(request).catch(() => null);
  return body === null ? null : {path: request.originalUrl, fields: [...new URLSearchParams(body)]};
}
