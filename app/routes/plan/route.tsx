import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {PlanView} from '../../components/plans/plan-view.tsx';
import styles from '../../components/plans/plans.scss?url';
import {openCopy} from '../../domain/plans/plans.server.ts';
import {pageMeta} from '../../http/page-meta.ts';

export const handle = {door: 'answer'};
export const links = () => [{rel: 'stylesheet', href: styles}];

// The address holds the secret of the link, which must not travel on to any other page.
export const headers = () => ({'Referrer-Policy': 'strict-origin', 'Cache-Control': 'no-store'});

export async function loader({params, context}: LoaderFunctionArgs) {
  const copy = await openCopy(context, params.token ?? '');
  return {title: 'Your copy', isIndexed: false, plan: copy?.plan ?? null};
}

export const meta = pageMeta;

/** Somebody's own copy of their plan, by the private link that was sent to them. */
export default function OwnCopy() {
  const {plan} = useLoaderData<typeof loader>();
  if (!plan) {
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
      <PlanView plan={plan} layout="calm" />
    </div>
  );
}
