import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {Button, TextInput} from 'nhsuk-react-components';
import {toString as qrCode} from 'qrcode';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {RecoveryCodes} from '../../components/staff/recovery-codes.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {codeAppAddress} from '../../domain/access/code-app.server.ts';
import {codeAppInWaiting, confirmCodeApp} from '../../domain/access/own-account.server.ts';
import {finishSignIn} from '../../domain/access/sign-in.server.ts';
import {newSubmission, submissionOf} from '../../domain/access/submissions.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {sessionCookie} from '../../http/session-cookie.server.ts';
import {halfSessionOf, nextPath, signInSetting} from '../../http/staff.server.ts';

export const handle = {door: 'sign-in'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const next = nextPath(request);
  const half = context.halfSession;
  if (half?.stage !== 'set_up_code') throw redirect(context.viewer ? next : '/sign-in');
  const page = {title: 'Set up your code app', isIndexed: false, next, submission: newSubmission()};
  const secret = await codeAppInWaiting(context, half);
  // It has just been set up, by the action of this same request: the page then shows the recovery codes.
  if (secret === null) return {...page, key: '', picture: '', address: ''};
  const address = codeAppAddress(secret, half.email);
  const qr = await qrCode(address, {type: 'svg', margin: 2});
  const picture = `data:image/svg+xml;base64,${Buffer.from(qr).toString('base64')}`;
  return {...page, key: secret.match(/.{1,4}/g)?.join(' ') ?? '', picture, address};
}

export async function action({request, context}: ActionFunctionArgs) {
  const half = await halfSessionOf(context, request);
  if (half?.stage !== 'set_up_code') return redirect(context.viewer ? nextPath(request) : '/sign-in', {status: 303});
  const setting = signInSetting(context, request);
  const form = await request.formData();
  const typed = String(form.get('code') ?? '');
  const codes = await confirmCodeApp(setting, half, {typed, submission: submissionOf(form)});
  if (!codes) {
    const problem = 'That code is not right. Check that your telephone has the right time, then type the next code';
    return data({problem, codes: null}, {status: 422});
  }
  const token = await finishSignIn(setting, half, submissionOf(form));
  return data({problem: null, codes}, {headers: {'Set-Cookie': sessionCookie(token)}});
}

export const meta = pageMeta;

export default function SetUpCode() {
  const {next, key, picture, address, submission} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.codes) return <RecoveryCodes codes={answer.codes} next={next} isNew />;
  return (
    <div className="reading sign-in">
      <FormProblems problems={answer?.problem ? {code: answer.problem} : undefined} />
      <h1>Set up your code app</h1>
      <p className="reading__lede">
        A password alone can be guessed or stolen. From now on you also type a code from an app on your telephone.
      </p>
      <ol>
        <li>Put a code app on your telephone, if you have none: any that makes six-figure codes will do.</li>
        <li>In the app, choose to add an account and point the camera at this picture.</li>
        <li>Type the six figures that it shows.</li>
      </ol>
      <p>
        <img className="code-picture" src={picture} width="220" height="220" alt="QR code for your app" />
      </p>
      {/* A telephone cannot look at its own screen. */}
      <p>
        Is this the telephone? <a href={address}>Open it in the app</a>. Or type this key into the app:{' '}
        <strong className="code-key">{key}</strong>
      </p>
      <form method="post" action={`/sign-in/set-up?next=${encodeURIComponent(next)}`} noValidate>
        <Submission number={submission} />
        <TextInput
          id="code"
          name="code"
          label="The six figures"
          autoComplete="one-time-code"
          inputMode="numeric"
          width="10"
          error={answer?.problem}
        />
        <Button type="submit">Go on</Button>
      </form>
    </div>
  );
}
