import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData, type ShouldRevalidateFunctionArgs} from '@remix-run/react';
import {localeOf} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isSecure, siteAddress} from '../../http/secure.server.ts';
import {parseShortlist, rememberShortlist, SHORTLIST_LIMIT, shortlistOf} from '../../http/shortlist-cookie.server.ts';
import {today} from '../../http/today.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {listing} from '../../i18n/en/listing.ts';
import {shortlist} from '../../i18n/en/shortlist.ts';
import {MoreWords} from '../../i18n/more-words.tsx';
import {changeShortlist, readChange} from './change-shortlist.ts';
import {ShortlistPage} from './shortlist-page.tsx';
import {shortlistView} from './shortlist-view.server.ts';
import {whereToNext} from './where-to-next.server.ts';

export const handle = {door: 'directory'};

/** One's own list from the cookie, or with `?s=12,45` a list that someone shared. */
export async function loader({request, context}: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const own = shortlistOf(request);
  const isShared = params.has('s');
  const numbers = isShared ? parseShortlist(params.get('s')) : own;
  return shortlistView({
    numbers,
    own,
    isShared,
    isFull: params.has('full'),
    cards: await context.search.cards(numbers),
    site: siteAddress(context.config, request),
    today: today(),
    text: textFor(localeOf(request)),
  });
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const list = shortlistOf(request);
  const {numbers, isFull} = changeShortlist(list, readChange(form, list, parseShortlist), SHORTLIST_LIMIT);
  const headers = {'Set-Cookie': rememberShortlist(numbers, isSecure(context.config))};
  if (form.has('stay')) {
    const words = textFor(localeOf(request)).shortlistWords;
    const said = isFull ? words.full(SHORTLIST_LIMIT) : words.nowOn(numbers.length);
    return data({said, isFull}, {headers});
  }
  return redirect(whereToNext(request, form, isFull), {status: 303, headers});
}

/** What was taken off stays on the page until it is left, so that it can be put back. */
export function shouldRevalidate({formMethod, defaultShouldRevalidate}: ShouldRevalidateFunctionArgs) {
  return formMethod === 'POST' ? false : defaultShouldRevalidate;
}

export const meta = pageMeta;

const WORDS = {listing, shortlist};

export default function Shortlist() {
  return (
    <MoreWords words={WORDS}>
      <ShortlistPage view={useLoaderData<typeof loader>()} />
    </MoreWords>
  );
}
