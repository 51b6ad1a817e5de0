import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Button} from 'nhsuk-react-components';
import {DoneBanner} from '../../components/admin/done-banner.tsx';
import styles from '../../components/discharge/discharge.scss?url';
import {HandoverForm} from '../../components/discharge/handover-form.tsx';
import {SummarySheet} from '../../components/discharge/summary-sheet.tsx';
import {PrintButton} from '../../components/listing/print-button.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {GIVEN_TO, readHandover, typedHandover} from '../../domain/discharge/handover-words.ts';
import {getSummaryParts, recordHandover} from '../../domain/discharge/summaries.server.ts';
import {toSummary} from '../../domain/discharge/summary-view.ts';
import {openRecord} from '../../domain/people/open-record.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender, viewOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.summary'};
export const links = () => [{rel: 'stylesheet', href: styles}];

const DONE = {handed: 'It is written down. Who was given the page, and who agreed, stands with the call.'};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const id = idOf(params.id);
  const parts = await getSummaryParts(context.sql, asker(context), id);
  if (!parts) throw missing();
  const {call, record, handovers} = parts;
  const held = await typedBefore(context, request);
  return {
    title: 'One-page summary',
    isIndexed: false,
    id,
    reference: call.reference,
    isAboutSomebody: call.personId !== null,
    submission: newSubmission(),
    isLarge: new URL(request.url).searchParams.get('size') === 'large',
    isHeld: held !== null,
    typed: typedHandover(held ?? new FormData()),
    sheet: record && {
      summary: toSummary(call, record, today(), momentInWords),
      person: {
        name: viewOf(record).banner.name,
        born: viewOf(record).banner.born,
        reference: record.person.reference,
        nhsNumber:
          viewOf(record)
            .sections.find(({key}) => key === 'numbers')
            ?.rows.find(({heading}) => heading === 'NHS number')?.facts[0]?.value ?? null,
      },
      made: `Made by ${call.partnerName} on ${momentInWords(new Date())}, from call ${call.reference}.`,
    },
    handovers: handovers.map(({givenTo, givenBy, givenAt}) => ({
      to: GIVEN_TO[givenTo as keyof typeof GIVEN_TO],
      by: givenBy,
      at: momentInWords(givenAt),
    })),
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const from = sender(context, form, 'desk.summary');
  if (form.get('act') === 'open') {
    const parts = await getSummaryParts(context.sql, asker(context), id);
    if (!parts?.call.personId) throw missing();
    const because = {consentBy: null, consentHow: null, reason: null, workKind: 'call', workName: parts.call.reference};
    const opening = await openRecord(context.sql, from, parts.call.personId, {basis: 'direct_care', ...because});
    if (!opening) throw missing();
    return redirect(`/desk/calls/${id}/summary`, 303);
  }
  const typed = typedHandover(form);
  const read = readHandover(typed);
  if (!read.ok) return data({typed, problems: read.problems, submission: newSubmission()}, {status: 422});
  if (!(await recordHandover(context.sql, from, id, read.handover))) throw missing();
  return redirect(`/desk/calls/${id}/summary?done=handed`, 303);
}

export const meta = pageMeta;

/** The one page that goes with somebody: to be looked at, printed and handed over. */
export default function CallSummary() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const {id, reference, sheet, isLarge, handovers, done, isAboutSomebody} = shown;
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
          <HandoverForm
            submission={answer?.submission ?? shown.submission}
            typed={answer?.typed ?? shown.typed}
            problems={answer?.problems ?? {}}
          />
          {handovers.length > 0 && (
            <section aria-labelledby="given">
              <h2 id="given">Given to</h2>
              <ul>
                {handovers.map(({to, by, at}, place) => (
                  <li key={place}>
                    {to}, by {by} on {at}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </div>
  );
}
