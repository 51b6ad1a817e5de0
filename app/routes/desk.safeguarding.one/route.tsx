import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {toRecordView} from '../../components/people/record-view.ts';
import {clockView} from '../../components/second-level/clock-view.ts';
import {ConcernPage} from '../../components/second-level/concern-page.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {PARTS_OF_THREE} from '../../domain/calls/call-choices.ts';
import {extraInWords} from '../../domain/guides/extra-in-words.server.ts';
import {getRecord} from '../../domain/people/get-record.server.ts';
import {
  DECISIONS,
  fromInWords,
  readDecision,
  testSays,
  THREE_PARTS,
  type ThreePart,
} from '../../domain/second-level/concern-choices.ts';
import {decideConcern, getConcern} from '../../domain/second-level/concerns.server.ts';
import {dueInWords} from '../../domain/queues/response-clock.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {typedIn} from '../desk.handoff/handoff-acts.server.ts';
import {toCallView} from '../desk.handoff/handoff-page.server.ts';
import {openForCall} from '../desk.handoff/open-for-call.server.ts';
import {asker, idOf, missing, sender, versionOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.safeguarding'};

const DONE = {
  decided: 'Your decision is kept. Whoever raised the concern can see it.',
  opened: 'Their record is open to you for this concern.',
};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const now = new Date();
  const found = await getConcern(context.sql, asker(context), idOf(params.id));
  if (!found) throw missing();
  const [record, held] = await Promise.all([
    found.personId && found.isToDecide ? getRecord(context.sql, asker(context), found.personId, 'safeguarding') : null,
    typedBefore(context, request),
  ]);
  const answers = {hasCareNeeds: found.hasCareNeeds, isAtRisk: found.isAtRisk, cannotProtect: found.cannotProtect};
  return {
    title: 'A safeguarding concern',
    isIndexed: false,
    // Once their record is open, its own banner says it.
    mustKnow: record ? null : found.mustKnow,
    submission: newSubmission(),
    id: found.id,
    version: found.version,
    reference: fromInWords(found),
    raised: `Raised by ${found.raisedByName} of ${found.fromPartnerName}, ${dueInWords(found.raisedAt, now)}`,
    lead: found.leadName,
    clock: found.decision ? null : clockView(found.dueAt, now),
    concern: found.concern,
    wishes: found.wishes,
    parts: (Object.keys(THREE_PARTS) as ThreePart[]).map((part) => ({
      question: THREE_PARTS[part],
      answer: PARTS_OF_THREE[answers[part]],
    })),
    says: testSays(answers),
    decided: found.decision && {
      name: DECISIONS[found.decision].name,
      note: found.decisionNote ?? '',
      by: `${found.decidedByName}, ${dueInWords(found.decidedAt ?? now, now)}`,
    },
    isToDecide: found.isToDecide,
    call:
      found.call && toCallView(found.call, await extraInWords(context.sql, asker(context), found.call.extra, today())),
    hasPerson: found.personId !== null,
    banner: record && toRecordView(record, today(), momentInWords(record.opening.expiresAt)).banner,
    typed: held ? typedIn(held) : {},
    isHeld: held !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const path = `/desk/safeguarding/${id}`;
  const form = await request.formData();
  const again = (refusal: string | null, problems: Record<string, string> = {}) =>
    data({typed: typedIn(form), problems, refusal}, {status: refusal ? 409 : 422});
  if (form.get('act') === 'open') {
    const found = await getConcern(context.sql, asker(context), id);
    if (!found?.isToDecide) throw missing();
    return (await openForCall(context, found))
      ? redirect(`${path}?done=opened`, 303)
      : again('You may not come near their record. In an emergency there is emergency access.');
  }
  const read = readDecision(typedIn(form));
  if (!read.ok) return again(null, read.problems);
  const sent = sender(context, form, 'desk.safeguarding');
  const outcome = await decideConcern(context.sql, sent, id, {...read.value, version: versionOf(form)});
  if (outcome.ok) return redirect(`${path}?done=decided`, 303);
  if (outcome.reason === 'missing') throw missing();
  return again('Somebody has decided this meanwhile. Their decision stands; what you typed is below.');
}

export const meta = pageMeta;

/** One concern: what was said, the three-part test, and what the lead decides. */
export default function SafeguardingConcern() {
  return <ConcernPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
