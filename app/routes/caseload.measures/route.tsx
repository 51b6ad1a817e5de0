import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import figures from '../../components/figures/figures.scss?url';
import {MeasuresPage} from '../../components/measures/measures-page.tsx';
import {measuresView} from '../../components/measures/measures-view.ts';
import styles from '../../components/measures/measures.scss?url';
import {newSubmission, partOf} from '../../domain/access/submissions.server.ts';
import {askByLink, withdrawAsk} from '../../domain/measures/ask-by-link.server.ts';
import {getCaseMeasures} from '../../domain/measures/case-measures.server.ts';
import {allScales} from '../../domain/measures/scales.server.ts';
import {strikeMeasure} from '../../domain/measures/take-measure.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';
import {NOTHING_TYPED, readAsk, typedAsk, typedStrike} from './measure-forms.server.ts';

export const handle = {door: 'cases.measures'};
export const links = () => [figures, styles].map((href) => ({rel: 'stylesheet', href}));

const DONE = {
  taken: 'It is written down.',
  sent: 'The link is on its way.',
  withdrawn: 'The link works no more.',
  struck: 'It counts for nothing now.',
  outcomes: 'It is written down.',
};
const REFUSED = {
  not_safe: 'Their record says that nothing may be sent there.',
  refused: 'They have said that they do not want to be reached in this way.',
};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const id = idOf(params.id);
  const measures = await getCaseMeasures(context.sql, asker(context), id, today());
  if (!measures) throw missing();
  const held = await typedBefore(context, request);
  return {
    title: 'Did it help?',
    isIndexed: false,
    view: measuresView(measures, allScales()),
    submission: newSubmission(),
    typed: held?.get('act') === 'ask' ? typedAsk(held) : NOTHING_TYPED,
    struck: held?.get('act') === 'strike' ? typedStrike(held) : null,
    isHeld: held !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const by = sender(context, form, 'cases.measures');
  const then = (done: keyof typeof DONE) => redirect(`/caseload/cases/${id}/measures?done=${done}`, 303);
  const what = String(form.get('act'));
  if (what === 'strike' || what === 'withdraw') {
    const which = idOf(String(form.get(what === 'strike' ? 'measure' : 'ask')));
    const reason = typedStrike(form).reason || 'A mistake';
    // The page has a form for each, all with the number of the page.
    const each = {...by, submission: partOf(by.submission, `${what} ${which}`)};
    const outcome =
      what === 'strike'
        ? await strikeMeasure(context.sql, each, id, {measureId: which, reason})
        : await withdrawAsk(context.sql, each, id, which);
    if (!outcome.ok) throw missing();
    return then(what === 'strike' ? 'struck' : 'withdrawn');
  }
  const typed = typedAsk(form);
  const answer = (status: number, problems: Record<string, string>, madeLink: string | null = null) =>
    data({typed: madeLink ? NOTHING_TYPED : typed, problems, madeLink, submission: newSubmission()}, {status});
  const read = readAsk(typed);
  if (!read.ok) return answer(422, read.problems);
  const site = siteAddress(context.config, request);
  const asked = await askByLink(context.sql, by, id, {
    ...read.ask,
    siteAddress: site,
    siteSecret: context.siteSecret,
  });
  if (asked.ok) return asked.link ? answer(200, {}, asked.link) : then('sent');
  if (asked.reason === 'gone') throw missing();
  return answer(409, {to: REFUSED[asked.reason]});
}

export const meta = pageMeta;

/** Everything that was measured in one case, and what is to be asked next. */
export default function Measures() {
  const {view, submission, typed, struck, isHeld, done} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <MeasuresPage
      view={view}
      done={answer ? null : done}
      submission={answer?.submission ?? submission}
      typed={answer?.typed ?? typed}
      struck={answer ? null : struck}
      isHeld={isHeld && !answer}
      problems={answer?.problems ?? {}}
      madeLink={answer?.madeLink ?? null}
    />
  );
}
