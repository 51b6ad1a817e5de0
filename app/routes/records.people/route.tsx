import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {z} from 'zod';
import {ActsList, ActsProblems} from '../../components/records/acts-list.tsx';
import {readActsFilter} from '../../domain/records/acts-filter.ts';
import {reviewPerson} from '../../domain/records/review-acts.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {contextOf} from '../../http/staff.server.ts';
import {actsPage} from './acts-page.server.ts';

export const handle = {door: 'records.review'};

export async function loader({request, params, context}: LoaderFunctionArgs) {
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw new Response(null, {status: 404});
  const read = readActsFilter(new URL(request.url).searchParams);
  const review = await reviewPerson(context.sql, contextOf(context, 'records-review'), id.data, read.filter);
  if (!review) throw new Response(null, {status: 404});
  return {
    title: 'Who has looked at a record',
    isIndexed: false,
    reference: review.person.reference,
    ...actsPage(`/records/people/${id.data}`, read, review),
  };
}

export const meta = pageMeta;

/** Who has looked at this person, and why. */
export default function RecordsOfPerson() {
  const {reference, ...list} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner records">
      <BackLink href="/records">Record checks</BackLink>
      <ActsProblems problems={list.problems} />
      <h1>Who has looked at record {reference}</h1>
      <ActsList
        {...list}
        caption={`What was done with record ${reference}, the latest first`}
        columns={['when', 'who', 'what', 'why', 'where']}
      />
    </div>
  );
}
