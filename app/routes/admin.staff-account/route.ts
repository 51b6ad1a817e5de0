import {redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {disableStaff, enableStaff} from '../../domain/administration/account.server.ts';
import {adminForm, idOf, missing} from '../admin.home/admin-request.server.ts';
import {accountAddress} from '../admin.staff-one/account-words.ts';

export const handle = {door: 'admin.staff'};

/** There is nothing to see here; someone who comes back after signing in again is led to the account. */
export const loader = ({params}: LoaderFunctionArgs) => redirect(`/admin/staff/${idOf(params.id)}`, {status: 303});

/** Closes an account, or opens it again. */
export async function action({params, request, context}: ActionFunctionArgs) {
  const staffId = idOf(params.id);
  const form = await request.formData();
  const act = form.get('act');
  if (act !== 'close' && act !== 'open') throw missing();
  const change = act === 'close' ? disableStaff : enableStaff;
  const outcome = await change(adminForm(context, form, 'admin.staff'), staffId);
  const said = outcome.ok ? ({done: act === 'close' ? 'closed' : 'opened'} as const) : {refused: outcome.reason};
  return redirect(accountAddress(staffId, said), {status: 303});
}
