import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {MoveCase} from '../../components/caseload/move-case.tsx';
import {problemIds} from '../../components/staff/act-form.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {CASE_STATUSES, MOVES, movesFrom, type Move} from '../../domain/cases/case-choices.ts';
import {getCase} from '../../domain/caseload/get-case.server.ts';
import {typedFields} from '../../domain/cases/read-case-forms.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {versionOf} from '../admin.home/admin-request.server.ts';
import {act, REFUSED} from '../caseload.case/case-acts.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload'};

/** Back to the board as it was, and nowhere else. */
const boardOf = (typed: string | null | undefined): string =>
  /^\/caseload\/board\?[\w=&-]{1,300}$/.test(typed ?? '') ? String(typed) : '/caseload/board?show=open';

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const one = await getCase(context.sql, asker(context), idOf(params.id));
  if (!one || one.partnerId !== staffOf(context).partnerId) throw missing();
  const asked = new URL(request.url).searchParams;
  const held = await typedBefore(context, request);
  const typed = held ? typedFields(held) : {};
  const moves = movesFrom(one.status);
  const to = moves.find((move) => move === asked.get('to') || MOVES[move].act === typed.act) ?? moves[0];
  if (!to) throw missing();
  return {
    title: `Move case ${one.reference}`,
    isIndexed: false,
    today: today(),
    mustKnow: one.mustKnow,
    reference: one.reference,
    status: CASE_STATUSES[one.status],
    // What was to come next is most often still so.
    typed: {nextStep: one.nextStep ?? '', nextOn: one.nextStepOn ?? '', ...typed} as Record<string, string>,
    version: one.version,
    to: to satisfies Move,
    act: MOVES[to].act,
    words: MOVES[to].words,
    attempts: one.attempts,
    back: boardOf(typed.back ?? asked.get('back')),
    submission: newSubmission(),
    isHeld: held !== null,
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const typed = typedFields(form);
  const move = Object.values(MOVES).find((one) => one.act === typed.act);
  if (!move) throw missing();
  const caseForm = {...sender(context, form, 'caseload'), sql: context.sql, version: versionOf(form)};
  const acted = await act(caseForm, id, typed, today(), new Date());
  if (!acted) throw missing();
  if ('problems' in acted) return data({typed, problems: acted.problems, refusal: null}, {status: 422});
  if (acted.outcome.ok) return redirect(`${boardOf(typed.back)}&done=${typed.act}`, 303);
  if (acted.outcome.reason === 'gone') throw missing();
  return data({typed, problems: {}, refusal: REFUSED[acted.outcome.reason] ?? null}, {status: 409});
}

export const meta = pageMeta;

/** Moving a case from the board to another column. */
export default function MoveRoute() {
  const {reference, status, words, back, isHeld, ...page} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page__inner caseload">
      <BackLink href={back}>The board</BackLink>
      <FormProblems problems={problemIds(answer)} />
      {answer && <DoneBanner words={answer.refusal} isRefusal />}
      {isHeld && !answer && <HeldNotice />}
      <h1>
        Move to {words}
        <span className="case-head__reference">
          {reference} · now {status}
        </span>
      </h1>
      <div className="plan-visit">
        <MoveCase
          {...page}
          words={words}
          back={back}
          typed={answer?.typed ?? page.typed}
          problems={answer?.problems ?? {}}
        />
      </div>
    </div>
  );
}
