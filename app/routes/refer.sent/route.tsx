import {data, type LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {getDraft} from '../../domain/referrals/refer-drafts.server.ts';
import {localeOf} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {tokenOf} from '../refer.form/refer-cookie.server.ts';

export const handle = {door: 'refer'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const token = tokenOf(request);
  const draft = token ? await getDraft(context.sql, token) : null;
  const reference = draft?.sentReference ?? null;
  // A professional reads English here, as on their form.
  const isProfessional = draft?.kind === 'professional';
  const words = textFor(isProfessional ? 'en' : localeOf(request)).refer;
  const {sentReference, sentNextTitle, sentUrgent, sentSearch, gone, again} = words;
  return data(
    {
      title: reference ? words.sentTitle : words.goneTitle,
      isIndexed: false,
      reference,
      language: isProfessional ? 'en' : undefined,
      words: {
        sentReference,
        sentNext: isProfessional ? words.sentNextProfessional : words.sentNext,
        sentNextTitle,
        sentUrgent,
        sentSearch,
        gone,
        again,
      },
    },
    {status: reference ? 200 : 404, headers: {'Cache-Control': 'no-store'}},
  );
}

export const meta = pageMeta;

/** It was sent: the reference, and what happens next. */
export default function ReferSent() {
  const {title, reference, language, words} = useLoaderData<typeof loader>();
  if (!reference) {
    return (
      <div className="reading refer">
        <h1>{title}</h1>
        <p>{words.gone}</p>
        <a className="button" href="/refer">
          {words.again}
        </a>
      </div>
    );
  }
  return (
    <div lang={language} className="reading refer">
      <div className="refer__sent">
        <h1>{title}</h1>
        <p>
          {words.sentReference}: <strong>{reference}</strong>
        </p>
      </div>
      <h2>{words.sentNextTitle}</h2>
      <ul>
        {words.sentNext.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="refer__urgent">{words.sentUrgent}</p>
      <p>
        <a href="/search">{words.sentSearch}</a>
      </p>
    </div>
  );
}
