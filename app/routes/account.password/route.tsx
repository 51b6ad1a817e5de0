import {data, redirect, type ActionFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Button, PasswordInput} from 'nhsuk-react-components';
import {FormProblems, type Problems} from '../../components/staff/form-problems.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {changePassword} from '../../domain/access/own-account.server.ts';
import {passwordProblem} from '../../domain/access/passwords.server.ts';
import {newSubmission, submissionOf} from '../../domain/access/submissions.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';

export const handle = {door: 'own-account'};

export const loader = () => ({title: 'Change your password', submission: newSubmission()});

export async function action({request, context}: ActionFunctionArgs) {
  const viewer = staffOf(context);
  const form = await request.formData();
  const old = String(form.get('old') ?? '');
  const fresh = String(form.get('fresh') ?? '');
  const refuse = (problems: Problems<'old' | 'fresh'>) => data({problems}, {status: 422});
  if (old === '') return refuse({old: 'Enter the password you have now'});
  const problem = passwordProblem(fresh, viewer);
  if (problem) return refuse({fresh: problem});
  if (!(await changePassword(context, viewer, {old, fresh, submission: submissionOf(form)})))
    return refuse({old: 'That is not the password you have now'});
  return redirect('/account', {status: 303});
}

export const meta = pageMeta;

export default function ChangePassword() {
  const {submission} = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="reading">
      <BackLink href="/account">Your account</BackLink>
      <FormProblems problems={refused?.problems} />
      <h1>Change your password</h1>
      <p>Everywhere else you will be signed out.</p>
      <form method="post" noValidate>
        <Submission number={submission} />
        <PasswordInput
          id="old"
          name="old"
          label="The password you have now"
          autoComplete="current-password"
          error={refused?.problems.old}
        />
        <PasswordInput
          id="fresh"
          name="fresh"
          label="New password"
          hint="At least 12 characters. Three or four words in a row work well, with spaces if you like."
          autoComplete="new-password"
          error={refused?.problems.fresh}
        />
        <Button type="submit">Change it</Button>
      </form>
    </div>
  );
}
