import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {ReferStart} from '../../components/refer/refer-start.tsx';
import {getDraft, startDraft} from '../../domain/referrals/refer-drafts.server.ts';
import {serviceToJoin} from '../../domain/referrals/receive-referral.server.ts';
import {localeOf} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {tokenCookie, tokenOf} from '../refer.form/refer-cookie.server.ts';

export const handle = {door: 'refer'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const words = textFor(localeOf(request)).refer;
  const token = tokenOf(request);
  const draft = token ? await getDraft(context.sql, token) : null;
  const service = await serviceToJoin(context.sql, new URL(request.url).searchParams.get('service'));
  return {
    title: words.startTitle,
    description: words.description,
    canonical: `${siteAddress(context.config, request)}/refer`,
    canGoOn: draft !== null && draft.kind === 'public' && !draft.sentReference && Object.keys(draft.typed).length > 0,
    service: service && {slug: service.slug, says: words.forService(service.name)},
    words: {
      title: words.startTitle,
      lede: words.lede,
      points: words.points,
      start: words.start,
      goOn: words.goOn,
      professional: words.professional,
      professionalLede: words.professionalLede,
      ownLink: words.link.offer,
      urgent: words.urgent,
    },
  };
}

/** Begins one: from here on what is typed is kept. */
export async function action({request, context}: ActionFunctionArgs) {
  const words = textFor(localeOf(request)).refer;
  if (!(await isWithinRate('refer-pages', context.address))) return data({problem: words.tooMany}, {status: 429});
  const service = await serviceToJoin(context.sql, (await request.formData()).get('service'));
  const token = await startDraft(context.sql, 'public', service ? {service: service.slug} : {});
  return redirect('/refer/form', {status: 303, headers: {'Set-Cookie': tokenCookie(token, context.config)}});
}

export const meta = pageMeta;

/** What a link worker is, and where asking for one begins. */
export default function Refer() {
  return <ReferStart {...useLoaderData<typeof loader>()} />;
}
