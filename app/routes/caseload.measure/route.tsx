import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Button, InsetText} from 'nhsuk-react-components';
import styles from '../../components/measures/measures.scss?url';
import {HowTaken} from '../../components/measures/how-taken.tsx';
import {ScaleFields} from '../../components/measures/scale-fields.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {getCaseMeasures} from '../../domain/measures/case-measures.server.ts';
import {takeMeasure} from '../../domain/measures/take-measure.server.ts';
import {hasWording} from '../../domain/measures/wording.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';
import {carriedWords, firstTyped, readTaken, scaleOf, typedTaken} from './read-taken.server.ts';

export const handle = {door: 'cases.measures', isTurnedToThem: true};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const [id, scale] = [idOf(params.id), scaleOf(params.scale)];
  const measures = await getCaseMeasures(context.sql, asker(context), id, today());
  if (!measures?.header.isOwn) throw missing();
  const held = await typedBefore(context, request);
  return {
    title: scale.shortName,
    isIndexed: false,
    caseId: id,
    scale,
    isWithheld: !hasWording(scale),
    submission: newSubmission(),
    typed: held ? typedTaken(scale, held) : firstTyped(request, today(), carriedWords(scale, measures.measures)),
    isHeld: held !== null,
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const [id, scale] = [idOf(params.id), scaleOf(params.scale)];
  const form = await request.formData();
  const typed = typedTaken(scale, form);
  const refuse = (status: number, problems: Record<string, string>) =>
    data({typed, problems, submission: newSubmission()}, {status});
  const read = readTaken(scale, typed, today());
  if (!read.ok) return refuse(422, read.problems);
  const outcome = await takeMeasure(context.sql, sender(context, form, 'cases.measures'), id, {scale, ...read.taken});
  if (outcome.ok) return redirect(`/caseload/cases/${id}/measures?done=taken`, 303);
  if (outcome.reason === 'gone') throw missing();
  return refuse(409, {
    occasion: 'It has been answered for this already, perhaps by their own link. Choose ‘In between’, or go back.',
  });
}

export const meta = pageMeta;

/** One scale, asked by a worker or copied from paper. */
export default function TakeMeasure() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const {caseId, scale, isWithheld, isHeld} = shown;
  const {typed, submission} = answer ?? shown;
  const problems: Record<string, string> = answer?.problems ?? {};
  return (
    <div className="page__inner reading">
      <BackLink href={`/caseload/cases/${caseId}/measures`}>Did it help?</BackLink>
      <FormProblems problems={problems} />
      <h1>{scale.name}</h1>
      {isHeld && !answer && <HeldNotice />}
      {isWithheld && (
        <InsetText>
          <p>
            The wording belongs to {scale.licence?.holder} and is not loaded on this site. Ask from the licensed form,
            and write the answers down here.
          </p>
        </InsetText>
      )}
      {scale.intro && <p>{scale.intro}</p>}
      <p>Any question may be left out.</p>
      <form method="post" noValidate>
        <Submission number={submission} />
        <ScaleFields scale={scale} values={typed.answers} problems={problems} />
        <HowTaken typed={typed} problems={problems} />
        <Button type="submit">Write it down</Button>
      </form>
      <p className="taken-list__how">{scale.source}</p>
    </div>
  );
}
