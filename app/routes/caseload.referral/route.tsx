import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {ReferralPage} from '../../components/caseload/referral-page.tsx';
import {inWords} from '../../components/people/person-words.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {typedFields} from '../../domain/cases/read-case-forms.ts';
import {LIKENESSES, likelyDuplicates} from '../../domain/people/likely-duplicates.server.ts';
import {getReferral} from '../../domain/referrals/get-referral.server.ts';
import {otherRoomWords, ownRoomWords} from '../../domain/referrals/provider-room.ts';
import {suggestWorker} from '../../domain/team/suggest-worker.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {saidIn, versionOf} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';
import {act, DONE, REFUSED} from './referral-acts.server.ts';
import {asNewPerson, toReferralView} from './referral-view.server.ts';

export const handle = {door: 'caseload.inbox'};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const one = await getReferral(context.sql, asker(context), idOf(params.id));
  if (!one) throw missing();
  const view = toReferralView(one, new Date());
  const isAsking = view.state !== 'finished' && !view.isMatched;
  const day = today();
  const [likely, suggestion, held] = await Promise.all([
    isAsking ? likelyDuplicates(context.sql, asker(context), asNewPerson(one)) : [],
    view.state === 'finished' ? null : suggestWorker(context.sql, asker(context), one.id, day),
    typedBefore(context, request),
  ]);
  return {
    title: `Referral ${one.reference}`,
    isIndexed: false,
    mustKnow: one.mustKnow,
    today: day,
    submission: newSubmission(),
    view,
    likely: likely.map((person) => {
      const {name, born} = inWords(person, day);
      return {id: person.id, name, born, reference: person.reference, likeness: LIKENESSES[person.likeness]};
    }),
    team: one.teamId,
    teams: one.teams.map(({id, name}) => ({key: id, name})),
    walkers: one.walkers.map(({id, name}) => ({key: id, name})),
    providers: one.providers.map(({id, name, says, room, isSuggested}) => ({
      key: id,
      name,
      says,
      room: otherRoomWords(room),
      isSuggested,
    })),
    room: one.room && ownRoomWords(one.room),
    me: staffOf(context).staffId,
    givesOut: one.givesOut,
    suggestion,
    typed: held ? typedFields(held) : {},
    isHeld: held !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const one = await getReferral(context.sql, asker(context), idOf(params.id));
  if (!one) throw missing();
  const form = await request.formData();
  const typed = typedFields(form);
  const again = (refusal: string | null, problems: Record<string, string> = {}) =>
    data({typed, problems, refusal}, {status: refusal ? 409 : 422});
  const referralForm = {
    ...sender(context, form, 'caseload.inbox'),
    sql: context.sql,
    version: versionOf(form),
    site: {address: siteAddress(context.config, request), secret: context.siteSecret},
  };
  const acted = await act(referralForm, one, typed, today());
  if (!acted) throw missing();
  if ('problems' in acted) return again(null, acted.problems);
  const {outcome} = acted;
  if (!outcome.ok) {
    // Sent twice: the first has done it, and this one leads to where that led.
    if (typed.act === 'accept' && one.caseId) return redirect(`/caseload/cases/${one.caseId}`, 303);
    if (outcome.reason === 'gone') throw missing();
    return again(REFUSED[outcome.reason] ?? null);
  }
  if (outcome.caseId) return redirect(`/caseload/cases/${outcome.caseId}`, 303);
  if (typed.act === 'pass_on') return redirect('/caseload/inbox?done=passed_on', 303);
  if (typed.act === 'decline') return redirect('/caseload/inbox?done=declined', 303);
  return redirect(`/caseload/inbox/${one.id}?done=${typed.act}`, 303);
}

export const meta = pageMeta;

/** One referral, and what is decided about it. */
export default function ReferralRoute() {
  return <ReferralPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
