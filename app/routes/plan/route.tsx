import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {PrintButton} from '../../components/listing/print-button.tsx';
import {LayoutLinks, layoutIn, PlanView} from '../../components/plans/plan-view.tsx';
import styles from '../../components/plans/plans.scss?url';
import {AGREED_BY} from '../../domain/plans/plan-choices.ts';
import {openCopy} from '../../domain/plans/plans.server.ts';
import {dayInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {stepServices} from '../caseload.plan/step-services.server.ts';

export const handle = {door: 'answer'};
export const links = () => [{rel: 'stylesheet', href: styles}];

// The address holds the secret of the link, which must not travel on to any other page.
export const headers = () => ({'Referrer-Policy': 'strict-origin', 'Cache-Control': 'no-store'});

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const copy = await openCopy(context, params.token ?? '');
  const {pathname, searchParams} = new URL(request.url);
  return {
    title: 'Your copy',
    isIndexed: false,
    here: pathname.replace(/\.data$/, ''),
    layout: layoutIn(searchParams.get('layout')),
    copy: copy && {
      plan: copy.plan,
      services: await stepServices(context, copy.plan),
      about: `Written down on ${dayInWords(copy.madeAt)}. Agreed: ${AGREED_BY[copy.agreedBy].toLowerCase()}.`,
    },
  };
}

export const meta = pageMeta;

/** Somebody's own copy of their plan, by the private link that was sent to them. */
export default function OwnCopy() {
  const {copy, here, layout} = useLoaderData<typeof loader>();
  if (!copy) {
    return (
      <div className="reading">
        <h1>This link no longer works</h1>
        <p>Whoever gave it to you can send a new one, or print your plan for you.</p>
      </div>
    );
  }
  return (
    <div className="page__inner">
      <h1>What matters to me</h1>
      <ul className="plan-tools" role="list">
        <LayoutLinks here={here} layout={layout} />
        <li>
          <PrintButton label="Print my plan" without="Use the print key of your browser." />
        </li>
      </ul>
      <PlanView plan={copy.plan} layout={layout} services={copy.services} />
      <p className="plan__about">{copy.about}</p>
    </div>
  );
}
