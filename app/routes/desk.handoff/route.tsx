import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {toRecordView} from '../../components/people/record-view.ts';
import {HandoffPage} from '../../components/second-level/handoff-page.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {hasRole} from '../../domain/access/viewer.ts';
import {extraInWords} from '../../domain/guides/extra-in-words.server.ts';
import {getRecord} from '../../domain/people/get-record.server.ts';
import {claimHandoff, keepClaim} from '../../domain/second-level/claim-handoff.server.ts';
import {getHandoff, listTakers} from '../../domain/second-level/get-handoff.server.ts';
import {listQueueNames} from '../../domain/second-level/list-work.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {asker, idOf, missing} from '../people.record/people-request.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {openForCall} from './open-for-call.server.ts';
import {act, DONE, DONE_BY, othersThan, REFUSED, typedIn} from './handoff-acts.server.ts';
import {toView} from './handoff-page.server.ts';

export const handle = {door: 'desk.handoffs'};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const now = new Date();
  const viewer = staffOf(context);
  const handoff = await getHandoff(context.sql, asker(context), idOf(params.id));
  if (!handoff) throw missing();
  const extra = await extraInWords(context.sql, asker(context), handoff.call?.extra ?? {}, today());
  const view = toView(handoff, viewer, now, extra);
  const [record, takers, there, held] = await Promise.all([
    handoff.personId ? getRecord(context.sql, asker(context), handoff.personId, 'handoff') : null,
    view.isLead && view.status !== 'closed' ? listTakers(context.sql, asker(context), handoff.id) : [],
    listQueueNames(context.sql, asker(context)),
    typedBefore(context, request),
  ]);
  return {
    title: `Handed on: ${view.disciplineName}`,
    isIndexed: false,
    // Once their record is open, its own banner says it.
    mustKnow: record ? null : handoff.mustKnow,
    now: now.getTime(),
    topics: [`handoff:${handoff.id}`],
    submission: newSubmission(),
    view,
    banner: record && toRecordView(record, today(), momentInWords(record.opening.expiresAt)).banner,
    takers: takers.map(({id, name}) => ({key: id, name})),
    others: othersThan(handoff.discipline, there),
    typed: held ? typedIn(held) : {},
    isHeld: held !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const path = `/desk/handoffs/${id}`;
  const form = await request.formData();
  const what = String(form.get('act') ?? '');
  const again = (refusal: string | null, problems: Record<string, string> = {}) =>
    data({typed: typedIn(form), problems, refusal}, {status: refusal ? 409 : 422});
  if (what === 'keep')
    return {typed: {}, problems: {}, refusal: null, isKept: await keepClaim(context.sql, asker(context), id)};
  if (what === 'claim') {
    if (!hasRole(staffOf(context), 'practitioner', 'team_lead')) throw missing();
    const claimed = await claimHandoff(context.sql, asker(context), id);
    if (!claimed.ok)
      return again(claimed.reason === 'taken' ? `${claimed.by} has just taken this up.` : REFUSED[claimed.reason]!);
    await openForCall(context, claimed);
    return redirect(`${path}?done=claimed`, 303);
  }
  if (what === 'open') {
    const handoff = await getHandoff(context.sql, asker(context), id);
    if (!handoff) throw missing();
    const isOpened = await openForCall(context, {
      personId: handoff.personId,
      callReference: handoff.call?.reference ?? null,
    });
    return isOpened
      ? redirect(`${path}?done=opened`, 303)
      : again('They have not agreed to share their record with you.');
  }
  const acted = await act(context, form, id);
  if (!acted) throw missing();
  if ('problems' in acted) return again(null, acted.problems);
  if (!acted.outcome.ok) return again(REFUSED[acted.outcome.reason] ?? REFUSED.gone!);
  if (what === 'move') return redirect('/desk/queues', 303);
  return redirect(`${path}?done=${DONE_BY[what] ?? 'note'}`, 303);
}

export const meta = pageMeta;

/** Something that was handed on: the call, the person, and all that is done with it. */
export default function Handoff() {
  return <HandoffPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
