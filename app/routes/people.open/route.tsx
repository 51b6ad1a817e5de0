import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, InsetText} from 'nhsuk-react-components';
import {OpeningForm} from '../../components/people/opening-form.tsx';
import styles from '../../components/people/people.scss?url';
import {PersonInBrief} from '../../components/people/person-in-brief.tsx';
import {inWords} from '../../components/people/person-words.ts';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {getRecord} from '../../domain/people/get-record.server.ts';
import {getChosen, openRecord} from '../../domain/people/open-record.server.ts';
import {readReason, typedOpening} from '../../domain/people/opening-reasons.ts';
import {listUsualWorks} from '../../domain/people/usual-works.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {asker, idOf, missing, readThen, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'people.open'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const id = idOf(params.id);
  const person = await getChosen(context.sql, asker(context), id);
  if (!person) {
    // Someone whom only an emergency opened has a record that stands, though nobody would find them.
    if (await getRecord(context.sql, asker(context), id, 'open')) return redirect(`/people/${id}`, 303);
    throw missing();
  }
  if (person.mergedInto) {
    const kept = await getChosen(context.sql, asker(context), person.mergedInto);
    if (kept) return redirect(`/people/${kept.id}`, 303);
  }
  const held = await typedBefore(context, request);
  const {searchParams} = new URL(request.url);
  return data({
    title: 'Open a record',
    isIndexed: false,
    submission: newSubmission(),
    id,
    reference: person.reference,
    outcode: person.outcode,
    ...inWords(person, today()),
    isNew: searchParams.has('new'),
    isAgain: searchParams.has('then'),
    isHeld: held !== null,
    works: await listUsualWorks(context.sql, asker(context), id),
    typed: typedOpening(held ?? new FormData()),
  });
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const typed = typedOpening(form);
  // Emergency access has a door and a page of its own.
  const read = readReason(typed.basis === 'emergency' ? {...typed, basis: ''} : typed);
  if (!read.ok) return data({typed, problems: read.problems}, {status: 422});
  const opening = await openRecord(context.sql, sender(context, form, 'people.open'), id, read.reason);
  if (!opening) throw missing();
  const then = readThen(new URL(request.url).searchParams.get('then'));
  return redirect(`/people/${id}${then ? `/${then}` : ''}`, 303);
}

export const meta = pageMeta;

/** Before a record is shown: why, and on what basis. */
export default function OpenRecord() {
  const {submission, id, name, born, reference, outcode, isNew, isAgain, isHeld, works, typed} =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page__inner">
      <BackLink href="/people">Find a person</BackLink>
      <FormProblems problems={answer?.problems} />
      <h1>Why do you need this record?</h1>
      {isNew && (
        <InsetText>
          <p>
            <strong>This person is written down.</strong> Their reference is {reference}.
          </p>
        </InsetText>
      )}
      <div className="found-person people-after">
        <PersonInBrief name={name} born={born} reference={reference} outcode={outcode} />
      </div>
      {isAgain && <p className="people-after">The record is not open any more. What you had typed is kept.</p>}
      <p className="people-after">
        Your answer is written down with your name and the time. The record stays open for you until you close it or
        sign out, for 12 hours at most.
      </p>
      {isHeld && !answer && <HeldNotice />}
      <OpeningForm
        key={id}
        submission={submission}
        works={works}
        typed={answer?.typed ?? typed}
        problems={answer?.problems ?? {}}
      />
    </div>
  );
}
