import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {checkReferrer, referrerToCheck} from '../../domain/referrals/receive-referral.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {readToken} from '../refer.form/refer-cookie.server.ts';

export const handle = {door: 'refer'};

/** As on the form for professionals, in English. */
const words = textFor('en').refer;

export async function loader({params, context}: LoaderFunctionArgs) {
  const token = readToken(params.token);
  const one = token ? await referrerToCheck(context.sql, token) : null;
  const title = one ? (one.isChecked ? words.checkedTitle : words.checkTitle) : words.goneTitle;
  const says = one ? (one.isChecked ? words.checked(one.reference) : words.check(one.reference)) : words.gone;
  return data(
    {
      title,
      isIndexed: false,
      says,
      asks: one && !one.isChecked ? {send: words.checkSend, not: words.checkNot} : null,
    },
    {status: one ? 200 : 404, headers: {'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer'}},
  );
}

/** A press, and no mere look: mail systems open links to see where they lead, and know nothing of who sent a referral. */
export async function action({params, request, context}: ActionFunctionArgs) {
  const token = readToken(params.token);
  if (token) await checkReferrer(context.sql, token);
  return redirect(new URL(request.url).pathname.replace(/\.data$/, ''), 303);
}

export const meta = pageMeta;

/** The link in the mail to a work address: whoever reads that mail says that the referral came from them. */
export default function ReferChecked() {
  const {title, says, asks} = useLoaderData<typeof loader>();
  return (
    <div lang="en" className="reading refer">
      <h1>{title}</h1>
      <p>{says}</p>
      {asks && (
        <>
          <p>{asks.not}</p>
          <form method="post">
            <button className="button" type="submit">
              {asks.send}
            </button>
          </form>
        </>
      )}
    </div>
  );
}
