import {redirect, type ActionFunctionArgs} from '@remix-run/node';
import {signOut} from '../../domain/access/own-account.server.ts';
import {endHeldCookie, endSessionCookie} from '../../http/session-cookie.server.ts';

export const handle = {door: 'sign-in'};

export const loader = () => redirect('/sign-in');

export async function action({context}: ActionFunctionArgs) {
  if (context.viewer) await signOut(context, context.viewer);
  const headers = new Headers({'Clear-Site-Data': '"cache"'});
  headers.append('Set-Cookie', endSessionCookie());
  headers.append('Set-Cookie', endHeldCookie());
  return redirect('/sign-in', {status: 303, headers});
}
