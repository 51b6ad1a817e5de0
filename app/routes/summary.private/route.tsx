import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import styles from '../../components/discharge/discharge.scss?url';
import {PrivatePage} from '../../components/discharge/private-page.tsx';
import {LinkGone} from '../../components/shell/link-gone.tsx';
import {lookAtSummary, proofOf, tryCode} from '../../domain/discharge/summary-links.server.ts';
import {readCookie} from '../../http/cookies.server.ts';
import {localeOf} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {PRIVATE_COOKIE, privateCookie} from '../../http/session-cookie.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {momentIn} from '../../i18n/days.ts';

export const handle = {door: 'summary.private'};
export const links = () => [{rel: 'stylesheet', href: styles}];

// The address holds the secret of the link, which must not travel on to any other page.
export const headers = () => ({'Referrer-Policy': 'strict-origin', 'Cache-Control': 'no-store'});

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const {summary, goneTitle, errorTitle, error, toPrint} = textFor(locale).ownLinks;
  const {wrong: _wrong, tooMany: _tooMany, ...words} = summary;
  const look = await lookAtSummary(context, params.token ?? '', readCookie(request, PRIVATE_COOKIE));
  const page = {
    title: words.title,
    isIndexed: false,
    isOver: look.kind === 'over',
    isLarge: new URL(request.url).searchParams.get('size') === 'large',
    words: {...words, goneTitle, errorTitle, error, toPrint},
    opened: look.kind === 'page' ? {...look, until: momentIn(locale, look.until)} : null,
  };
  return data(page, {status: look.kind === 'over' ? 410 : 200});
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const {wrong, tooMany} = textFor(localeOf(request)).ownLinks.summary;
  if (!(await isWithinRate('private-links', context.address))) return data({problem: tooMany}, {status: 429});
  const token = params.token ?? '';
  const typed = String((await request.formData()).get('code') ?? '').slice(0, 40);
  const outcome = await tryCode(context, token, typed);
  if (outcome === 'wrong') return data({problem: wrong}, {status: 422});
  const headers = outcome === 'right' ? {'Set-Cookie': privateCookie(proofOf(context.siteSecret, token))} : undefined;
  return redirect(new URL(request.url).pathname.replace(/\.data$/, ''), {status: 303, ...(headers ? {headers} : {})});
}

export const meta = pageMeta;

/** The one-page summary of somebody, for whoever was sent its link and told its code. */
export default function Private() {
  const {isOver, ...page} = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (isOver) return <LinkGone title={page.words.goneTitle} words={page.words.gone} />;
  return <PrivatePage {...page} problem={problem} />;
}
