import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {ChangedMeanwhile} from '../../components/admin/changed-meanwhile.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {OpenClose} from '../../components/admin/open-close.tsx';
import {NameForm} from '../../components/admin/name-form.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {nameProblem, typedName} from '../../domain/administration/names.ts';
import {closeTeam, getTeam, openTeam, renameTeam} from '../../domain/administration/teams.server.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {adminForm, adminSetting, idOf, missing, saidIn, versionOf} from '../admin.home/admin-request.server.ts';

export const handle = {door: 'admin.teams'};

const DONE = {
  added: 'The team is added. Choose who is in it from each person’s account.',
  renamed: 'The team has its new name.',
  closed: 'The team is closed.',
  opened: 'The team is open again.',
};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const team = await getTeam(adminSetting(context), idOf(params.id));
  if (!team) throw missing();
  const held = await typedBefore(context, request);
  return {
    title: 'A team',
    submission: newSubmission(),
    closing: newSubmission(),
    team,
    isOfOwnPartner: team.partnerId === staffOf(context).partnerId,
    typed: held ? typedName(held, 'name') || null : null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const fields = await request.formData();
  const form = adminForm(context, fields, 'admin.teams');
  const version = versionOf(fields);
  const name = typedName(fields, 'name');
  const act = fields.get('act');
  const refuse = (problem: string) => data({name, version, problem, now: null}, {status: 422});

  const problem = act === 'save' && nameProblem(name, 'Enter the name of the team');
  if (problem) return refuse(problem);
  const outcome =
    act === 'close'
      ? await closeTeam(form, id, version)
      : act === 'open'
        ? await openTeam(form, id, version)
        : await renameTeam(form, id, version, name);
  if (outcome.ok) {
    const done = act === 'close' ? 'closed' : act === 'open' ? 'opened' : 'renamed';
    return redirect(`/admin/teams/${id}?done=${done}`, {status: 303});
  }
  if (outcome.reason === 'name_taken') return refuse('There is a team of this name already');
  if (outcome.reason !== 'changed') throw missing();
  const {now} = outcome;
  return data({name: act === 'save' ? name : now.name, version: now.version, problem: null, now}, {status: 409});
}

export const meta = pageMeta;

export default function AdminTeam() {
  const {submission, closing, team, typed, done, isOfOwnPartner} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const name = answer?.name ?? typed ?? team.name;
  const version = answer?.version ?? team.version;
  return (
    <div className="reading admin">
      <BackLink href="/admin/teams">Teams</BackLink>
      <FormProblems problems={answer?.problem ? {name: answer.problem} : undefined} />
      {!answer && <DoneBanner words={done} />}
      <h1>{team.name}</h1>
      <p>
        {isOfOwnPartner ? '' : `A team of ${team.partnerName}. `}
        {team.staffCount === 1 ? '1 person is in it.' : `${team.staffCount} people are in it.`}
      </p>
      <ChangedMeanwhile versions={answer?.now ? [{what: 'Name', now: answer.now.name, yours: answer.name}] : null} />
      <NameForm
        what="team"
        submission={submission}
        name={name}
        version={version}
        problems={answer?.problem ? {name: answer.problem} : {}}
        button="Save the name"
      />
      <OpenClose
        submission={closing}
        version={version}
        isClosed={team.isClosed}
        what="team"
        closing="Nobody can be put into it any more. Whoever is in it stays, and so does what it did."
        opening="People can be put into it again."
      />
    </div>
  );
}
