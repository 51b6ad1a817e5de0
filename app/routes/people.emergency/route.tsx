import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Button, Textarea, TextInput, WarningCallout} from 'nhsuk-react-components';
import {FoundList} from '../../components/people/found-list.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import styles from '../../components/people/people.scss?url';
import {foundInWords} from '../../components/people/person-words.ts';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {findPeople} from '../../domain/people/find-people.server.ts';
import {openRecord} from '../../domain/people/open-record.server.ts';
import {readReason, typedOpening} from '../../domain/people/opening-reasons.ts';
import {SEARCH_LIMIT} from '../../domain/people/search-words.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'people.emergency'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({request, context}: LoaderFunctionArgs) {
  const held = await typedBefore(context, request);
  return {title: 'Emergency access', isIndexed: false, isHeld: held !== null, typed: typedIn(held ?? new FormData())};
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = typedIn(form);
  const problems: Record<string, string> = {};
  // The reason comes first: without one nobody is looked for.
  const read = readReason({...typedOpening(form), basis: 'emergency'});
  if (!read.ok) problems.reason = read.problems.reason!;
  if (typed.words.trim() === '' && !form.has('person')) problems.words = 'Enter what you know of the person';
  if (!read.ok || problems.words) return data({typed, problems, found: null}, {status: 422});

  if (form.has('person')) {
    const id = idOf(String(form.get('person')));
    const opening = await openRecord(context.sql, sender(context, form, 'people.emergency'), id, read.reason);
    if (!opening) throw missing();
    return redirect(`/people/${id}`, 303);
  }
  if (!(await isWithinRate('find-in-emergency', staffOf(context).staffId))) {
    problems.words = 'You have searched very often in the last minute. Wait a moment, then try again';
    return data({typed, problems, found: null}, {status: 429});
  }
  const found = await findPeople(context.sql, typed.words, 1, {...asker(context), today: today(), inEmergency: true});
  const people = found.people.map((person) => ({
    ...foundInWords(person, today()),
    submission: newSubmission(),
  }));
  return data({typed, problems, found: {people, isTooMany: found.total > people.length}});
}

function typedIn(form: FormData) {
  return {
    reason: String(form.get('reason') ?? '').slice(0, 1000),
    words: String(form.get('words') ?? '').slice(0, SEARCH_LIMIT),
  };
}

export const meta = pageMeta;

/** When someone is in danger and their record belongs to others: anyone in the area, with a reason, and a review after. */
export default function EmergencyAccess() {
  const {typed: before, isHeld} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed ?? before;
  const problems = answer?.problems ?? {};
  const found = answer?.found;
  return (
    <div className="page__inner">
      <BackLink href="/people">Find a person</BackLink>
      <FormProblems problems={problems} />
      <h1>Emergency access</h1>
      <WarningCallout>
        <WarningCallout.Heading headingLevel="h2">Only when someone is in danger</WarningCallout.Heading>
        <p>
          If they need help this minute, call 999 first. What you open here stays open for 60 minutes. A records officer
          is told at once, reads your reason and writes down whether it was right.
        </p>
      </WarningCallout>
      {isHeld && !answer && <HeldNotice />}
      <form method="post" action="/people-emergency" className="people-search" noValidate>
        <Textarea
          id="reason"
          name="reason"
          label="What is the emergency?"
          hint="At least 20 letters"
          rows={3}
          defaultValue={typed.reason}
          error={problems.reason}
        />
        <TextInput
          id="words"
          name="words"
          label="What you know of the person"
          hint="Name, birth date, NHS number, telephone, postcode or reference"
          defaultValue={typed.words}
          error={problems.words}
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit">Look in the whole area</Button>
      </form>
      {found && (
        <section className="people-after" aria-labelledby="found">
          <h2 id="found">{found.people.length === 0 ? 'Nobody was found' : 'Who is it?'}</h2>
          {found.isTooMany && <p>There are more. Add something else you know to find the right one.</p>}
          <FoundList
            people={found.people}
            action={({id, name}) => (
              <form method="post" action="/people-emergency">
                <Submission number={found.people.find((one) => one.id === id)!.submission} />
                <input type="hidden" name="person" value={id} />
                <input type="hidden" name="reason" value={typed.reason} />
                <input type="hidden" name="words" value={typed.words} />
                <Button type="submit" warning>
                  Open this record now<span className="nhsuk-u-visually-hidden">: {name}</span>
                </Button>
              </form>
            )}
          />
        </section>
      )}
    </div>
  );
}
