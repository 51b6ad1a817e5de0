import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {Button, PasswordInput, TextInput} from 'nhsuk-react-components';
import {FormProblems, type Problems} from '../../components/staff/form-problems.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {listDemonstrationAccounts} from '../../domain/access/demonstration-accounts.server.ts';
import {signInToDemonstration, signInWithPassword} from '../../domain/access/sign-in.server.ts';
import {newSubmission, submissionOf} from '../../domain/access/submissions.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {HELD_COOKIE, sessionCookie} from '../../http/session-cookie.server.ts';
import {readCookie} from '../../http/cookies.server.ts';
import {nextPath, signInSetting} from '../../http/staff.server.ts';
import {DemonstrationAccounts} from './demonstration-accounts.tsx';

export const handle = {door: 'sign-in'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const next = nextPath(request);
  if (context.viewer) throw redirect(next);
  return {
    title: 'Sign in',
    isIndexed: false,
    submission: newSubmission(),
    next,
    wasHeld: readCookie(request, HELD_COOKIE) !== null,
    mustSignInAgain: new URL(request.url).searchParams.has('next'),
    accounts: context.config.isDemonstration ? await listDemonstrationAccounts(context.sql) : [],
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const next = nextPath(request);
  const form = await request.formData();
  const setting = signInSetting(context, request);
  const submission = submissionOf(form);
  const account = form.get('account');
  const email = String(form.get('email') ?? '').slice(0, 320);
  const password = String(form.get('password') ?? '');
  const refuse = (problems: Problems<'email' | 'password'>, status: number) => data({email, problems}, {status});

  if (typeof account !== 'string') {
    const problems: Problems<'email' | 'password'> = {};
    if (!/^[^@\s]+@[^@\s]+$/.test(email.trim())) problems.email = 'Enter your work e-mail address';
    if (password === '') problems.password = 'Enter your password';
    if (Object.keys(problems).length > 0) return refuse(problems, 422);
  }
  if (!(await isWithinRate('sign-in', context.address))) {
    return refuse({email: 'Too many tries from this place. Wait a few minutes, then try again'}, 429);
  }
  const outcome =
    typeof account === 'string'
      ? await signInToDemonstration(setting, account, submission)
      : await signInWithPassword(setting, {email, password, submission});
  if (!outcome.ok) {
    return outcome.reason === 'locked'
      ? refuse({email: `Too many tries. Wait ${minutes(outcome.minutes)}, then try again`}, 429)
      : refuse({email: 'The e-mail address or the password is not right. Check both and try again'}, 401);
  }
  const step = {full: next, code: '/sign-in/code', set_up_code: '/sign-in/set-up'}[outcome.stage];
  const where = outcome.stage === 'full' ? step : `${step}?next=${encodeURIComponent(next)}`;
  return redirect(where, {status: 303, headers: {'Set-Cookie': sessionCookie(outcome.token)}});
}

const minutes = (count: number) => (count === 1 ? 'a minute' : `${count} minutes`);

export const meta = pageMeta;

export default function SignIn() {
  const {next, submission, wasHeld, mustSignInAgain, accounts} = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="reading sign-in">
      <FormProblems problems={refused?.problems} />
      <h1>Sign in</h1>
      <p className="reading__lede">
        {wasHeld
          ? 'You were signed out. What you had typed is kept: sign in and it will be there.'
          : mustSignInAgain
            ? 'Please sign in to go on.'
            : 'For people who work here. To find help near you, no account is needed.'}
      </p>
      <form method="post" action={`/sign-in?next=${encodeURIComponent(next)}`} noValidate>
        <Submission number={submission} />
        <TextInput
          id="email"
          name="email"
          type="email"
          label="Work e-mail address"
          autoComplete="username"
          spellCheck={false}
          defaultValue={refused?.email}
          error={refused?.problems.email}
        />
        <PasswordInput
          id="password"
          name="password"
          label="Password"
          autoComplete="current-password"
          error={refused?.problems.password}
        />
        <Button type="submit">Sign in</Button>
      </form>
      <p>
        <a href="/forgotten-password">I have forgotten my password</a>
      </p>
      {accounts.length > 0 && <DemonstrationAccounts {...{accounts, next, submission}} />}
    </div>
  );
}
