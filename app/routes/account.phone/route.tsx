import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Button, TextInput} from 'nhsuk-react-components';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {linkExtension, ownExtension} from '../../domain/telephony/rings.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.ring'};

const DONE = {
  linked: 'Your telephone is linked. When it rings, the number is shown at the top of your pages.',
  unlinked: 'Your telephone is not linked any more.',
};

export async function loader({request, context}: LoaderFunctionArgs) {
  const viewer = staffOf(context);
  const held = await typedBefore(context, request);
  return {
    title: 'Your telephone',
    submission: newSubmission(),
    extension: held
      ? String(held.get('extension') ?? '').slice(0, 40)
      : await ownExtension(context.sql, {viewer, address: context.address}),
    isHeld: held !== null,
    isHost: viewer.isHost,
    hasTelephony: context.config.phoneSecret !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = String(form.get('extension') ?? '').trim();
  const refuse = (problem: string) => data({typed, problem, submission: newSubmission()}, {status: 422});
  if (typed !== '' && !/^[0-9A-Za-z*#._-]{1,20}$/.test(typed)) return refuse('Write your extension, such as 201');
  const outcome = await linkExtension(context.sql, sender(context, form, 'desk.ring'), typed || null);
  if (!outcome.ok) {
    return refuse(
      outcome.reason === 'taken'
        ? 'This extension is linked to somebody else. Ask them to take it out'
        : 'The telephone system belongs to another organisation',
    );
  }
  return redirect(`/account/phone?done=${typed ? 'linked' : 'unlinked'}`, 303);
}

export const meta = pageMeta;

/** At which extension of the telephone system somebody takes calls. */
export default function OwnPhone() {
  const {submission, extension, isHost, hasTelephony, isHeld, done} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="reading">
      <BackLink href="/account">Your account</BackLink>
      <FormProblems problems={answer ? {extension: answer.problem} : undefined} />
      {!answer && <DoneBanner words={done} />}
      <h1>Your telephone</h1>
      {isHeld && !answer && <HeldNotice />}
      {!isHost && (
        <p>The telephone system belongs to the organisation that runs this site, so there is nothing to link here.</p>
      )}
      {isHost && !hasTelephony && (
        <p>No telephone system tells this site what rings yet. You can name your extension already.</p>
      )}
      {isHost && (
        <form method="post" noValidate>
          <Submission number={answer?.submission ?? submission} />
          <TextInput
            id="extension"
            name="extension"
            label="Your extension"
            hint="As it stands on your telephone, such as 201. Leave it empty when you do not want to be shown what rings."
            width="10"
            defaultValue={answer?.typed ?? extension ?? ''}
            error={answer?.problem}
            autoComplete="off"
            spellCheck={false}
          />
          <Button type="submit">Save</Button>
        </form>
      )}
    </div>
  );
}
