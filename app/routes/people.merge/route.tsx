import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {JoinForm, LookForm, TakeApart} from '../../components/people/merge-forms.tsx';
import styles from '../../components/people/people.scss?url';
import {inWords} from '../../components/people/person-words.ts';
import {RecordFrame} from '../../components/people/record-frame.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {EVIDENCE} from '../../domain/people/merge-evidence.ts';
import {getOtherRecord, mergePeople, unmergePeople} from '../../domain/people/merge-people.server.ts';
import {readReference} from '../../domain/people/reference.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {momentInWords} from '../../http/moments.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {askAgain, editorOf, idOf, openedRecord, sender, viewOf} from '../people.record/people-request.server.ts';
import {REFUSALS} from './merge-words.ts';

export const handle = {door: 'people.merge'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const record = await openedRecord({context, request}, idOf(params.id), 'merge');
  const held = await typedBefore(context, request);
  const typed = typedIn(held ?? new FormData());
  const reference = typed.why && held?.get('act') === 'merge' ? readReference(typed.reference) : null;
  const editor = {...sender(context, held ?? new FormData(), 'people.merge'), openingId: record.opening.id};
  return {
    title: 'Join two records',
    isIndexed: false,
    submission: newSubmission(),
    banner: viewOf(record).banner,
    isHeld: held !== null,
    typed,
    other: reference && otherView(await getOtherRecord(context.sql, editor, record.person.id, reference)),
    merges: record.merges.map(({id, reference, why, mergedAt, mergedBy}) => ({
      id,
      reference,
      why,
      merged: `${mergedBy ?? 'Somebody who has left'}, ${momentInWords(mergedAt)}`,
      submission: newSubmission(),
    })),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const personId = idOf(params.id);
  const form = await request.formData();
  const editor = await editorOf({context, request}, personId, form, 'people.merge');
  const typed = typedIn(form);
  const why = typed.why.trim();
  const refuse = (problems: Record<string, string>, other: OtherView | null = null) =>
    data({typed, problems, other, submission: newSubmission()}, {status: 422});

  if (form.get('act') === 'unmerge') {
    if (!why) return refuse({[`why-${typed.merge}`]: 'Say why they are two people'});
    const {ok} = await unmergePeople(context.sql, editor, personId, idOf(typed.merge), why.slice(0, 1000));
    return ok ? redirect(`/people/${personId}/merge`, 303) : refuse({reference: REFUSALS.not_found});
  }

  const reference = readReference(typed.reference);
  if (!reference) return refuse({reference: 'A reference looks like P-7KM-4QC'});
  const look = async () => otherView(await getOtherRecord(context.sql, editor, personId, reference));
  if (form.get('act') === 'look') {
    const other = await look();
    return other
      ? data({typed, problems: {}, other, submission: newSubmission()})
      : refuse({reference: REFUSALS.not_found});
  }
  if (!why) return refuse({why: 'Say how you know that they are one person'}, await look());
  const outcome = await mergePeople(context.sql, editor, personId, {
    reference,
    why: why.slice(0, 1000),
    confirmed: typed.confirmed !== '',
  });
  if (outcome.ok) return redirect(`/people/${personId}`, 303);
  if (outcome.reason === 'not_opened') return askAgain({context, request}, personId, form);
  return refuse({[outcome.reason === 'confirm' ? 'confirmed' : 'reference']: REFUSALS[outcome.reason]}, await look());
}

type OtherView = ReturnType<typeof otherView>;

function otherView(other: Awaited<ReturnType<typeof getOtherRecord>>) {
  if (!other) return null;
  const {reference, outcode, verdict, found} = other;
  return {...inWords(other, today()), reference, outcode, verdict, evidence: found.map((one) => EVIDENCE[one])};
}

function typedIn(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 2000);
  return {reference: text('reference'), why: text('why'), confirmed: text('confirmed'), merge: text('merge')};
}

export const meta = pageMeta;

/** Two records of one person are joined here, and taken apart again. */
export default function MergeRecords() {
  const {submission, banner, merges, isHeld, typed: before, other: seenBefore} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed ?? before;
  const problems: Record<string, string> = answer?.problems ?? {};
  const number = answer?.submission ?? submission;
  const other = answer ? answer.other : seenBefore;
  return (
    <RecordFrame banner={banner}>
      <FormProblems problems={problems} />
      <h1>Join records or take them apart</h1>
      <p className="reading__lede">
        Sometimes one person has two records. Joined, both are shown as one. Nothing is moved, so they can be taken
        apart again exactly as they were.
      </p>
      {isHeld && !answer && <HeldNotice />}
      {other ? (
        <JoinForm submission={number} other={other} typed={typed} problems={problems} />
      ) : (
        <LookForm submission={number} reference={typed.reference} error={problems.reference} />
      )}
      <TakeApart merges={merges} typed={typed} problems={problems} />
    </RecordFrame>
  );
}
