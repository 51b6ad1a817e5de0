import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {Button, TextInput} from 'nhsuk-react-components';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {countWaiting} from '../../domain/records/emergency-reviews.server.ts';
import {findByReference} from '../../domain/records/review-acts.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {contextOf, typedBefore} from '../../http/staff.server.ts';

export const handle = {door: 'records.review'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const held = await typedBefore(context, request);
  return {
    title: 'Record checks',
    isIndexed: false,
    waiting: await countWaiting(context.sql, contextOf(context, 'records-review')),
    typed: String(held?.get('reference') ?? '').slice(0, 40),
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const typed = String((await request.formData()).get('reference') ?? '').slice(0, 40);
  const id = await findByReference(context.sql, contextOf(context, 'records-review'), typed);
  if (id) return redirect(`/records/people/${id}`, 303);
  const reference = typed.trim()
    ? 'There is no person with this reference. It looks like P-7KM-4QC'
    : 'Enter a reference';
  return data({typed, problems: {reference}}, {status: 422});
}

export const meta = pageMeta;

/** Where a records officer begins. */
export default function RecordsHome() {
  const {waiting, typed} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page__inner">
      <FormProblems problems={answer?.problems} />
      <h1>Record checks</h1>
      <p className="reading__lede">
        Every time someone looks at, searches, changes or exports a record, it is written down. What you look at here is
        written down too.
      </p>
      <ul className="tasks" role="list">
        <li className="task">
          <h2 className="task__title">
            <a href="/records/emergency">Emergency access</a>
          </h2>
          <p>{waitingInWords(waiting)}</p>
        </li>
        <li className="task">
          <h2 className="task__title">
            <a href="/records/staff">What a member of staff has looked at</a>
          </h2>
          <p>Choose someone of your organisation.</p>
        </li>
      </ul>
      <h2 className="records-find">Who has looked at a person’s record</h2>
      <form method="post" action="/records" noValidate>
        <TextInput
          id="reference"
          name="reference"
          label="The person’s reference"
          hint="It stands at the top of their record and looks like P-7KM-4QC"
          width="10"
          autoComplete="off"
          spellCheck={false}
          defaultValue={answer?.typed ?? typed}
          error={answer?.problems.reference}
        />
        <Button type="submit">Show who has looked</Button>
      </form>
    </div>
  );
}

function waitingInWords(waiting: number): string {
  if (waiting === 0) return 'None waits for a review.';
  return waiting === 1 ? 'One waits for a review.' : `${waiting} wait for a review.`;
}
