import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Button, TextInput} from 'nhsuk-react-components';
import {RolesChoice} from '../../components/admin/roles-choice.tsx';
import {ChoiceSelect} from '../../components/staff/choice-select.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {inviteStaff} from '../../domain/administration/invite-staff.server.ts';
import {partnersToChoose} from '../../domain/administration/partners.server.ts';
import {invitationProblems, readStaffForm, type StaffProblems} from '../../domain/administration/staff-form.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {adminForm, adminSetting} from '../admin.home/admin-request.server.ts';

export const handle = {door: 'admin.staff'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const partners = await partnersToChoose(adminSetting(context));
  const held = await typedBefore(context, request);
  return {
    title: 'Invite someone',
    submission: newSubmission(),
    isHeld: held !== null,
    typed: {...readStaffForm(held ?? new FormData())},
    ownPartnerId: staffOf(context).partnerId,
    partners: partners.filter(({isClosed}) => !isClosed).map(({id, name}) => ({id, name})),
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = readStaffForm(form);
  const refuse = (problems: StaffProblems) => data({typed, problems}, {status: 422});
  const problems = invitationProblems(typed);
  if (Object.keys(problems).length > 0) return refuse(problems);
  const outcome = await inviteStaff(
    adminForm(context, form, 'admin.staff'),
    siteAddress(context.config, request),
    typed,
  );
  if (outcome.ok) return redirect(`/admin/staff/${outcome.staffId}?done=invited`, {status: 303});
  return outcome.reason === 'email_taken'
    ? refuse({email: 'Somebody with this e-mail address has an account already'})
    : refuse({partner: 'Choose an organisation that is open and that you look after'});
}

export const meta = pageMeta;

export default function InviteStaff() {
  const {submission, isHeld, typed: held, ownPartnerId, partners} = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const {typed, problems} = refused ?? {typed: held, problems: {} as StaffProblems};
  return (
    <div className="reading admin">
      <BackLink href="/admin/staff">People who work here</BackLink>
      <FormProblems problems={problems} />
      {isHeld && !refused && <HeldNotice />}
      <h1>Invite someone</h1>
      <p className="reading__lede">
        They get an e-mail with a link, which works for 7 days, and choose their own password.
      </p>
      <form method="post" noValidate>
        <Submission number={submission} />
        <TextInput
          id="name"
          name="name"
          label="Name"
          hint="As their colleagues know them."
          defaultValue={typed.name}
          error={problems.name}
          autoComplete="off"
        />
        <TextInput
          id="email"
          name="email"
          type="email"
          label="Work e-mail address"
          hint="Their own, not one that several people read."
          defaultValue={typed.email}
          error={problems.email}
          autoComplete="off"
          spellCheck={false}
        />
        {partners.length > 1 ? (
          <ChoiceSelect
            name="partner"
            label="Organisation"
            options={partners.map(({id, name}) => ({key: id, name}))}
            value={typed.partnerId || ownPartnerId}
            error={problems.partner}
          />
        ) : (
          <input type="hidden" name="partner" value={ownPartnerId} />
        )}
        <RolesChoice roles={typed.roles} disciplines={typed.disciplines} error={problems.roles} />
        <Button type="submit">Send the invitation</Button>
      </form>
    </div>
  );
}
