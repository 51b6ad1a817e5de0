import {data, type LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {checkReferrer} from '../../domain/referrals/receive-referral.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {readToken} from '../refer.form/refer-cookie.server.ts';

export const handle = {door: 'refer'};

/** As on the form for professionals, in English. */
const words = textFor('en').refer;

export async function loader({params, context}: LoaderFunctionArgs) {
  const token = readToken(params.token);
  const reference = token ? await checkReferrer(context.sql, token) : null;
  return data(
    {
      title: reference ? words.checkedTitle : words.goneTitle,
      isIndexed: false,
      says: reference ? words.checked(reference) : words.gone,
    },
    {status: reference ? 200 : 404, headers: {'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer'}},
  );
}

export const meta = pageMeta;

/** The link in the mail to a work address was opened. */
export default function ReferChecked() {
  const {title, says} = useLoaderData<typeof loader>();
  return (
    <div lang="en" className="reading refer">
      <h1>{title}</h1>
      <p>{says}</p>
    </div>
  );
}
