import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {CorrectCall} from '../../components/desk/correct-call.tsx';
import type {RightPerson} from '../../components/desk/right-person.tsx';
import type {Conflict} from '../../components/drafts/draft-keeper.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {listOf} from '../../domain/calls/call-fields.ts';
import {callValues} from '../../domain/calls/call-values.ts';
import {correctCall} from '../../domain/calls/correct-call.server.ts';
import {openCorrection, takeInCorrection, throwCorrectionAway} from '../../domain/calls/correction-draft.server.ts';
import {LIVING} from '../../domain/calls/dispositions.ts';
import {getCall} from '../../domain/calls/get-call.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';
import {besideView, needChoices} from '../desk.call/call-view.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';
import {readCorrection} from './correction-form.server.ts';
import {keepHeld} from './keep-held.server.ts';
import {actOnRightPerson, rightPersonOf} from './right-person.server.ts';

export const handle = {door: 'desk.ended'};

/** What is said of a form that was sent and has not become a version: what was typed stays in it. */
interface Answer {
  kept: Record<string, string>;
  conflicts: Conflict[];
  problems?: Record<string, string>;
  right?: RightPerson;
  isElsewhere?: boolean;
  isChanged?: boolean;
}

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const call = await getCall(context.sql, asker(context), idOf(params.id));
  if (!call || call.partnerId !== staffOf(context).partnerId) throw missing();
  const held = await keepHeld(context, request, call.id);
  const draft = await openCorrection(context.sql, asker(context), call.id);
  const fields = (draft?.fields ?? []).map(({name, value, version}) => ({name, value, version}));
  const begun = Object.fromEntries(fields.map(({name, value}) => [name, value]));
  const values = callValues(call);
  const {given} = await besideView(context, {
    story: '',
    needs: [],
    near: '',
    given: listOf([values.services, begun.services].join(',')),
  });
  return {
    title: 'Correct a call',
    isIndexed: false,
    mustKnow: call.mustKnow,
    submission: newSubmission(),
    call: {id: call.id, reference: call.reference, isAboutSomebody: call.personId !== null},
    version: call.version,
    values,
    draft: {id: draft?.id ?? newSubmission(), page: newSubmission(), fields},
    state: {
      isHeld: held !== null,
      isBegun: fields.length > 0,
      isChanged: draft !== null && draft.seen < call.version,
      isElsewhere: false,
    },
    kept: held?.kept ?? {},
    conflicts: held?.conflicts ?? [],
    right: await rightPersonOf(context, begun.rightPersonId, begun.rightWords),
    living: LIVING.filter((kind) => call.endings.some((ending) => ending.kind === kind)),
    needs: needChoices(context),
    given,
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  if (form.get('act') === 'throw-away') {
    await throwCorrectionAway(context.sql, asker(context), id);
    return redirect(`/desk/ended/${id}/correct`, 303);
  }
  const sent = readCorrection(form);
  const taken = await takeInCorrection(context.sql, asker(context), id, sent);
  if (!taken.ok) throw missing();
  const {conflicts, isElsewhere} = taken;
  const kept: Answer = {kept: taken.typed, conflicts};
  const right = await actOnRightPerson(context, id, form, sent);
  if (right) return data<Answer>({...kept, right});
  if (conflicts.length > 0 || isElsewhere) return data<Answer>({...kept, isElsewhere}, {status: 409});
  const corrected = await correctCall(context.sql, sender(context, form, 'desk.ended'), {
    id,
    version: sent.seen,
    ...sent,
  });
  if (corrected.ok) return redirect(`/desk/ended/${id}`, 303);
  if (corrected.reason === 'gone') throw missing();
  if (corrected.reason === 'problems') return data<Answer>({...kept, problems: corrected.problems}, {status: 422});
  // What the other wrote stands on the page of the call; saved once more, what was typed here goes over it as the next version.
  return data<Answer>({...kept, isChanged: true}, {status: 409});
}

export const meta = pageMeta;

/** A call that has ended, to be corrected. What it said before stays. */
export default function Correct() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const {isElsewhere = false, isChanged = shown.state.isChanged, ...sent} = answer ?? {};
  // What was sent just now is nothing that had been begun earlier.
  const state = answer ? {isHeld: false, isBegun: false, isChanged, isElsewhere} : shown.state;
  return <CorrectCall key={shown.submission} problems={{}} {...shown} {...sent} state={state} />;
}
