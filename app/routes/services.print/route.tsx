import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {listingView} from '../../components/listing/listing-view.ts';
import {PrintSheet} from '../../components/listing/print-sheet.tsx';
import {printView} from '../../components/listing/print-view.ts';
import {londonClock} from '../../domain/dates/calendar-date.ts';
import {localeOf} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {listing as listingWords} from '../../i18n/en/listing.ts';
import {MoreWords} from '../../i18n/more-words.tsx';
import {addressOf, findListing} from '../services.listing/find-listing.server.ts';
import {qrSquares} from '../services.listing/qr-squares.server.ts';

export const handle = {door: 'directory'};

export {ListingProblem as ErrorBoundary} from '../services.listing/listing-problem.tsx';

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const text = textFor(localeOf(request));
  const listing = await findListing(context.sql, params.slug, text);
  const address = addressOf(listing, context.config, request);
  const isLarge = new URL(request.url).searchParams.get('size') === 'large';
  const view = listingView(listing, {address, now: londonClock(new Date()), text});
  return {
    title: listing.name,
    canonical: address,
    isIndexed: false,
    sheet: printView(view, isLarge, text),
    qr: qrSquares(address),
    isLarge,
    words: text.printWords,
  };
}

export const meta = pageMeta;

const WORDS = {listing: listingWords};

export default function Print() {
  const {sheet, qr, isLarge, words} = useLoaderData<typeof loader>();
  return (
    <MoreWords words={WORDS}>
      <PrintSheet sheet={sheet} qr={qr} isLarge={isLarge} words={words} />
    </MoreWords>
  );
}
