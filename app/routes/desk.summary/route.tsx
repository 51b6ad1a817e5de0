import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Button} from 'nhsuk-react-components';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import styles from '../../components/discharge/discharge.scss?url';
import {GivenList} from '../../components/discharge/given-list.tsx';
import {HandoverForm} from '../../components/discharge/handover-form.tsx';
import {SummarySheet} from '../../components/discharge/summary-sheet.tsx';
import {PrintButton} from '../../components/listing/print-button.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {typedHandover} from '../../domain/discharge/handover-words.ts';
import {getSummaryParts} from '../../domain/discharge/summaries.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing} from '../people.record/people-request.server.ts';
import {actOn} from './summary-acts.server.ts';
import {givenView, sheetOf} from './summary-sheet.server.ts';

export const handle = {door: 'desk.summary'};
export const links = () => [{rel: 'stylesheet', href: styles}];

const DONE = {
  handed: 'It is written down. Who was given the page, and who agreed, stands with the call.',
  sent: 'The link is on its way. Now tell them the code, which stands below under “Given to”.',
  ended: 'The link is ended. The page cannot be opened any more.',
};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const id = idOf(params.id);
  const parts = await getSummaryParts(context.sql, asker(context), id);
  if (!parts) throw missing();
  const {call, handovers} = parts;
  const held = await typedBefore(context, request);
  const sheet = sheetOf(parts);
  return {
    title: 'One-page summary',
    isIndexed: false,
    mustKnow: parts.mustKnow,
    id,
    reference: call.reference,
    isAboutSomebody: call.personId !== null,
    submission: newSubmission(),
    isLarge: new URL(request.url).searchParams.get('size') === 'large',
    isHeld: held !== null,
    typed: typedHandover(held ?? new FormData()),
    sheet,
    given: givenView(context, handovers, sheet !== null && call.partnerId === staffOf(context).partnerId),
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const acted = await actOn(context, request, id, form);
  if ('done' in acted) return redirect(`/desk/calls/${id}/summary${acted.done && `?done=${acted.done}`}`, 303);
  return data({typed: typedHandover(form), submission: newSubmission(), ...acted}, {status: 422});
}

export const meta = pageMeta;

/** The one page that goes with somebody: to be looked at, printed and handed over, or sent as a link. */
export default function CallSummary() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const {id, reference, sheet, isLarge, given, done, isAboutSomebody} = shown;
  return (
    <div className="page__inner summary-page">
      <BackLink href={`/desk/ended/${id}`}>Call {reference}</BackLink>
      <FormProblems problems={answer?.problems} />
      {!answer && <DoneBanner words={done} />}
      <h1>One-page summary</h1>
      {!isAboutSomebody && <p>This call is about nobody whom we know, so there is no summary.</p>}
      {isAboutSomebody && !sheet && (
        <form method="post" className="reading">
          <Submission number={shown.submission} />
          <p>
            It is made from the record of the person, which has to be opened for this call first. That is written down.
          </p>
          <Button type="submit" name="act" value="open">
            Open it for call {reference}
          </Button>
        </form>
      )}
      {sheet && (
        <>
          <div className="summary-page__buttons">
            <PrintButton label="Print" without="Print this page with your browser." />
            <a href={isLarge ? '?' : '?size=large'}>{isLarge ? 'Usual print, one page' : 'Large print'}</a>
          </div>
          <SummarySheet {...sheet} isLarge={isLarge} />
          {shown.isHeld && !answer && <HeldNotice />}
          <div className="summary-page__after">
            {given.length > 0 && <GivenList given={given} submission={shown.submission} />}
            <HandoverForm
              key={answer?.submission ?? shown.submission}
              submission={answer?.submission ?? shown.submission}
              typed={answer?.typed ?? shown.typed}
              problems={answer?.problems ?? {}}
            />
          </div>
        </>
      )}
    </div>
  );
}
