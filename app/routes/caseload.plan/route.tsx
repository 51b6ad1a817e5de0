import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, InsetText} from 'nhsuk-react-components';
import {dayOf} from '../../components/measures/day-of.ts';
import {GiveCopy, PlanHistory} from '../../components/plans/plan-side.tsx';
import {layoutIn, planInWords} from '../../components/plans/plan-in-words.ts';
import {LayoutLinks, PlanView} from '../../components/plans/plan-view.tsx';
import styles from '../../components/plans/plans.scss?url';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {planDifferences} from '../../domain/plans/plan-differences.ts';
import {AGREED_BY, EMPTY_PLAN} from '../../domain/plans/plan-choices.ts';
import {getPlan, givePlan} from '../../domain/plans/plans.server.ts';
import {dayInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';
import {readGiven, typedGiven} from './read-given.server.ts';
import {stepServices} from './step-services.server.ts';

export const handle = {door: 'cases.plan', isTurnedToThem: true};
export const links = () => [{rel: 'stylesheet', href: styles}];

const DONE = {
  kept: 'The plan is kept.',
  email: 'The link to their copy is on its way.',
  print: 'It is written down that they have their copy. Print this page for it.',
};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const found = await getPlan(context.sql, asker(context), idOf(params.id));
  if (!found) throw missing();
  const {header, versions, isBegun} = found;
  const held = await typedBefore(context, request);
  const words = textFor('en').ownLinks.plan;
  const [latest] = versions;
  return {
    title: 'What matters to me',
    isIndexed: false,
    caseId: header.id,
    reference: header.reference,
    personName: header.personName,
    isOwn: header.isOwn,
    layout: layoutIn(new URL(request.url).searchParams.get('layout')),
    isBegun,
    layouts: words.layouts,
    latest: latest && {
      number: latest.number,
      hasGoals: latest.plan.goals.length > 0,
      about: `${words.writtenOn(dayInWords(latest.madeAt))} ${words.agreed[latest.agreedBy]}`,
      plan: planInWords(latest.plan, {locale: 'en', words, services: await stepServices(context, latest.plan)}),
    },
    history: versions.map(({number, plan, agreedBy, madeByName, madeAt}, place) => ({
      number,
      by: madeByName,
      day: dayOf(today(madeAt)),
      agreed: AGREED_BY[agreedBy],
      differences: planDifferences(versions[place + 1]?.plan ?? EMPTY_PLAN, plan),
    })),
    submission: newSubmission(),
    typed: typedGiven(held ?? new FormData()),
    isHeld: held !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const read = readGiven(form);
  const typed = typedGiven(form);
  const refuse = (status: number, problems: Record<string, string>) =>
    data({typed, problems, submission: newSubmission()}, {status});
  if (!read.ok) return refuse(422, read.problems);
  const outcome = await givePlan(context.sql, sender(context, form, 'cases.plan'), id, {
    ...read.given,
    siteAddress: siteAddress(context.config, request),
  });
  if (outcome.ok) return redirect(`/caseload/cases/${id}/plan?done=${read.given.email ? 'email' : 'print'}`, 303);
  if (outcome.reason === 'gone') throw missing();
  return refuse(409, {
    email:
      outcome.reason === 'not_safe'
        ? 'Their record says that nothing may be sent there.'
        : 'They have said that they do not want e-mail.',
  });
}

export const meta = pageMeta;

/** The plan of a case, to be looked at side by side. */
export default function PlanRoute() {
  const {caseId, reference, personName, isOwn, layout, isBegun, layouts, latest, history, ...shown} =
    useLoaderData<typeof loader>();
  const {submission, typed, isHeld, done} = shown;
  const answer = useActionData<typeof action>();
  const here = `/caseload/cases/${caseId}/plan`;
  return (
    <div className="page__inner">
      <BackLink href={`/caseload/cases/${caseId}`}>Case {reference}</BackLink>
      <FormProblems problems={answer?.problems} />
      <h1>What matters to {personName ?? 'me'}</h1>
      {isHeld && !answer && <HeldNotice />}
      {done && !answer && <InsetText role="status">{done}</InsetText>}
      <ul className="plan-tools" role="list">
        {isOwn && (
          <li>
            <a className={latest ? undefined : 'act act--main'} href={`${here}/edit`}>
              {latest ? 'Change it together' : 'Write it together'}
            </a>
          </li>
        )}
        {isOwn && latest?.hasGoals && (
          <li>
            <a href={`${here}/find`}>Find something together</a>
          </li>
        )}
        {latest && <LayoutLinks here={here} layout={layout} names={layouts} />}
      </ul>
      {isBegun && (
        <p className="plan-form__begun">
          Something is written that is not kept as a version yet. <a href={`${here}/edit`}>Go on with it</a>
        </p>
      )}
      {latest ? (
        <PlanView plan={latest.plan} layout={layout} />
      ) : (
        <p className="reading__lede plan__none">
          Nothing is written down yet. Sit down together, turn the screen so that both of you can read it, and begin
          with what matters most to them. What you do not know yet can stay empty.
        </p>
      )}
      {latest && (
        <>
          <p className={`plan plan--${layout} plan__about`}>{latest.about}</p>
          {isOwn && (
            <GiveCopy
              number={latest.number}
              submission={answer?.submission ?? submission}
              typed={answer?.typed ?? typed}
              problems={answer?.problems ?? {}}
              isOpen={isHeld || answer !== undefined}
            />
          )}
          <PlanHistory versions={history} />
        </>
      )}
    </div>
  );
}
