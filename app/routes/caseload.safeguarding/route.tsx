import type {ActionFunctionArgs, LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {ConcernForm} from '../../components/caseload/concern-form.tsx';
import {pageMeta} from '../../http/page-meta.ts';
import {concernPage, concernSent} from './concern-page.server.ts';

export const handle = {door: 'caseload'};

export const loader = (asked: LoaderFunctionArgs) => concernPage(asked, 'case');
export const action = (asked: ActionFunctionArgs) => concernSent(asked, 'case');

export const meta = pageMeta;

/** A worry about somebody’s safety, from any screen of their case. */
export default function CaseSafeguarding() {
  return <ConcernForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
