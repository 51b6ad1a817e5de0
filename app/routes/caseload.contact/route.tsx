import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {ContactForm} from '../../components/onward/contact-form.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {getChosenService} from '../../domain/onward/choose-service.server.ts';
import {getContact, keepContact, removeContact} from '../../domain/onward/known-contacts.server.ts';
import {readContact, typedContact} from '../../domain/onward/read-contact.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {asker, idOf, missing, sender, versionOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload.contacts'};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const id = params.id === 'new' ? null : idOf(params.id);
  const contact = id ? await getContact(context.sql, asker(context), id) : null;
  if (id && !contact) throw missing();
  const slug = new URL(request.url).searchParams.get('service');
  const service = slug ? await getChosenService(context.sql, asker(context), slug) : null;
  const held = await typedBefore(context, request);
  const {organisation, name, role, phone, email, approach} = contact ?? {};
  return {
    title: contact ? 'A contact at an organisation' : 'Somebody new at an organisation',
    isIndexed: false,
    submission: newSubmission(),
    isNew: contact === null,
    version: contact?.version ?? 0,
    typed: held
      ? typedContact(held)
      : {
          ...{organisation: organisation ?? service?.organisation ?? '', name: name ?? '', role: role ?? ''},
          ...{phone: phone ?? '', email: email ?? '', approach: approach ?? '', isChecked: ''},
        },
    isHeld: held !== null,
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = params.id === 'new' ? null : idOf(params.id);
  const form = await request.formData();
  const from = sender(context, form, 'caseload.contacts');
  if (id && form.get('act') === 'remove') {
    const removed = await removeContact(context.sql, from, id);
    if (!removed.ok) throw missing();
    return redirect('/caseload/contacts?done=removed', 303);
  }
  const typed = typedContact(form);
  const read = readContact(typed);
  if (!read.ok) return data({typed, problems: read.problems, refusal: null}, {status: 422});
  const kept = await keepContact(context.sql, from, {
    ...{id, version: versionOf(form), day: today(), contact: read.contact},
  });
  if (kept.ok) return redirect('/caseload/contacts?done=kept', 303);
  if (kept.reason === 'gone') throw missing();
  const refusal =
    'Somebody changed this since you opened it. What you typed is below: if you save again, it takes the place of theirs.';
  return data({typed, problems: {}, refusal}, {status: 409});
}

export const meta = pageMeta;

/** One person at an organisation: who they are, and how best to approach them. */
export default function Contact() {
  const {title, submission, isNew, version, typed, isHeld} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="reading caseload">
      <BackLink href="/caseload/contacts">Contacts at organisations</BackLink>
      <FormProblems problems={answer?.problems} />
      {answer && <DoneBanner words={answer.refusal} isRefusal />}
      <h1>{title}</h1>
      {isHeld && !answer && <HeldNotice />}
      <ContactForm
        submission={submission}
        version={version}
        isNew={isNew}
        typed={answer?.typed ?? typed}
        problems={answer?.problems ?? {}}
      />
      {!isNew && (
        <form method="post">
          <Submission number={submission} />
          <input type="hidden" name="act" value="remove" />
          <button type="submit" className="act">
            Take them off the list
          </button>
        </form>
      )}
    </div>
  );
}
