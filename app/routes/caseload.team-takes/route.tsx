import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {TeamTakesForm} from '../../components/caseload/team-takes-form.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {changeTeamTakes, getTakingTeam} from '../../domain/referrals/team-takes.server.ts';
import {readTeamTakes, typedTeamTakes, typeTeamTakes} from '../../domain/referrals/team-takes.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {asker, idOf, missing, sender, versionOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload.lead'};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const team = await getTakingTeam(context.sql, asker(context), idOf(params.id));
  if (!team) throw missing();
  const held = await typedBefore(context, request);
  return {
    title: 'Whom a team takes',
    isIndexed: false,
    name: team.name,
    submission: newSubmission(),
    version: team.version,
    choices: team.choices,
    typed: held ? typedTeamTakes(held) : typeTeamTakes(team),
    isHeld: held !== null,
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const typed = typedTeamTakes(form);
  const read = readTeamTakes(typed);
  if (!read.ok) return data({typed, problems: read.problems, refusal: null}, {status: 422});
  const takes = {...read.takes, version: versionOf(form)};
  const outcome = await changeTeamTakes(context.sql, sender(context, form, 'caseload.lead'), id, takes);
  if (outcome.ok) return redirect('/caseload/lead/takes?done=saved', 303);
  if (outcome.reason === 'gone') throw missing();
  const refusal =
    'Somebody changed this since you opened it. What you typed is below: if you save again, it takes the place of theirs.';
  return data({typed, problems: {}, refusal}, {status: 409});
}

export const meta = pageMeta;

/** From where, for what and for whom a team takes referrals. */
export default function TeamTakes() {
  const {name, submission, version, choices, typed, isHeld} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="reading caseload">
      <BackLink href="/caseload/lead/takes">What we take</BackLink>
      <FormProblems problems={answer?.problems} />
      <DoneBanner words={answer?.refusal ?? null} isRefusal />
      <h1>Whom {name} takes</h1>
      <p>
        A new referral goes to the team that it fits. It has to fit each kind of thing that you name here: one of the
        areas or practices, one of the languages, one of the needs. Where several teams fit, a practice says most, then
        the area, the language and the need. What fits no team waits in the inbox of all.
      </p>
      {isHeld && !answer && <HeldNotice />}
      <TeamTakesForm
        submission={submission}
        version={version}
        choices={choices}
        typed={answer?.typed ?? typed}
        problems={answer?.problems ?? {}}
      />
    </div>
  );
}
