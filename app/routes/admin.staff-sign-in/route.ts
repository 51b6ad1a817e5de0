import {redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {clearCodeApp, endSessionsForStaff} from '../../domain/administration/account.server.ts';
import {inviteAgain} from '../../domain/administration/invite-staff.server.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {adminForm, idOf, missing} from '../admin.home/admin-request.server.ts';
import {accountAddress} from '../admin.staff-one/account-words.ts';

export const handle = {door: 'admin.staff'};

/** There is nothing to see here; someone who comes back after signing in again is led to the account. */
export const loader = ({params}: LoaderFunctionArgs) => redirect(`/admin/staff/${idOf(params.id)}`, {status: 303});

/** Helps someone to sign in, or signs them out: a new invitation, no code app, no sessions. */
export async function action({params, request, context}: ActionFunctionArgs) {
  const staffId = idOf(params.id);
  const data = await request.formData();
  const form = adminForm(context, data, 'admin.staff');
  switch (data.get('act')) {
    case 'invite-again': {
      const {ok} = await inviteAgain(form, siteAddress(context.config, request), staffId);
      return back(staffId, ok ? {done: 'invited-again'} : {refused: 'not_invited'});
    }
    case 'end-sessions': {
      const outcome = await endSessionsForStaff(form, staffId);
      return back(staffId, outcome.ok ? {done: 'signed-out'} : {refused: outcome.reason});
    }
    case 'clear-code-app': {
      const outcome = await clearCodeApp(form, staffId);
      return back(staffId, outcome.ok ? {done: 'codes-cleared'} : {refused: outcome.reason});
    }
    default:
      throw missing();
  }
}

const back = (staffId: string, said: Parameters<typeof accountAddress>[1]) =>
  redirect(accountAddress(staffId, said), {status: 303});
