import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {Button, PasswordInput} from 'nhsuk-react-components';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {findPasswordLink, spendPasswordLink} from '../../domain/access/password-links.server.ts';
import {passwordProblem} from '../../domain/access/passwords.server.ts';
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
    link: link && {kind: link.kind, name: link.name, email: link.email},
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const token = params.token ?? '';
  const link = await findPasswordLink(context, token);
  if (!link) return redirect('/forgotten-password', {status: 303});
  const password = String((await request.formData()).get('password') ?? '');
  const problem = passwordProblem(password, link);
  if (problem) return data({problem}, {status: 422});
  await spendPasswordLink(context, token, password);
  return redirect('/sign-in?next=/staff', {status: 303, headers: {'Set-Cookie': endSessionCookie()}});
}

export const meta = pageMeta;

export default function SetPassword() {
  const {title, link} = useLoaderData<typeof loader>();
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
