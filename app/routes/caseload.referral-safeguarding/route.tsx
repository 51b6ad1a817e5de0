import type {ActionFunctionArgs, LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {ConcernForm} from '../../components/caseload/concern-form.tsx';
import {pageMeta} from '../../http/page-meta.ts';
import {concernPage, concernSent} from '../caseload.safeguarding/concern-page.server.ts';

export const handle = {door: 'caseload.inbox'};

export const loader = (asked: LoaderFunctionArgs) => concernPage(asked, 'referral');
export const action = (asked: ActionFunctionArgs) => concernSent(asked, 'referral');

export const meta = pageMeta;

/** A worry about the safety of somebody who was referred, before anybody has accepted anything. */
export default function ReferralSafeguarding() {
  return <ConcernForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
