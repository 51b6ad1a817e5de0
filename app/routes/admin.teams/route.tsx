import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Table, Tag} from 'nhsuk-react-components';
import {NameForm} from '../../components/admin/name-form.tsx';
import {FormProblems, type Problems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {nameProblem, typedName} from '../../domain/administration/names.ts';
import {partnersToChoose} from '../../domain/administration/partners.server.ts';
import {isId} from '../../domain/administration/staff-form.ts';
import {addTeam, listTeams} from '../../domain/administration/teams.server.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {adminForm, adminSetting} from '../admin.home/admin-request.server.ts';

export const handle = {door: 'admin.teams'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const setting = adminSetting(context);
  const [teams, partners, held] = await Promise.all([
    listTeams(setting),
    partnersToChoose(setting),
    typedBefore(context, request),
  ]);
  return {
    title: 'Teams',
    submission: newSubmission(),
    teams,
    partners: partners.filter(({isClosed}) => !isClosed).map(({id, name}) => ({id, name})),
    isHeld: held !== null,
    typed: {
      name: held ? typedName(held, 'name') : '',
      partnerId: String(held?.get('partner') ?? staffOf(context).partnerId),
    },
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = {name: typedName(form, 'name'), partnerId: String(form.get('partner') ?? '')};
  const refuse = (problems: Problems<'name' | 'partner'>) => data({typed, problems}, {status: 422});
  const problem = nameProblem(typed.name, 'Enter the name of the team');
  if (problem) return refuse({name: problem});
  if (!isId(typed.partnerId)) return refuse({partner: 'Choose the organisation of the team'});
  const outcome = await addTeam(adminForm(context, form, 'admin.teams'), typed);
  if (outcome.ok) return redirect(`/admin/teams/${outcome.teamId}?done=added`, {status: 303});
  return outcome.reason === 'name_taken'
    ? refuse({name: 'There is a team of this name already'})
    : refuse({partner: 'Choose an organisation that is open and that you look after'});
}

export const meta = pageMeta;

export default function AdminTeams() {
  const {submission, teams, partners, typed, isHeld} = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const shown = refused?.typed ?? typed;
  const showsPartner = partners.length > 1;
  return (
    <div className="page__inner admin">
      <BackLink href="/admin">Administration</BackLink>
      <FormProblems problems={refused?.problems} />
      <h1>Teams</h1>
      {teams.length === 0 && <p>There is no team yet.</p>}
      {teams.length > 0 && (
        <Table responsive className="short-rows" caption="Teams" captionProps={{className: 'nhsuk-u-visually-hidden'}}>
          <Table.Head>
            <Table.Row>
              <Table.Cell>Team</Table.Cell>
              {showsPartner && <Table.Cell>Organisation</Table.Cell>}
              <Table.Cell>People</Table.Cell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {teams.map(({id, name, partnerName, isClosed, staffCount}) => (
              <Table.Row key={id}>
                <Table.Cell>
                  <span>
                    <a href={`/admin/teams/${id}`}>{name}</a> {isClosed && <Tag modifier="grey">Closed</Tag>}
                  </span>
                </Table.Cell>
                {showsPartner && <Table.Cell>{partnerName}</Table.Cell>}
                <Table.Cell>{staffCount}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
      <section className="add-one">
        <h2>Add a team</h2>
        {isHeld && !refused && <HeldNotice />}
        <NameForm
          what="team"
          submission={submission}
          name={shown.name}
          choice={{
            field: 'partner',
            label: 'Organisation',
            value: shown.partnerId,
            options: partners.map(({id, name}) => ({key: id, name})),
          }}
          problems={refused?.problems ?? {}}
          button="Add the team"
        />
      </section>
    </div>
  );
}
