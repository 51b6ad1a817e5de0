import {readCookie} from '../../http/cookies.server.ts';
import {isSecure} from '../../http/secure.server.ts';
import type {Config} from '../../config.server.ts';

const COOKIE = 'refer';
/** A day: who comes back later has the link. It is sent to these pages only. */
const SECONDS = 86_400;
const TOKEN = /^[\w-]{43}$/;

/** The token of what this visitor is writing, or null. */
export function tokenOf(request: Request): string | null {
  return readToken(readCookie(request, COOKIE));
}

export const readToken = (value: unknown): string | null =>
  typeof value === 'string' && TOKEN.test(value) ? value : null;

export const tokenCookie = (token: string, config: Config): string =>
  `${COOKIE}=${token}; Path=/refer; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${isSecure(config) ? '; Secure' : ''}`;

export const endTokenCookie = (config: Config): string =>
  `${COOKIE}=; Path=/refer; Max-Age=0; HttpOnly; SameSite=Lax${isSecure(config) ? '; Secure' : ''}`;
