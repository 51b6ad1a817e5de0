import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Button} from 'nhsuk-react-components';
import styles from '../../components/measures/measures.scss?url';
import {OutcomeFields} from '../../components/measures/outcome-fields.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {getCaseMeasures} from '../../domain/measures/case-measures.server.ts';
import {readOutcomes} from '../../domain/measures/read-outcomes.ts';
import {recordOutcomes} from '../../domain/measures/record-outcomes.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'cases.measures'};
export const links = () => [{rel: 'stylesheet', href: styles}];

const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form.keys()].map((name) => [name, String(form.get(name) ?? '')]));

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const id = idOf(params.id);
  const measures = await getCaseMeasures(context.sql, asker(context), id, today());
  if (!measures?.header.isOwn) throw missing();
  const held = await typedBefore(context, request);
  const stored = Object.fromEntries([
    ...measures.use.map(({service, side, times}) => [`use.${service}.${side}`, String(times)]),
    ...measures.use.map(({service, source}) => [`source.${service}`, source]),
    ...measures.domains.map(({domain, verdict}) => [`domain.${domain}`, verdict]),
  ]) as Record<string, string>;
  return {
    title: 'Looking back',
    isIndexed: false,
    caseId: id,
    submission: newSubmission(),
    typed: held ? typedIn(held) : stored,
    isHeld: held !== null,
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const typed = typedIn(form);
  const read = readOutcomes((name) => typed[name] ?? '');
  if (!read.ok) return data({typed, problems: read.problems, submission: newSubmission()}, {status: 422});
  const outcome = await recordOutcomes(context.sql, sender(context, form, 'cases.measures'), id, read.outcomes);
  if (!outcome.ok) throw missing();
  return redirect(`/caseload/cases/${id}/measures?done=outcomes`, 303);
}

export const meta = pageMeta;

/** Looking back together: what got better, and how often services were used before and after. */
export default function LookingBack() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const {typed, submission} = answer ?? shown;
  return (
    <div className="page__inner reading">
      <BackLink href={`/caseload/cases/${shown.caseId}/measures`}>Did it help?</BackLink>
      <FormProblems problems={answer?.problems} />
      <h1>Looking back</h1>
      {shown.isHeld && !answer && <HeldNotice />}
      <form method="post" noValidate>
        <Submission number={submission} />
        <OutcomeFields typed={typed} problems={answer?.problems ?? {}} />
        <Button type="submit">Write it down</Button>
      </form>
    </div>
  );
}
