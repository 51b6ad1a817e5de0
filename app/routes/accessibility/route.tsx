import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {ProsePage} from '../../components/prose/prose-page.tsx';
import {localeOf} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';

export const handle = {door: 'directory'};

/** How the site is made for everyone, and what is not finished. */
export function loader({request, context}: LoaderFunctionArgs) {
  return {
    ...textFor(localeOf(request)).pages.accessibility,
    canonical: `${siteAddress(context.config, request)}/accessibility`,
  };
}

export const meta = pageMeta;

export default function Accessibility() {
  return <ProsePage {...useLoaderData<typeof loader>()} />;
}
