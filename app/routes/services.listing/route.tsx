import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData, type MetaFunction, type ShouldRevalidateFunctionArgs} from '@remix-run/react';
import {jsonLd} from '../../components/listing/json-ld.ts';
import {ListingPage} from '../../components/listing/listing-page.tsx';
import {listingView} from '../../components/listing/listing-view.ts';
import {cardView} from '../../components/results/card-view.ts';
import {londonClock} from '../../domain/dates/calendar-date.ts';
import {localeOf} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {listing as listingWords} from '../../i18n/en/listing.ts';
import {MoreWords} from '../../i18n/more-words.tsx';
import {backToResults} from './back-to-results.server.ts';
import {addressOf, findListing} from './find-listing.server.ts';
import {titleOfProblem} from './listing-problem.tsx';
import {noteOpened} from './note-opened.server.ts';
import {placeMapOf} from './place-map.server.ts';
import {qrSquares} from './qr-squares.server.ts';

export const handle = {door: 'directory'};

export {ListingProblem as ErrorBoundary} from './listing-problem.tsx';

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const text = textFor(localeOf(request));
  const listing = await findListing(context.sql, params.slug, text);
  noteOpened(context, request, listing.id);
  const [{nearby, similar}, placeMap] = await Promise.all([
    context.search.related(listing.id),
    placeMapOf(context.sql, listing, text),
  ]);
  const now = londonClock(new Date());
  const seen = {place: null, today: now.date, text};
  const address = addressOf(listing, context.config, request);
  return {
    title: listing.name,
    description: listing.summary ?? listing.description?.slice(0, 160),
    canonical: address,
    qr: qrSquares(address),
    view: listingView(listing, {address, now, text}),
    related: {nearby: nearby.map((card) => cardView(card, seen)), similar: similar.map((card) => cardView(card, seen))},
    placeMap,
    backHref: backToResults(request),
    jsonLd: jsonLd(listing, address, now),
  };
}

/** Putting something on the list does not change what is known of it. */
export function shouldRevalidate({formMethod, defaultShouldRevalidate}: ShouldRevalidateFunctionArgs) {
  return formMethod === 'POST' ? false : defaultShouldRevalidate;
}

export const meta: MetaFunction<typeof loader> = ({data, error}) => [
  ...pageMeta({data: data ?? titleOfProblem(error)}),
  ...(data ? [{'script:ld+json': data.jsonLd}] : []),
];

const WORDS = {listing: listingWords};

export default function Listing() {
  const {view, qr, related, placeMap, backHref} = useLoaderData<typeof loader>();
  return (
    <MoreWords words={WORDS}>
      <ListingPage view={view} qr={qr} related={related} placeMap={placeMap} backHref={backHref} />
    </MoreWords>
  );
}
