import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {ConcernForm} from '../../components/caseload/concern-form.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {typedFields} from '../../domain/cases/read-case-forms.ts';
import {DECISIONS, readConcern} from '../../domain/second-level/concern-choices.ts';
import {getCaseConcerns, raiseConcern} from '../../domain/second-level/raise-concern.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload'};

const DONE = {raised: 'The concern is raised. It is with the named lead now, and what comes of it shows here.'};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const caseId = idOf(params.id);
  const found = await getCaseConcerns(context.sql, asker(context), caseId);
  if (!found) throw missing();
  const {reference, lead, raised} = found;
  const held = await typedBefore(context, request);
  return {
    title: 'Raise a safeguarding concern',
    isIndexed: false,
    mustKnow: found.mustKnow,
    caseId,
    reference,
    lead:
      lead &&
      `It goes to ${lead.name ?? 'those who safeguard'} at once, and is looked at by ${momentInWords(lead.dueAt)}. Say only what you saw or heard, and how you know.`,
    raised: raised.map((one) => ({
      id: one.id,
      at: momentInWords(one.raisedAt),
      state: one.decision
        ? `${DECISIONS[one.decision].name.toLowerCase()}, decided ${one.decidedAt ? momentInWords(one.decidedAt) : ''}`
        : `with ${one.leadName ?? 'those who safeguard'}, to be looked at by ${momentInWords(one.dueAt)}`,
    })),
    submission: newSubmission(),
    typed: held ? typedFields(held) : {},
    isHeld: held !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const typed = typedFields(form);
  const read = readConcern(typed);
  if (!read.ok) return data({typed, problems: read.problems, refusal: null}, {status: 422});
  const raised = await raiseConcern(context.sql, sender(context, form, 'caseload'), id, read.value);
  if (raised.ok) return redirect(`/caseload/cases/${id}/safeguarding?done=raised`, 303);
  if (raised.reason === 'gone') throw missing();
  const refusal = 'Nobody is named for safeguarding here. Ring your team lead now: what you typed is still here.';
  return data({typed, problems: {}, refusal}, {status: 409});
}

export const meta = pageMeta;

/** A worry about somebody's safety, from any screen of their case. */
export default function CaseSafeguarding() {
  return <ConcernForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
