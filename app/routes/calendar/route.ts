import type {LoaderFunctionArgs} from '@remix-run/node';
import {readCalendar} from '../../domain/calendar/calendar-feed.server.ts';
import {ownCalendar} from '../../domain/calendar/own-calendar.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {today} from '../../http/today.server.ts';

export const handle = {door: 'calendar'};

/** The address is the key: it must not travel on, be kept, or be found by a search engine. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
};

/** Somebody's own calendar, `<token>.ics`, for their calendar program to ask for again and again. */
export async function loader({params, request, context}: LoaderFunctionArgs) {
  const no = (status: number) => new Response(null, {status, headers: HEADERS});
  if (!(await isWithinRate('calendar', context.address))) return no(429);
  const token = /^([\w-]{43})\.ics$/.exec(params.file ?? '')?.[1];
  if (!token) return no(404);
  const now = new Date();
  const read = await readCalendar(context.sql, token, today(now));
  if (read.state !== 'open') return no(read.state === 'ended' ? 410 : 404);
  return new Response(ownCalendar(read.entries, {now, siteAddress: siteAddress(context.config, request)}), {
    headers: {
      ...HEADERS,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="fingerpost.ics"',
    },
  });
}
