import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Button} from 'nhsuk-react-components';
import {FoundList} from '../../components/people/found-list.tsx';
import styles from '../../components/people/people.scss?url';
import {PersonFields} from '../../components/people/person-fields.tsx';
import {foundInWords} from '../../components/people/person-words.ts';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {newSubmission, submissionOf} from '../../domain/access/submissions.server.ts';
import {addPerson, writtenDownBefore} from '../../domain/people/add-person.server.ts';
import {LIKENESSES, likelyDuplicates} from '../../domain/people/likely-duplicates.server.ts';
import {nameFields, reachFields, readNewPerson, typedNewPerson} from '../../domain/people/new-person.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {asker, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'people.add'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({request, context}: LoaderFunctionArgs) {
  const held = await typedBefore(context, request);
  return {
    title: 'Write down someone new',
    isIndexed: false,
    submission: newSubmission(),
    isHeld: held !== null,
    typed: typedNewPerson(held ?? new FormData()),
    nameFields,
    reachFields,
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const submission = submissionOf(form);
  const read = readNewPerson(form, today());
  const {typed} = read;
  if (!read.ok) return data({typed, problems: read.problems, submission, likely: null}, {status: 422});
  const from = sender(context, form, 'people.add');
  const before = await writtenDownBefore(context.sql, from);
  if (before) return redirect(`/people/${before}/open?new`, 303);
  if (form.get('act') !== 'add') {
    const found = await likelyDuplicates(context.sql, asker(context), read.person);
    const likely = found.map((person) => ({
      ...foundInWords(person, today()),
      because: LIKENESSES[person.likeness],
    }));
    if (likely.length > 0) {
      // Of the same form sent twice at once, the likely one may be whom the other has just written down.
      const meanwhile = await writtenDownBefore(context.sql, from);
      if (meanwhile) return redirect(`/people/${meanwhile}/open?new`, 303);
      return data({typed, problems: {}, submission, likely});
    }
  }
  const {id} = await addPerson(context.sql, from, read.person, today());
  return redirect(`/people/${id}/open?new`, 303);
}

export const meta = pageMeta;

/** Someone who is not here yet; whoever it might be already is offered first. */
export default function NewPerson() {
  const {submission, typed, isHeld, nameFields: names, reachFields: reach} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const likely = answer?.likely;
  const values = answer?.typed ?? typed;
  const problems = answer?.problems ?? {};
  return (
    <div className="page__inner">
      <BackLink href="/people">Find a person</BackLink>
      <FormProblems problems={problems} />
      <h1>Write down someone new</h1>
      {isHeld && !answer && <HeldNotice />}
      {likely && (
        <section aria-labelledby="likely">
          <h2 id="likely">Is it one of these people?</h2>
          <p>If so, open their record instead. What you typed is still in the form below.</p>
          <FoundList people={likely} />
        </section>
      )}
      <p className="reading__lede">Write what you know and leave out the rest. Someone with no name is welcome too.</p>
      <form method="post" action="/people/new" className="record-form" noValidate>
        <Submission number={answer?.submission ?? submission} />
        <PersonFields fields={names} values={values} problems={problems} />
        <h2>How to reach them</h2>
        <PersonFields fields={reach} values={values} problems={problems} />
        <Button type="submit" name="act" value={likely ? 'add' : 'check'}>
          {likely ? 'None of these: write them down' : 'Write them down'}
        </Button>
      </form>
    </div>
  );
}
