import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {Button, Details, TextInput} from 'nhsuk-react-components';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {signInWithCode} from '../../domain/access/sign-in.server.ts';
import {newSubmission, submissionOf} from '../../domain/access/submissions.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {endSessionCookie, sessionCookie} from '../../http/session-cookie.server.ts';
import {halfSessionOf, nextPath, signInSetting} from '../../http/staff.server.ts';

export const handle = {door: 'sign-in'};

export function loader({request, context}: LoaderFunctionArgs) {
  const next = nextPath(request);
  if (context.viewer) throw redirect(next);
  if (context.halfSession?.stage !== 'code') throw redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  return {title: 'Enter a code', isIndexed: false, next, submission: newSubmission()};
}

export async function action({request, context}: ActionFunctionArgs) {
  const next = nextPath(request);
  const form = await request.formData();
  const half = await halfSessionOf(context, request);
  if (half?.stage !== 'code') {
    return redirect(context.viewer ? next : `/sign-in?next=${encodeURIComponent(next)}`, {status: 303});
  }
  const typed = String(form.get('code') ?? '').slice(0, 60);
  if (typed.trim() === '') return data({problem: 'Enter the code from your app'}, {status: 422});
  const outcome = await signInWithCode(signInSetting(context, request), half, typed, submissionOf(form));
  if (outcome.ok) return redirect(next, {status: 303, headers: {'Set-Cookie': sessionCookie(outcome.token)}});
  if (outcome.reason === 'wrong') {
    return data(
      {problem: 'That code is not right, or has been used. Wait for the next one and try again'},
      {status: 401},
    );
  }
  return redirect('/sign-in', {status: 303, headers: {'Set-Cookie': endSessionCookie()}});
}

export const meta = pageMeta;

export default function SignInCode() {
  const {next, submission} = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="reading sign-in">
      <FormProblems problems={refused && {code: refused.problem}} />
      <h1>Enter a code</h1>
      <form method="post" action={`/sign-in/code?next=${encodeURIComponent(next)}`} noValidate>
        <Submission number={submission} />
        <TextInput
          id="code"
          name="code"
          label="The six figures that your app shows now"
          hint="Open the code app on your telephone and look for Fingerpost."
          autoComplete="one-time-code"
          inputMode="text"
          spellCheck={false}
          width="10"
          error={refused?.problem}
        />
        <Details>
          <Details.Summary>I do not have my telephone</Details.Summary>
          <Details.Text>
            <p>
              Type one of the recovery codes that you were given when you set up the app. Each works once. If you have
              none, ask an administrator of your organisation.
            </p>
          </Details.Text>
        </Details>
        <Button type="submit">Go on</Button>
      </form>
      <p>
        <a href="/sign-in">Sign in as somebody else</a>
      </p>
    </div>
  );
}
