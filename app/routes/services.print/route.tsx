import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {listingView} from '../../components/listing/listing-view.ts';
import {PrintSheet} from '../../components/listing/print-sheet.tsx';
import {londonClock} from '../../domain/directory/dates/calendar-date.ts';
import {localeOf} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {listing as listingWords} from '../../i18n/en/listing.ts';
import {MoreWords} from '../../i18n/more-words.tsx';
import {addressOf, findListing} from '../services.listing/find-listing.server.ts';
import {qrSquares} from './qr-squares.server.ts';

export {ListingProblem as ErrorBoundary} from '../services.listing/listing-problem.tsx';

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const text = textFor(localeOf(request));
  const listing = await findListing(context.sql, params.slug, text);
  const address = addressOf(listing, context.config, request);
  return {
    title: listing.name,
    canonical: address,
    isIndexed: false,
    view: listingView(listing, {address, now: londonClock(new Date()), text}),
    qr: qrSquares(address),
    isLarge: new URL(request.url).searchParams.get('size') === 'large',
  };
}

export const meta = pageMeta;

const WORDS = {listing: listingWords};

export default function Print() {
  const {view, qr, isLarge} = useLoaderData<typeof loader>();
  return (
    <MoreWords words={WORDS}>
      <PrintSheet view={view} qr={qr} isLarge={isLarge} />
    </MoreWords>
  );
}
