import type {ActionFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Button} from 'nhsuk-react-components';
import {RecoveryCodes} from '../../components/staff/recovery-codes.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {renewRecoveryCodes} from '../../domain/access/own-account.server.ts';
import {newSubmission, submissionOf} from '../../domain/access/submissions.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';

export const handle = {door: 'own-account'};

export const loader = () => ({title: 'New recovery codes', submission: newSubmission()});

export async function action({request, context}: ActionFunctionArgs) {
  const submission = submissionOf(await request.formData());
  return {codes: await renewRecoveryCodes(context, staffOf(context), submission)};
}

export const meta = pageMeta;

export default function NewRecoveryCodes() {
  const {submission} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer) return <RecoveryCodes codes={answer.codes} next="/account" />;
  return (
    <div className="reading">
      <BackLink href="/account">Your account</BackLink>
      <h1>New recovery codes</h1>
      <p>You get ten new ones. The ones you have now stop working.</p>
      <form method="post">
        <Submission number={submission} />
        <Button type="submit">Make new codes</Button>
      </form>
    </div>
  );
}
