import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {TakesForm} from '../../components/caseload/takes-form.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {changeProvider, getOwnProvider} from '../../domain/referrals/change-provider.server.ts';
import {readTakes, typedTakes, typeTakes} from '../../domain/referrals/provider-form.ts';
import {listTakingTeams} from '../../domain/referrals/team-takes.server.ts';
import {takesInWords} from '../../domain/referrals/team-takes.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, missing, sender, versionOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload.lead'};

const DONE = {saved: 'It is saved. Referrals that come in from now on go by it.'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const [provider, teams] = await Promise.all([
    getOwnProvider(context.sql, asker(context)),
    listTakingTeams(context.sql, asker(context)),
  ]);
  if (!provider) throw missing();
  const held = await typedBefore(context, request);
  const {version, open, choices, ...takes} = provider;
  return {
    title: 'What we take',
    isIndexed: false,
    submission: newSubmission(),
    version,
    open,
    choices,
    teams: teams.map((team) => ({id: team.id, name: team.name, takes: takesInWords(team, team.needNames)})),
    typed: held ? typedTakes(held) : typeTakes(takes),
    isHeld: held !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = typedTakes(form);
  const read = readTakes(typed);
  if (!read.ok) return data({typed, problems: read.problems, refusal: null}, {status: 422});
  const version = versionOf(form);
  const outcome = await changeProvider(context.sql, sender(context, form, 'caseload.lead'), {...read.takes, version});
  if (outcome.ok) return redirect('/caseload/lead/takes?done=saved', 303);
  const refusal =
    'Somebody changed this since you opened it. What you typed is below: if you save again, it takes the place of theirs.';
  return data({typed, problems: {}, refusal}, {status: 409});
}

export const meta = pageMeta;

/** From where, for what and for whom the lead's organisation takes referrals. */
export default function WhatWeTake() {
  const {submission, version, open, choices, teams, typed, isHeld, done} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="reading caseload">
      <BackLink href="/caseload/lead">The team</BackLink>
      <FormProblems problems={answer?.problems} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={done} />}
      <h1>What we take</h1>
      <p>A referral goes to the provider that fits best. Any provider can pass it on, so nobody is lost.</p>
      {isHeld && !answer && <HeldNotice />}
      <TakesForm
        submission={submission}
        version={version}
        open={open}
        choices={choices}
        typed={answer?.typed ?? typed}
        problems={answer?.problems ?? {}}
      />
      {teams.length > 0 && (
        <section aria-labelledby="teams">
          <h2 id="teams">Which team takes whom</h2>
          <p>A new referral goes to the team that it fits, and else waits for all of you.</p>
          <ul>
            {teams.map(({id, name, takes}) => (
              <li key={id}>
                <a href={`/caseload/lead/takes/${id}`}>{name}</a>: {takes}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
