import {redirect, type ActionFunctionArgs} from '@remix-run/node';
import {ownPath} from '../../http/local-path.server.ts';
import {rememberLocale} from '../../http/locale.server.ts';
import {isSecure} from '../../http/secure.server.ts';
import {isLocale} from '../../i18n/locales.ts';

export const handle = {door: 'directory'};

export function loader() {
  return redirect('/');
}

/**
 * Changes the language and goes back to the page the visitor was on. The form names it: a page behind a private link does not
 * tell where a form was sent from. What was typed on that page comes with it where the page asks for that, and is sent on there
 * by the browser (307): it is kept nowhere meanwhile, and stands in no address.
 */
export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const lang = form.get('lang');
  const headers = new Headers();
  if (isLocale(lang)) headers.set('Set-Cookie', rememberLocale(lang, isSecure(context.config)));
  const keepsForm = new URL(request.url).searchParams.has('with-form');
  return redirect(ownPath(form.get('back')), {status: keepsForm ? 307 : 303, headers});
}
