import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {NoteForm} from '../../components/caseload/note-form.tsx';
import {SupervisionNotes} from '../../components/caseload/supervision-notes.tsx';
import {TakeOnForm} from '../../components/caseload/take-on-form.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {FormProblems, type Problems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {readNote, typedNote, type TypedNote} from '../../domain/team/supervision-form.ts';
import {getSupervision} from '../../domain/team/supervision.server.ts';
import {addNote, changeNote, takeOnSupervision} from '../../domain/team/write-supervision.server.ts';
import {dayInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender, versionOf} from '../people.record/people-request.server.ts';
import {toNoteView} from './note-views.server.ts';

export const handle = {door: 'caseload.lead'};

const DONE = {written: 'It is written down.', taken_on: 'You supervise them from now on.'};

export async function loader({request, context, params}: LoaderFunctionArgs) {
  const page = await getSupervision(context.sql, asker(context), idOf(params.id));
  if (!page) throw missing();
  const day = today();
  const held = await typedBefore(context, request);
  // Which talk is written again, if one is.
  const edits = page.notes.find(({id}) => id === (held?.get('note') ?? new URL(request.url).searchParams.get('note')));
  const fresh: TypedNote = {
    ...{heldOn: edits?.heldOn ?? day, words: edits?.versions[0]?.words ?? '', isShared: edits?.isShared ?? false},
    ...{what: '', dueOn: '', owner: 'worker'},
  };
  return {
    title: `Supervision: ${page.worker.name}`,
    isIndexed: false,
    submission: newSubmission(),
    worker: page.worker,
    supervisor: page.supervisor && {name: page.supervisor.name, since: dayInWords(page.supervisor.since)},
    isSupervisor: page.isSupervisor,
    notes: page.notes.map((note) => toNoteView(note, day)),
    older: page.older,
    edits: edits ? {id: edits.id, version: edits.version, isShared: edits.isShared} : null,
    why: String(held?.get('why') ?? ''),
    typed: held?.has('words') ? typedNote(held) : fresh,
    isHeld: held !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({request, context, params}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const by = sender(context, form, 'caseload.lead');
  const back = (done: keyof typeof DONE) => redirect(`/caseload/lead/workers/${id}/supervision?done=${done}`, 303);
  if (form.get('act') === 'take_on') {
    const why = String(form.get('why') ?? '').trim();
    const problem = !why ? 'Say why you take it on' : why.length > 400 ? 'Use 400 letters or fewer' : null;
    if (problem) return data({why, problems: {why: problem}, refusal: null}, {status: 422});
    const taken = await takeOnSupervision(context.sql, by, id, why);
    if (!taken.ok) throw missing();
    return back('taken_on');
  }
  const typed = typedNote(form);
  const read = readNote(typed, today());
  if (!read.ok) return data({typed, problems: read.problems, refusal: null}, {status: 422});
  const noteId = form.get('note');
  const outcome = noteId
    ? await changeNote(context.sql, by, idOf(String(noteId)), {...read.note, version: versionOf(form)})
    : await addNote(context.sql, by, id, read.note);
  if (outcome.ok) return back('written');
  const refusal =
    outcome.reason === 'changed'
      ? 'This was changed since you opened it. What you typed is below: if you save again, it is one more version.'
      : 'Somebody else supervises them now, so nothing was saved. What you typed is below: keep it somewhere safe.';
  return data({typed, problems: {}, refusal}, {status: 409});
}

export const meta = pageMeta;

/** Talks between a lead and a link worker, private between the two. */
export default function SupervisionPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const {worker, supervisor, isSupervisor, notes, older, edits} = page;
  const problems: Problems = answer?.problems ?? {};
  const typed = answer && 'typed' in answer ? answer.typed : null;
  return (
    <div className="reading caseload">
      <BackLink href={`/caseload/lead/workers/${worker.id}`}>{worker.name}</BackLink>
      <FormProblems problems={answer?.problems} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={page.done} />}
      <h1>Supervision: {worker.name}</h1>
      {supervisor && (
        <p>
          {isSupervisor ? 'You have supervised' : `${supervisor.name} has supervised`} them since {supervisor.since}.{' '}
          {isSupervisor
            ? 'Nobody but you reads what stands here, except what you share with them. Write references of cases, not names.'
            : 'Only they read what is written here.'}
        </p>
      )}
      {page.isHeld && !answer && <HeldNotice />}
      {!isSupervisor && (
        <TakeOnForm
          submission={page.submission}
          from={supervisor?.name ?? null}
          why={(answer && 'why' in answer && answer.why) || page.why}
          problem={problems.why}
        />
      )}
      {(isSupervisor || typed) && (
        <NoteForm
          submission={page.submission}
          edits={edits}
          typed={typed ?? page.typed}
          problems={problems}
          workerName={worker.name}
        />
      )}
      {isSupervisor && <SupervisionNotes notes={notes} older={older} canEdit />}
    </div>
  );
}
