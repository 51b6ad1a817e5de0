import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Table, Tag} from 'nhsuk-react-components';
import {NameForm} from '../../components/admin/name-form.tsx';
import {FormProblems, type Problems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {kindChoice, partnerKinds, partnerProblems, readPartnerForm} from '../../domain/administration/partner-kinds.ts';
import {addPartner, listPartners} from '../../domain/administration/partners.server.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {adminForm, adminSetting} from '../admin.home/admin-request.server.ts';
import {hostOnly} from './host-only.server.ts';

export const handle = {door: 'admin.partners'};

export async function loader({request, context}: LoaderFunctionArgs) {
  await hostOnly(context);
  const [partners, held] = await Promise.all([listPartners(adminSetting(context)), typedBefore(context, request)]);
  return {
    title: 'Organisations',
    submission: newSubmission(),
    partners,
    isHeld: held !== null,
    typed: readPartnerForm(held ?? new FormData()),
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  await hostOnly(context);
  const form = await request.formData();
  const typed = readPartnerForm(form);
  const {name, kind} = typed;
  const refuse = (problems: Problems<'name' | 'kind'>) => data({typed, problems}, {status: 422});
  const problems = partnerProblems(typed);
  if (Object.keys(problems).length > 0 || kind === '') return refuse(problems);
  const outcome = await addPartner(adminForm(context, form, 'admin.partners'), {name, kind});
  if (outcome.ok) return redirect(`/admin/partners/${outcome.partnerId}?done=added`, {status: 303});
  return refuse({name: 'There is an organisation of this name already'});
}

export const meta = pageMeta;

export default function AdminPartners() {
  const {submission, partners, typed, isHeld} = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const shown = refused?.typed ?? typed;
  return (
    <div className="page__inner admin">
      <BackLink href="/admin">Administration</BackLink>
      <FormProblems problems={refused?.problems} />
      <h1>Organisations</h1>
      <p className="reading__lede">
        Who is part of the partnership. Each sees only the records that are its own or shared with it.
      </p>
      <Table
        responsive
        className="short-rows"
        caption="Organisations"
        captionProps={{className: 'nhsuk-u-visually-hidden'}}
      >
        <Table.Head>
          <Table.Row>
            <Table.Cell>Organisation</Table.Cell>
            <Table.Cell>What it is</Table.Cell>
            <Table.Cell>Open accounts</Table.Cell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {partners.map(({id, name, kind, isHost, isClosed, staffCount}) => (
            <Table.Row key={id}>
              <Table.Cell>
                <span>
                  <a href={`/admin/partners/${id}`}>{name}</a> {isHost && <Tag modifier="blue">Runs this site</Tag>}
                  {isClosed && <Tag modifier="grey">Closed</Tag>}
                </span>
              </Table.Cell>
              <Table.Cell>{partnerKinds[kind]}</Table.Cell>
              <Table.Cell>{staffCount}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      <section className="add-one">
        <h2>Add an organisation</h2>
        {isHeld && !refused && <HeldNotice />}
        <NameForm
          what="organisation"
          submission={submission}
          name={shown.name}
          choice={kindChoice(shown.kind)}
          problems={refused?.problems ?? {}}
          button="Add the organisation"
        />
      </section>
    </div>
  );
}
