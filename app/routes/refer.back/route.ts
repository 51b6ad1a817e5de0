import {redirect, type LoaderFunctionArgs} from '@remix-run/node';
import {getDraft} from '../../domain/referrals/refer-drafts.server.ts';
import {readToken, tokenCookie} from '../refer.form/refer-cookie.server.ts';

export const handle = {door: 'refer'};

/** The private link: leads back to what was typed, and leaves no token in the address. */
export async function loader({params, context}: LoaderFunctionArgs) {
  const token = readToken(params.token);
  const draft = token ? await getDraft(context.sql, token) : null;
  if (!token || !draft) return redirect('/refer/sent', 303);
  const headers = {'Set-Cookie': tokenCookie(token, context.config), 'Referrer-Policy': 'no-referrer'};
  return redirect(draft.sentReference ? '/refer/sent' : '/refer/form', {status: 303, headers});
}
