import {randomBytes} from 'node:crypto';
import type {RequestHandler} from 'express';
import helmet from 'helmet';
import type {Config} from '../config.server.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const BODY_LIMIT = 64 * 1024;

/** Makes the one-time number that scripts of this answer carry. */
export const mintNonce: RequestHandler = (_request, response, next) => {
  response.locals.nonce = randomBytes(16).toString('base64');
  next();
};

/** The headers that tell a browser what this site never does. */
export function securityHeaders(config: Config): RequestHandler[] {
  const isHttps = config.publicUrl?.startsWith('https:') ?? false;
  const tiles = config.tilesUrl?.startsWith('http') ? [tileOrigin(config.tilesUrl)] : [];
  const nonce = (_request: unknown, response: unknown) =>
    `'nonce-${(response as {locals: {nonce: string}}).locals.nonce}'`;
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", nonce],
          // Vite puts styles into the page while developing; nothing else does.
          styleSrc: config.dev ? ["'self'", "'unsafe-inline'"] : ["'self'"],
          imgSrc: ["'self'", 'data:', ...tiles],
          connectSrc: config.dev ? ["'self'", 'ws:'] : ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          ...(isHttps ? {upgradeInsecureRequests: []} : {}),
        },
      },
      strictTransportSecurity: isHttps ? {maxAge: 31_536_000, includeSubDomains: true} : false,
      // Other sites learn which site a visitor came from, never what they searched for. Map tiles need that much.
      referrerPolicy: {policy: 'strict-origin-when-cross-origin'},
      xFrameOptions: {action: 'deny'},
      crossOriginEmbedderPolicy: false,
    }),
    (_request, response, next) => {
      response.setHeader('Permissions-Policy', 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)');
      next();
    },
  ];
}

/** `https://{s}.tiles.example/…` as the policy writes it: `https://*.tiles.example`. */
function tileOrigin(template: string): string {
  return template.replace(/\{s\}/g, '*').split('/').slice(0, 3).join('/');
}

/**
 * Settles under which host a request runs, before Express and Remix each work it out for themselves. With a public
 * address it is that one, whatever a visitor claims and whatever a proxy made of the header: Remix compares the origin of
 * each change with it. Without one, Remix would read X-Forwarded-Host whatever Express trusts, so it must be gone first.
 */
export function settleHost(config: Config): RequestHandler {
  const ownHost = config.publicUrl ? new URL(config.publicUrl).host : null;
  return (request, response, next) => {
    if (config.trustProxy === false) {
      for (const name of Object.keys(request.headers)) {
        if (name.startsWith('x-forwarded-') || name === 'forwarded') delete request.headers[name];
      }
    }
    if (ownHost) {
      request.headers.host = ownHost;
      delete request.headers['x-forwarded-host'];
    }
    if (request.hostname) next();
    else response.status(400).type('text/plain').send('This request does not say which site it is for.');
  };
}

/** Refuses Remix's older way of calling one loader or action by name: it goes round its own check of the origin. */
export const refuseDataParameter: RequestHandler = (request, response, next) => {
  const query = request.originalUrl.split('?')[1] ?? '';
  if (new URLSearchParams(query).has('_data')) response.status(400).type('text/plain').send('Bad request');
  else next();
};

/**
 * Lets a change through only when the browser says that it comes from our own pages. A browser sends Sec-Fetch-Site or
 * Origin with every form; what sends neither is not a browser with our page open.
 */
export const refuseForeignChanges: RequestHandler = (request, response, next) => {
  if (SAFE_METHODS.has(request.method)) return next();
  const origin = request.get('origin');
  const site = request.get('sec-fetch-site');
  const isOwn =
    (origin ?? site) !== undefined &&
    (origin === undefined || hostOf(origin) === request.get('host')) &&
    isOwnSite(site);
  if (isOwn) next();
  else response.status(403).type('text/plain').send('This form was not sent from this site.');
};

/** The scheme is left aside: behind a proxy that ends https we cannot know it. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function isOwnSite(site: string | undefined) {
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** Nothing a person fills in here is long. A length that is not told in advance is refused rather than counted. */
export const limitBody: RequestHandler = (request, response, next) => {
  if (SAFE_METHODS.has(request.method)) return next();
  const length = request.get('content-length');
  if (length === undefined && request.get('transfer-encoding') !== undefined) response.status(411).end();
  else if (Number(length ?? 0) > BODY_LIMIT) response.status(413).type('text/plain').send('Too long');
  else next();
};
