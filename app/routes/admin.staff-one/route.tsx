import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {AccountActions} from '../../components/admin/account-actions.tsx';
import {AccountFacts} from '../../components/admin/account-facts.tsx';
import {AccountForm} from '../../components/admin/account-form.tsx';
import {ChangedMeanwhile} from '../../components/admin/changed-meanwhile.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {changeStaff} from '../../domain/administration/change-staff.server.ts';
import {getStaff} from '../../domain/administration/get-staff.server.ts';
import {readStaffForm, staffProblems, type StaffProblems} from '../../domain/administration/staff-form.ts';
import {teamsOfPartner} from '../../domain/administration/teams.server.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {adminForm, adminSetting, idOf, missing, saidIn, versionOf} from '../admin.home/admin-request.server.ts';
import {accountAddress, DONE, REFUSED} from './account-words.ts';
import {bothVersions} from './both-versions.ts';

export const handle = {door: 'admin.staff'};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const setting = adminSetting(context);
  const staff = await getStaff(setting, idOf(params.id));
  if (!staff) throw missing();
  const [teams, held] = await Promise.all([teamsOfPartner(setting, staff.partnerId), typedBefore(context, request)]);
  const {invitedUntil, lastSeenAt, ...account} = staff;
  return {
    // Never the name: titles stay in histories and on shared screens.
    title: 'An account',
    submission: newSubmission(),
    submissions: {
      'invite-again': newSubmission(),
      'end-sessions': newSubmission(),
      'clear-code-app': newSubmission(),
      open: newSubmission(),
      close: newSubmission(),
    },
    account,
    invitation: invitedUntil && {until: momentInWords(invitedUntil), isOver: invitedUntil < new Date()},
    lastSeen: lastSeenAt && momentInWords(lastSeenAt),
    isOwn: staff.id === staffOf(context).staffId,
    teams: teams.filter(({id, isClosed}) => !isClosed || staff.teamIds.includes(id)).map(({id, name}) => ({id, name})),
    typed: held && readStaffForm(held),
    done: saidIn(request, 'done', DONE),
    refused: saidIn(request, 'refused', REFUSED),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const staffId = idOf(params.id);
  const form = await request.formData();
  const typed = readStaffForm(form);
  const version = versionOf(form);
  const refuse = (problems: StaffProblems) => data({typed, version, problems, versions: null}, {status: 422});
  const problems = staffProblems(typed);
  if (Object.keys(problems).length > 0) return refuse(problems);
  const outcome = await changeStaff(adminForm(context, form, 'admin.staff'), staffId, version, typed);
  if (outcome.ok) return redirect(accountAddress(staffId, {done: 'saved'}), {status: 303});
  if (outcome.reason === 'changed') {
    const teams = await teamsOfPartner(adminSetting(context), outcome.now.partnerId);
    const versions = bothVersions(outcome.now, typed, teams);
    return data({typed, version: outcome.now.version, problems: {} as StaffProblems, versions}, {status: 409});
  }
  if (outcome.reason === 'missing') throw missing();
  return refuse({
    roles:
      outcome.reason === 'own_administrator'
        ? 'You cannot stop being an administrator yourself. Ask another administrator'
        : 'The organisation that runs the site must keep an administrator',
  });
}

export const meta = pageMeta;

export default function AdminStaffOne() {
  const {submission, submissions, account, invitation, lastSeen, isOwn, teams, typed, done, refused} =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const shown = answer?.typed ?? typed ?? account;
  return (
    <div className="reading admin">
      <BackLink href="/admin/staff">People who work here</BackLink>
      <FormProblems problems={answer?.problems} />
      {!answer && <DoneBanner words={done} />}
      {!answer && <DoneBanner words={refused} isRefusal />}
      <h1>{account.name}</h1>
      <AccountFacts {...account} invitation={invitation} lastSeen={lastSeen} />
      <ChangedMeanwhile versions={answer?.versions ?? null} />
      {typed && !answer && <HeldNotice />}
      <AccountForm
        submission={submission}
        version={answer?.version ?? account.version}
        account={shown}
        teams={teams}
        problems={answer?.problems ?? {}}
      />
      <AccountActions id={account.id} submissions={submissions} state={account.state} isOwn={isOwn} />
    </div>
  );
}
