import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {Button, PasswordInput} from 'nhsuk-react-components';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {findPasswordLink, spendPasswordLink, wasLinkSpent} from '../../domain/access/password-links.server.ts';
import {passwordProblem} from '../../domain/access/passwords.server.ts';
import {newSubmission, submissionOf} from '../../domain/access/submissions.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {endSessionCookie} from '../../http/session-cookie.server.ts';

export const handle = {door: 'sign-in'};

// The address holds the secret of the link, which must not travel on to any other page. (`no-referrer` would take away
// the origin too, and the form would be refused as coming from nowhere.)
export const headers = () => ({'Referrer-Policy': 'strict-origin'});

export async function loader({params, context}: LoaderFunctionArgs) {
  const link = await findPasswordLink(context, params.token ?? '');
  return {
    title: link?.kind === 'invitation' ? 'Welcome to Fingerpost' : 'Choose a new password',
    isIndexed: false,
    submission: newSubmission(),
    link: link && {kind: link.kind, name: link.name, email: link.email},
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const token = params.token ?? '';
  const form = await request.formData();
  const submission = submissionOf(form);
  const link = await findPasswordLink(context, token);
  if (!link) {
    return (await wasLinkSpent(context, token, submission)) ? toSignIn() : redirect('/forgotten-password', 303);
  }
  const password = String(form.get('password') ?? '');
  const problem = passwordProblem(password, link);
  if (problem) return data({problem}, {status: 422});
  const isSpent = await spendPasswordLink(context, token, password, submission);
  return isSpent ? toSignIn() : redirect('/forgotten-password', 303);
}

const toSignIn = () => redirect('/sign-in?next=/staff', {status: 303, headers: {'Set-Cookie': endSessionCookie()}});

export const meta = pageMeta;

export default function SetPassword() {
  const {title, submission, link} = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!link) {
    return (
      <div className="reading sign-in">
        <h1>This link no longer works</h1>
        <p>A link works once, and only for a while. You can have a new one.</p>
        <p>
          <a href="/forgotten-password">Send me a new link</a>
        </p>
      </div>
    );
  }
  return (
    <div className="reading sign-in">
      <FormProblems problems={refused && {password: refused.problem}} />
      <h1>{title}</h1>
      <p className="reading__lede">
        {link.kind === 'invitation' ? `Hello, ${link.name}. ` : ''}Choose a password for {link.email}.
      </p>
      <form method="post" noValidate>
        <Submission number={submission} />
        <input type="hidden" name="username" autoComplete="username" value={link.email} readOnly />
        <PasswordInput
          id="password"
          name="password"
          label="New password"
          hint="At least 12 characters. Three or four words in a row work well, with spaces if you like."
          autoComplete="new-password"
          error={refused?.problem}
        />
        <Button type="submit">Save and sign in</Button>
      </form>
    </div>
  );
}
