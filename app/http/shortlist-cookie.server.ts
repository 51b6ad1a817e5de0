import {cookieHeader, readCookie} from './cookies.server.ts';

const COOKIE = 'shortlist';
/** Past this a list no longer helps anyone to choose, and the cookie grows with every request. */
export const SHORTLIST_LIMIT = 50;

/** The numbers of the listings a visitor has put on their list, oldest first. The list lives in their browser only. */
export function shortlistOf(request: Request): number[] {
  return parseShortlist(readCookie(request, COOKIE));
}

/** Reads `12.45.7` (cookie) or `12,45,7` (shared link); what is not a listing number is left out. */
export function parseShortlist(value: string | null): number[] {
  const numbers = (value ?? '').split(/[.,]/).filter((part) => /^[1-9]\d{0,8}$/.test(part));
  return [...new Set(numbers.map(Number))].slice(0, SHORTLIST_LIMIT);
}

/** The cookie that keeps the list for three months. */
export function rememberShortlist(numbers: number[], isSecure: boolean): string {
  return cookieHeader(COOKIE, numbers.join('.'), {days: numbers.length > 0 ? 90 : 0, isSecure});
}
