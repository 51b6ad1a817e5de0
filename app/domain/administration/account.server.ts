/** Closing and opening accounts, ending sessions, and help for someone who has lost their telephone. */
import type {ISql} from '../../../db/client.ts';
import {endSessionsOf} from '../access/sessions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {sendMessage} from '../messages/send-message.server.ts';
import {codeAppClearedMessage} from '../messages/texts.ts';
import {changeOnce, type AdminForm} from './change.server.ts';
import {hostKeepsAdministrator} from './host.server.ts';
import {endLinks} from './invite-staff.server.ts';
import type {StaffRefusal} from './staff.ts';

type Outcome = {ok: true} | Exclude<StaffRefusal, {reason: 'changed' | 'own_administrator'}>;
interface Owner {
  id: string;
  name: string;
  email: string;
  isDisabled: boolean;
}

/** Closes an account: nobody can sign in with it, and whoever is signed in is out with their next request. */
export const disableStaff = (form: AdminForm, staffId: string): Promise<Outcome> =>
  changeAccount(form, staffId, async (tx, owner) => {
    if (owner.isDisabled) return {ok: true};
    if (!(await hostKeepsAdministrator(tx, staffId))) return {ok: false, reason: 'last_administrator'};
    await tx`update staff set disabled_at = now(), version = version + 1 where id = ${staffId}`;
    await endLinks(tx, staffId);
    const sessionsEnded = await endSessionsOf(tx, staffId, 'disabled');
    await recordAct(tx, {action: 'staff_disabled', details: {staff: staffId, sessionsEnded}});
    return {ok: true};
  });

/** Opens a closed account again, with the password and the code app it had. */
export const enableStaff = (form: AdminForm, staffId: string): Promise<Outcome> =>
  changeAccount(form, staffId, async (tx, owner) => {
    if (!owner.isDisabled) return {ok: true};
    await tx`update staff set disabled_at = null, version = version + 1 where id = ${staffId}`;
    await recordAct(tx, {action: 'staff_enabled', details: {staff: staffId}});
    return {ok: true};
  });

/** Signs someone out everywhere. */
export const endSessionsForStaff = (form: AdminForm, staffId: string): Promise<Outcome> =>
  changeAccount(form, staffId, async (tx) => {
    const ended = await endSessionsOf(tx, staffId, 'revoked');
    await recordAct(tx, {action: 'sessions_ended', details: {staff: staffId, sessionsEnded: ended}});
    return {ok: true};
  });

/**
 * Takes the code app off the account of someone who has lost their telephone, signs them out and tells them by e-mail.
 * With their password they set up a new app when they next sign in.
 */
export const clearCodeApp = (form: AdminForm, staffId: string): Promise<Outcome> =>
  changeAccount(form, staffId, async (tx, {name, email}) => {
    const [{hadOne}] = await tx<[{hadOne: boolean}]>`select clear_code_app(${staffId}) as had_one`;
    if (!hadOne) return {ok: true};
    await endSessionsOf(tx, staffId, 'revoked');
    const text = codeAppClearedMessage({name});
    await sendMessage(tx, {channel: 'email', to: email, partnerId: form.viewer.partnerId, ...text});
    await recordAct(tx, {action: 'codes_changed', details: {staff: staffId, how: 'cleared by an administrator'}});
    return {ok: true};
  });

/** None of these is done to one's own account: an administrator who locks themselves out cannot let themselves in. */
function changeAccount(
  form: AdminForm,
  staffId: string,
  work: (tx: ISql, owner: Owner) => Promise<Outcome>,
): Promise<Outcome> {
  return changeOnce(form, async (tx): Promise<Outcome> => {
    if (staffId === form.viewer.staffId) return {ok: false, reason: 'own_account'};
    const [owner] = await tx<Owner[]>`
      select id, name, email, disabled_at is not null as is_disabled
      from staff
      where id = ${staffId} and administers(partner_id)
      for no key update
    `;
    return owner ? work(tx, owner) : {ok: false, reason: 'missing'};
  });
}
