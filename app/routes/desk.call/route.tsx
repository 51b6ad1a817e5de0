import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import dischargeStyles from '../../components/discharge/discharge.scss?url';
import guideStyles from '../../components/guides/guides.scss?url';
import {CallPage} from '../../components/desk/call-page.tsx';
import {listOf} from '../../domain/calls/call-fields.ts';
import {deskChoices} from '../../domain/calls/desk-choices.server.ts';
import {notePresence} from '../../domain/calls/draft-turns.server.ts';
import {openDraft} from '../../domain/calls/drafts.server.ts';
import {draftOutcome} from '../../domain/calls/follow-draft.server.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';
import {asker, idOf, missing} from '../people.record/people-request.server.ts';
import {askOf, besideView, guidesOf, needChoices, personOf, valuesOf} from './call-view.server.ts';
import {actOn, keepHeld} from './form-acts.server.ts';

export const handle = {door: 'desk.call'};
export const links = () => [guideStyles, dischargeStyles].map((href) => ({rel: 'stylesheet', href}));

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const id = idOf(params.id);
  const kept = await keepHeld(context, request, id);
  const draft = await openDraft(context.sql, asker(context), id);
  if (!draft) {
    if ((await draftOutcome(context.sql, asker(context), id)) === 'closed') throw redirect(`/desk/ended/${id}`, 303);
    throw missing();
  }
  const values = valuesOf(draft);
  const [person, beside, choices, guides, present] = await Promise.all([
    personOf(context, draft.personId),
    besideView(context, askOf(values)),
    deskChoices(context.sql, asker(context)),
    guidesOf(context, values),
    notePresence(context.sql, asker(context), id, null),
  ]);
  const {reference, channel, openedByName, openedAt, heldSince, heldSeconds, talkEndedAt, personId} = draft;
  return {
    title: 'A call',
    isIndexed: false,
    call: {id, reference, channel, openedByName, personId},
    clock: {
      openedAt: openedAt.getTime(),
      heldSince: heldSince?.getTime() ?? null,
      heldSeconds,
      talkEndedAt: talkEndedAt?.getTime() ?? null,
      now: Date.now(),
    },
    me: {id: staffOf(context).staffId, name: staffOf(context).name},
    kept,
    page: newSubmission(),
    submission: newSubmission(),
    fields: draft.fields.map(({name, value, version}) => ({name, value, version})),
    given: beside.given.filter(({id}) => listOf(values.services).includes(id)),
    person,
    beside,
    choices,
    needs: needChoices(context),
    ...guides,
    present: present.map(({name, field}) => ({name, field})),
  };
}

/** For where no script runs: the page as a form. With scripts, what is typed goes by itself (`desk.call.fields`). */
export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const answer = await actOn(context, id, await request.formData());
  if ('to' in answer) return redirect(answer.to, 303);
  return data(answer, {status: answer.problems || answer.conflicts ? 422 : 200});
}

export const meta = pageMeta;

/** One call, while it is being taken. */
export default function TakeCall() {
  const {kept, ...call} = useLoaderData<typeof loader>();
  return <CallPage {...call} answer={useActionData<typeof action>() ?? kept} />;
}
