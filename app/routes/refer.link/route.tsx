import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {ReferLink} from '../../components/refer/refer-link.tsx';
import {readOwnLink} from '../../domain/referrals/own-link.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {fieldsOf, problemsInWords} from '../refer.form/step-view.server.ts';

export const handle = {door: 'refer'};

/** As on the form for professionals, in English. */
const words = textFor('en').refer;

export function loader({request, context}: LoaderFunctionArgs) {
  const {typed, problems, path} = readOwnLink(new URL(request.url).searchParams);
  const site = siteAddress(context.config, request);
  return {
    title: words.link.title,
    isIndexed: false,
    fields: fieldsOf('professional', {}, words, []).filter(({name}) => name in typed),
    typed,
    problems: problemsInWords(problems, words),
    made:
      path === null
        ? null
        : {
            address: `${site}${path}`,
            code: `<a href="${site}${path.replaceAll('&', '&amp;')}">${words.professionalTitle}</a>`,
          },
    forPeople: `${site}/refer`,
    words: {
      ...words.link,
      optional: words.optional,
      errorTitle: words.errorTitle,
      errorPrefix: words.errorPrefix,
    },
  };
}

export const meta = pageMeta;

/** The link that an organisation puts on its own site, so that its staff need not say each time where they work. */
export default function ReferOwnLink() {
  return <ReferLink {...useLoaderData<typeof loader>()} />;
}
