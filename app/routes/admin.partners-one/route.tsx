import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, InsetText} from 'nhsuk-react-components';
import {ChangedMeanwhile} from '../../components/admin/changed-meanwhile.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {OpenClose} from '../../components/admin/open-close.tsx';
import {NameForm} from '../../components/admin/name-form.tsx';
import {FormProblems, type Problems} from '../../components/staff/form-problems.tsx';
import {kindChoice, partnerKinds, partnerProblems, readPartnerForm} from '../../domain/administration/partner-kinds.ts';
import {closePartner, getPartner, openPartner, renamePartner} from '../../domain/administration/partners.server.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {adminForm, adminSetting, idOf, missing, saidIn, versionOf} from '../admin.home/admin-request.server.ts';
import {hostOnly} from '../admin.partners/host-only.server.ts';

export const handle = {door: 'admin.partners'};

const DONE = {
  added: 'The organisation is added. You can invite people to it now.',
  saved: 'Saved.',
  closed: 'The organisation is closed. Nobody of it can sign in.',
  opened: 'The organisation is open again.',
};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  await hostOnly(context);
  const partner = await getPartner(adminSetting(context), idOf(params.id));
  if (!partner) throw missing();
  const held = await typedBefore(context, request);
  return {
    title: 'An organisation',
    submission: newSubmission(),
    closing: newSubmission(),
    partner,
    typed: held?.has('name') ? readPartnerForm(held) : null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  await hostOnly(context);
  const id = idOf(params.id);
  const fields = await request.formData();
  const form = adminForm(context, fields, 'admin.partners');
  const version = versionOf(fields);
  const typed = readPartnerForm(fields);
  const {name, kind} = typed;
  const act = fields.get('act');
  const refuse = (problems: Problems<'name' | 'kind'>) => data({typed, version, problems, now: null}, {status: 422});

  const isSave = act !== 'close' && act !== 'open';
  if (isSave && (kind === '' || Object.keys(partnerProblems(typed)).length > 0)) return refuse(partnerProblems(typed));
  const outcome =
    act === 'close'
      ? await closePartner(form, id, version)
      : act === 'open'
        ? await openPartner(form, id, version)
        : await renamePartner(form, id, version, {name, kind: kind || 'other'});
  if (outcome.ok) {
    const done = isSave ? 'saved' : act === 'close' ? 'closed' : 'opened';
    return redirect(`/admin/partners/${id}?done=${done}`, {status: 303});
  }
  if (outcome.reason === 'name_taken') return refuse({name: 'There is an organisation of this name already'});
  if (outcome.reason !== 'changed') throw missing();
  const {now} = outcome;
  const problems: Problems<'name' | 'kind'> = {};
  return data({typed: isSave ? typed : now, version: now.version, problems, now}, {status: 409});
}

export const meta = pageMeta;

export default function AdminPartner() {
  const {submission, closing, partner, typed, done} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const shown = answer?.typed ?? typed ?? partner;
  const version = answer?.version ?? partner.version;
  const now = answer?.now;
  return (
    <div className="reading admin">
      <BackLink href="/admin/partners">Organisations</BackLink>
      <FormProblems problems={answer?.problems} />
      {!answer && <DoneBanner words={done} />}
      <h1>{partner.name}</h1>
      <p>{partner.staffCount === 1 ? '1 account is open.' : `${partner.staffCount} accounts are open.`}</p>
      <ChangedMeanwhile
        versions={
          now
            ? [
                {what: 'Name', now: now.name, yours: shown.name},
                {what: 'What it is', now: partnerKinds[now.kind], yours: shown.kind && partnerKinds[shown.kind]},
              ]
            : null
        }
      />
      <NameForm
        what="organisation"
        submission={submission}
        name={shown.name}
        choice={kindChoice(shown.kind)}
        version={version}
        problems={answer?.problems ?? {}}
        button="Save"
      />
      {partner.isHost ? (
        <InsetText>
          <p>This organisation runs the site, so it cannot be closed.</p>
        </InsetText>
      ) : (
        <OpenClose
          submission={closing}
          version={version}
          isClosed={partner.isClosed}
          what="organisation"
          closing="Everybody of it is signed out and cannot sign in. What they wrote stays. You can open it again."
          opening="Its people can sign in again."
        />
      )}
    </div>
  );
}
