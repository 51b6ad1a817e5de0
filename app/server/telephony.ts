/**
 * Where the telephone system tells us what rings: `POST /telephony/events`. It is no browser with a page of ours open, so
 * this one address stands before the guard against foreign forms, and a good signature takes that guard's place.
 */
import express, {Router, type RequestHandler} from 'express';
import type {Config} from '../config.server.ts';
import {readPhoneEvent} from '../domain/telephony/phone-event.ts';
import {takeIn} from '../domain/telephony/phone-events.server.ts';
import {isGenuine} from '../domain/telephony/signature.server.ts';
import type {ServerParts} from './load-context.ts';

const MOST_BYTES = 4096;

/** Nothing of a request is written into a log: numbers are personal. */
export function telephonyEvents({phoneSecret}: Config, {sql}: Pick<ServerParts, 'sql'>): RequestHandler {
  const router = Router({caseSensitive: true, strict: true});
  // Without a secret there is no telephone system, and no such address.
  if (!phoneSecret) return router;
  router.post(
    '/telephony/events',
    express.raw({type: () => true, limit: MOST_BYTES, inflate: false}),
    (request, response, next) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const sent = {
        timestamp: request.get('fingerpost-timestamp'),
        signature: request.get('fingerpost-signature'),
        body,
      };
      response.setHeader('Cache-Control', 'no-store');
      if (!isGenuine(phoneSecret, sent, Date.now())) {
        response.status(401).json({problem: 'The signature is wrong, or the timestamp is more than five minutes off.'});
        return;
      }
      const event = readPhoneEvent(body.toString('utf8'));
      if (!event) {
        response.status(422).json({problem: 'This is no event that we know. See docs/telephony.md.'});
        return;
      }
      takeIn(sql, event).then((outcome) => response.status(outcome === 'taken' ? 201 : 200).json({outcome}), next);
    },
  );
  router.use('/telephony/events', tooLong);
  return router;
}

/** A body that is too long or squeezed is refused by the parser; anything else goes on to the last resort. */
const tooLong: express.ErrorRequestHandler = (error: {status?: number}, _request, response, next) => {
  if (error.status === 413 || error.status === 415)
    response.status(error.status).json({problem: 'Too long, or squeezed.'});
  else next(error);
};
