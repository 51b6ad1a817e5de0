import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {CorrectCall} from '../../components/desk/correct-call.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {listOf, type CallValues} from '../../domain/calls/call-fields.ts';
import {callValues} from '../../domain/calls/call-values.ts';
import {correctCall, LIVING} from '../../domain/calls/correct-call.server.ts';
import {getCall} from '../../domain/calls/get-call.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {besideView, needChoices} from '../desk.call/call-view.server.ts';
import {changesOf} from '../desk.call/changes.server.ts';
import {asker, idOf, missing, sender, versionOf} from '../people.record/people-request.server.ts';
import {actOnRightPerson, rightIdOf, rightPersonOf} from './right-person.server.ts';

export const handle = {door: 'desk.ended'};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const call = await getCall(context.sql, asker(context), idOf(params.id));
  if (!call || call.partnerId !== staffOf(context).partnerId) throw missing();
  const held = await typedBefore(context, request);
  const values = callValues(call);
  const {given} = await besideView(context, {story: '', needs: [], near: '', given: listOf(values.services)});
  return {
    title: 'Correct a call',
    isIndexed: false,
    mustKnow: call.mustKnow,
    submission: newSubmission(),
    call: {id: call.id, reference: call.reference, isAboutSomebody: call.personId !== null},
    isHeld: held !== null,
    version: held ? versionOf(held) : call.version,
    values: held ? typedOf(held) : values,
    reason: String(held?.get('reason') ?? ''),
    right: await rightPersonOf(context, held ? rightIdOf(held) : null),
    living: LIVING.filter((kind) => call.endings.some((ending) => ending.kind === kind)),
    needs: needChoices(context),
    given,
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const [typed, reason] = [typedOf(form), String(form.get('reason') ?? '').slice(0, 2000)];
  const right = await actOnRightPerson(context, id, form);
  if (right) return data({typed, reason, right, submission: newSubmission(), problems: {}, version: versionOf(form)});
  const asked = {id, version: versionOf(form), reason, typed, rightPersonId: rightIdOf(form)};
  const corrected = await correctCall(context.sql, sender(context, form, 'desk.ended'), asked);
  if (corrected.ok) return redirect(`/desk/ended/${id}`, 303);
  if (corrected.reason === 'gone') throw missing();
  const kept = {
    typed,
    reason,
    right: await rightPersonOf(context, asked.rightPersonId, String(form.get('rightWords') ?? '')),
    submission: newSubmission(),
  };
  if (corrected.reason === 'problems')
    return data({...kept, problems: corrected.problems, version: asked.version}, {status: 422});
  // What the other wrote stands on the page of the call; saved once more, this takes its place as the next version.
  return data({...kept, problems: {}, version: corrected.call.version, isChanged: true}, {status: 409});
}

/** The form as fields of a call. Of the needs the order is sent beside the boxes, which know none. */
function typedOf(form: FormData): CallValues {
  const typed: CallValues = Object.fromEntries(changesOf(form).changes.map(({name, value}) => [name, value]));
  const ticked = listOf(typed.needs);
  const inOrder = listOf(String(form.get('needsInOrder') ?? '')).filter((key) => ticked.includes(key));
  return {...typed, needs: [...new Set([...inOrder, ...ticked])].join(',')};
}

export const meta = pageMeta;

/** A call that has ended, to be corrected. What it said before stays. */
export default function Correct() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const now = answer ? {...answer, values: answer.typed} : {...shown, problems: {}};
  return (
    <CorrectCall
      key={now.submission}
      {...shown}
      {...now}
      isHeld={shown.isHeld && !answer}
      isChanged={Boolean(answer && 'isChanged' in answer)}
    />
  );
}
