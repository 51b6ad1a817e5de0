import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {ConcernChoice} from '../../components/caseload/concern-choice.tsx';
import {listCases} from '../../domain/caseload/list-cases.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {today} from '../../http/today.server.ts';
import {pageOf} from '../admin.home/admin-request.server.ts';
import {asker} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const {cases, page, pages} = await listCases(
    context.sql,
    asker(context),
    {filter: 'open', whose: 'mine', order: 'name', words: '', page: pageOf(request)},
    today(),
  );
  return {
    title: 'Raise a safeguarding concern',
    isIndexed: false,
    people: cases.map(({id, name, reference}) => ({id, reference, name: name ?? 'Name not shared with us'})),
    page,
    pages,
  };
}

export const meta = pageMeta;

/** About whom a worry is, where the page before was about nobody in particular. */
export default function Concern() {
  return <ConcernChoice {...useLoaderData<typeof loader>()} />;
}
