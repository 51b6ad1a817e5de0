import {data, type ActionFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {Button, TextInput} from 'nhsuk-react-components';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {askForReset} from '../../domain/access/password-links.server.ts';
import {newSubmission, submissionOf} from '../../domain/access/submissions.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {siteAddress} from '../../http/secure.server.ts';

export const handle = {door: 'sign-in'};

export const loader = () => ({title: 'Forgotten password', isIndexed: false, submission: newSubmission()});

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const email = String(form.get('email') ?? '').slice(0, 320);
  if (!/^[^@\s]+@[^@\s]+$/.test(email.trim())) {
    return data({isSent: false, email, problem: 'Enter your work e-mail address'}, {status: 422});
  }
  if (!(await isWithinRate('resets', context.address))) {
    const problem = 'Too many tries from this place. Wait a few minutes, then try again';
    return data({isSent: false, email, problem}, {status: 429});
  }
  await askForReset({...context, siteAddress: siteAddress(context.config, request)}, email, submissionOf(form));
  return data({isSent: true, email: '', problem: null});
}

export const meta = pageMeta;

export default function ForgottenPassword() {
  const {submission} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.isSent) {
    return (
      <div className="reading sign-in">
        <h1>Look at your e-mail</h1>
        <p>
          If that address has an account here, a link is on its way to it. It works for one hour. Look among the
          unwanted mail too.
        </p>
        <p>Nothing came? Check with an administrator of your organisation which address you have here.</p>
        <p>
          <a href="/sign-in">Back to sign in</a>
        </p>
      </div>
    );
  }
  return (
    <div className="reading sign-in">
      <FormProblems problems={answer?.problem ? {email: answer.problem} : undefined} />
      <h1>Forgotten password</h1>
      <p className="reading__lede">We send you a link, and with it you choose a new one.</p>
      <form method="post" action="/forgotten-password" noValidate>
        <Submission number={submission} />
        <TextInput
          id="email"
          name="email"
          type="email"
          label="Work e-mail address"
          autoComplete="username"
          spellCheck={false}
          defaultValue={answer?.email}
          error={answer?.problem ?? undefined}
        />
        <Button type="submit">Send me a link</Button>
      </form>
      <p>
        <a href="/sign-in">Back to sign in</a>
      </p>
    </div>
  );
}
