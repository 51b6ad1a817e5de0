import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import styles from '../../components/discharge/discharge.scss?url';
import {PrivatePage} from '../../components/discharge/private-page.tsx';
import {lookAtSummary, proofOf, tryCode} from '../../domain/discharge/summary-links.server.ts';
import {readCookie} from '../../http/cookies.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {PRIVATE_COOKIE, privateCookie} from '../../http/session-cookie.server.ts';

export const handle = {door: 'summary.private'};
export const links = () => [{rel: 'stylesheet', href: styles}];

// The address holds the secret of the link, which must not travel on to any other page.
export const headers = () => ({'Referrer-Policy': 'strict-origin', 'Cache-Control': 'no-store'});

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const look = await lookAtSummary(context, params.token ?? '', readCookie(request, PRIVATE_COOKIE));
  const page = {
    title: 'A private page',
    isIndexed: false,
    isOver: look.kind === 'over',
    isLarge: new URL(request.url).searchParams.get('size') === 'large',
    sheet: look.kind === 'page' ? look.sheet : null,
    says: look.kind === 'page' ? `From ${look.partnerName}. It is here until ${momentInWords(look.until)}.` : '',
  };
  return data(page, {status: look.kind === 'over' ? 410 : 200});
}

export async function action({params, request, context}: ActionFunctionArgs) {
  if (!(await isWithinRate('private-links', context.address)))
    return data({problem: 'There were many tries from where you are. Wait ten minutes, then try again'}, {status: 429});
  const token = params.token ?? '';
  const typed = String((await request.formData()).get('code') ?? '').slice(0, 40);
  const outcome = await tryCode(context, token, typed);
  if (outcome === 'wrong')
    return data({problem: 'This is not the code. Type the six figures that you were told'}, {status: 422});
  const headers = outcome === 'right' ? {'Set-Cookie': privateCookie(proofOf(context.siteSecret, token))} : undefined;
  return redirect(new URL(request.url).pathname.replace(/\.data$/, ''), {status: 303, ...(headers ? {headers} : {})});
}

export const meta = pageMeta;

/** The one-page summary of somebody, for whoever was sent its link and told its code. */
export default function Private() {
  return <PrivatePage {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()?.problem} />;
}
