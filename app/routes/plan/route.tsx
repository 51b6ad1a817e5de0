import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {layoutIn, planInWords} from '../../components/plans/plan-in-words.ts';
import {LayoutLinks, PlanView} from '../../components/plans/plan-view.tsx';
import styles from '../../components/plans/plans.scss?url';
import {LinkGone} from '../../components/shell/link-gone.tsx';
import {openCopy} from '../../domain/plans/plans.server.ts';
import {localeOf} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {dayIn} from '../../i18n/days.ts';
import {stepServices} from '../caseload.plan/step-services.server.ts';

export const handle = {door: 'answer'};
export const links = () => [{rel: 'stylesheet', href: styles}];

// The address holds the secret of the link, which must not travel on to any other page.
export const headers = () => ({'Referrer-Policy': 'strict-origin', 'Cache-Control': 'no-store'});

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const {goneTitle, toPrint, plan: words} = textFor(locale).ownLinks;
  const copy = await openCopy(context, params.token ?? '');
  const {pathname, searchParams} = new URL(request.url);
  return {
    title: words.title,
    isIndexed: false,
    here: pathname.replace(/\.data$/, ''),
    layout: layoutIn(searchParams.get('layout')),
    words: {goneTitle, gone: words.gone, heading: words.heading, layouts: words.layouts, toPrint},
    copy: copy && {
      plan: planInWords(copy.plan, {locale, words, services: await stepServices(context, copy.plan)}),
      about: `${words.writtenOn(dayIn(locale, copy.madeAt))} ${words.agreed[copy.agreedBy]}`,
    },
  };
}

export const meta = pageMeta;

/** Somebody's own copy of their plan, by the private link that was sent to them. */
export default function OwnCopy() {
  const {copy, here, layout, words} = useLoaderData<typeof loader>();
  if (!copy) return <LinkGone title={words.goneTitle} words={words.gone} />;
  return (
    <div className="page__inner">
      <h1>{words.heading}</h1>
      <ul className="plan-tools" role="list">
        <LayoutLinks here={here} layout={layout} names={words.layouts} />
      </ul>
      <PlanView plan={copy.plan} layout={layout} />
      <p className="plan__about">{copy.about}</p>
      <p className="plan__about plan__to-print">{words.toPrint}</p>
    </div>
  );
}
