import type {LoaderFunctionArgs} from '@remix-run/node';
import {londonClock} from '../../domain/dates/calendar-date.ts';
import {listingCalendar} from '../../domain/directory/listing-calendar.ts';
import {getListing} from '../../domain/directory/listing.server.ts';
import {localeOf} from '../../http/locale.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {addressOf} from '../services.listing/find-listing.server.ts';

export const handle = {door: 'directory'};

/** The regular times of a listing, for the visitor's own calendar. */
export async function loader({params, request, context}: LoaderFunctionArgs) {
  const found = await getListing(context.sql, params.slug ?? '');
  if (!found.ok) return new Response(null, {status: found.reason === 'gone' ? 410 : 404});
  const {listing} = found;
  const address = addressOf(listing, context.config, request);
  const note = textFor(localeOf(request)).listingWords.calendarNote(address);
  const file = listingCalendar(listing, {address, today: londonClock(new Date()).date, note});
  if (!file) return new Response(null, {status: 404});
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${listing.slug}.ics"`,
      'Cache-Control': 'private, no-cache',
    },
  });
}
