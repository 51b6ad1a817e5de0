import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {z} from 'zod';
import {ShareForm} from '../../components/caseload/share-form.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {waitWords} from '../../domain/cases/case-status.ts';
import {ownRoomWords} from '../../domain/referrals/provider-room.ts';
import {reasonWords} from '../../domain/team/fair-share.ts';
import {roomOf} from '../../domain/team/room.ts';
import {readChoices, typedChoices} from '../../domain/team/share-form.ts';
import {giveOut, suggestShares} from '../../domain/team/share-out.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {asker, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload.lead'};

const pathFor = (from: string | null) => `/caseload/lead/share${from ? `?from=${from}` : ''}`;

const fromIn = (request: Request) =>
  z.uuid().nullable().catch(null).parse(new URL(request.url).searchParams.get('from'));

/** What the last batch came to, from the address: two numbers and nobody. */
function givenIn(request: Request): string | null {
  const asked = new URL(request.url).searchParams;
  const number = z.coerce.number().int().min(0).max(999);
  const [given, kept] = [number.safeParse(asked.get('given') ?? ''), number.catch(0).parse(asked.get('kept'))];
  if (!asked.has('given') || !given.success) return null;
  const cases = (count: number) => (count === 1 ? '1 case' : `${count} cases`);
  return `${cases(given.data)} given out.${kept > 0 ? ` ${cases(kept)} changed meanwhile and stayed as they were: look again.` : ''}`;
}

export async function loader({request, context}: LoaderFunctionArgs) {
  const now = new Date();
  const fromId = fromIn(request);
  const sharing = await suggestShares(context.sql, asker(context), fromId, today(now));
  const held = await typedBefore(context, request);
  const typed = held ? typedChoices(held) : {};
  return {
    title: 'Give out cases',
    isIndexed: false,
    submission: newSubmission(),
    from: sharing.from,
    count: sharing.count,
    room: sharing.room && ownRoomWords(sharing.room),
    workers: sharing.walkers.map((one) => ({key: one.id, name: `${one.name} (${one.open} of ${roomOf(one)})`})),
    cases: sharing.cases.map((one, place) => ({
      id: one.id,
      version: one.version,
      name: one.name ?? one.reference,
      facts: [one.isUrgent && 'Urgent', one.outcode, one.practice, one.language, ...one.needNames]
        .filter(Boolean)
        .join(' · '),
      waits: `Asked ${waitWords(one.waitingSince, now)} ago`,
      reason: reasonWords(sharing.suggestions[place]!),
      workerId: typed[one.id] ?? sharing.suggestions[place]!.workerId ?? '',
    })),
    isHeld: held !== null,
    done: givenIn(request),
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const from = fromIn(request);
  const choices = readChoices(form);
  if (choices.length === 0)
    return data({refusal: 'Choose somebody for at least one case.', typed: typedChoices(form)}, {status: 422});
  const outcome = await giveOut(context.sql, sender(context, form, 'caseload.lead'), choices);
  if (!outcome.ok)
    return data(
      {refusal: 'One of those you chose does not work here any more.', typed: typedChoices(form)},
      {status: 409},
    );
  const said = `given=${outcome.given}&kept=${outcome.kept.length}`;
  return redirect(`${pathFor(from)}${from ? '&' : '?'}${said}`, 303);
}

export const meta = pageMeta;

/** Cases that nobody has, each with whom the rule suggests and why; a lead changes what they like and confirms all at once. */
export default function GiveOutPage() {
  const {submission, from, count, room, workers, cases, isHeld, done} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page__inner caseload">
      <BackLink href="/caseload/lead">The team</BackLink>
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={done} />}
      <h1 className="caseload__title">{from ? `Give out the cases of ${from.name}` : 'Give out cases'}</h1>
      {isHeld && !answer && <HeldNotice />}
      {count === 0 ? (
        <p className="nothing-yet">
          {from ? 'They have no open case.' : 'Nobody waits for a link worker: every open case has one.'}
        </p>
      ) : (
        <>
          <p>
            {count === cases.length
              ? `${count === 1 ? 'One case' : `${count} cases`}, the urgent and longest waiting first.`
              : `The ${cases.length} most urgent and longest waiting of ${count}; the others follow once these are given out.`}{' '}
            A suggestion goes by language, then by room, then by practice, network, area and need. You decide. {room}
          </p>
          <ShareForm
            submission={submission}
            cases={cases}
            workers={workers}
            typed={answer?.typed ?? {}}
            isFrom={from !== null}
          />
        </>
      )}
    </div>
  );
}
