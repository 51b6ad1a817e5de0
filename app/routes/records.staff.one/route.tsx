import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {BackLink, InsetText} from 'nhsuk-react-components';
import {z} from 'zod';
import {ActsList, ActsProblems} from '../../components/records/acts-list.tsx';
import {roles} from '../../domain/access/roles.ts';
import {readActsFilter} from '../../domain/records/acts-filter.ts';
import {reviewStaff} from '../../domain/records/review-acts.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {contextOf, staffOf} from '../../http/staff.server.ts';
import {actsPage} from '../records.people/acts-page.server.ts';

export const handle = {door: 'records.review'};

export async function loader({request, params, context}: LoaderFunctionArgs) {
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw new Response(null, {status: 404});
  const read = readActsFilter(new URL(request.url).searchParams);
  const review = await reviewStaff(context.sql, contextOf(context, 'records-review'), id.data, read.filter);
  if (!review) throw new Response(null, {status: 404});
  const {name, partnerName, roles: theirs, isDisabled} = review.staff;
  return {
    title: 'What a member of staff has looked at',
    isIndexed: false,
    staff: {
      name,
      isDisabled,
      work: [...theirs.map((role) => roles[role].name), partnerName].join(', '),
      isElsewhere: partnerName !== staffOf(context).partnerName,
    },
    ...actsPage(`/records/staff/${id.data}`, read, review),
  };
}

export const meta = pageMeta;

/** What this member of staff has looked at and done. */
export default function RecordsOfStaff() {
  const {staff, ...list} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner records">
      <BackLink href="/records/staff">Staff</BackLink>
      <ActsProblems problems={list.problems} />
      <h1>What {staff.name} has looked at</h1>
      <p className="reading__lede">
        {staff.work}.{staff.isDisabled ? ' This account is closed.' : ''}
      </p>
      {staff.isElsewhere && (
        <InsetText>
          <p>
            They work for another organisation. You see only what they did with people whose records your organisation
            may open.
          </p>
        </InsetText>
      )}
      <ActsList
        {...list}
        caption={`What ${staff.name} did, the latest first`}
        columns={['when', 'what', 'person', 'why', 'where']}
      />
    </div>
  );
}
