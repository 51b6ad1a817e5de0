import type {ISql} from '../../../db/client.ts';
import {hashToken, makeToken} from '../access/secrets.server.ts';
import type {Viewer} from '../access/viewer.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {sendMessage} from '../messages/send-message.server.ts';
import {invitationMessage} from '../messages/texts.ts';
import {changeOnce, isTaken, type AdminForm} from './change.server.ts';
import {writeRoles} from './change-staff.server.ts';
import {readStaff} from './get-staff.server.ts';
import type {StaffChoices} from './staff.ts';

const LINK_DAYS = 7;

interface Invited extends Pick<StaffChoices, 'name' | 'roles' | 'disciplines'> {
  email: string;
  partnerId: string;
}

type InviteOutcome = {ok: true; staffId: string} | {ok: false; reason: 'email_taken' | 'not_yours'};

/**
 * Makes an account without a password and sends a link, which works for 7 days, to choose one.
 * @param siteAddress such as `https://help.example`, for the link
 */
export async function inviteStaff(form: AdminForm, siteAddress: string, invited: Invited): Promise<InviteOutcome> {
  const {name, email, partnerId, roles, disciplines} = invited;
  try {
    return await changeOnce(form, async (tx): Promise<InviteOutcome> => {
      const [staff] = await tx<{id: string; partnerName: string}[]>`
        with partner as (
          select id, partnership_id, name from partners
          where id = ${partnerId} and closed_at is null and administers(id)
        ),
        added as (
          insert into staff (partnership_id, partner_id, name, email)
          select partnership_id, id, ${name}, ${email} from partner
          returning id
        )
        select added.id, partner.name as partner_name from added, partner
      `;
      if (!staff) return {ok: false, reason: 'not_yours'};
      await writeRoles(tx, staff.id, {roles, disciplines});
      await sendLink(tx, form.viewer, siteAddress, {id: staff.id, name, email, partnerName: staff.partnerName});
      await recordAct(tx, {action: 'staff_invited', details: {staff: staff.id, partner: partnerId, roles}});
      return {ok: true, staffId: staff.id};
    });
  } catch (error) {
    if (isTaken(error, 'staff_email_key')) return {ok: false, reason: 'email_taken'};
    throw error;
  }
}

/** Sends a new link to someone who has not chosen a password yet; the links before it stop working. */
export function inviteAgain(form: AdminForm, siteAddress: string, staffId: string): Promise<{ok: boolean}> {
  return changeOnce(form, async (tx) => {
    await tx`select from staff where id = ${staffId} for no key update`;
    const staff = await readStaff(tx, staffId);
    if (staff?.state !== 'invited') return {ok: false};
    await endLinks(tx, staffId);
    await sendLink(tx, form.viewer, siteAddress, staff);
    await recordAct(tx, {action: 'staff_invited', details: {staff: staffId, again: true}});
    return {ok: true};
  });
}

/** Makes every link of someone useless. It does not count as used: that would mean that a password was chosen. */
export async function endLinks(tx: ISql, staffId: string): Promise<void> {
  await tx`update staff_links set expires_at = now() where staff_id = ${staffId} and used_at is null and expires_at > now()`;
}

async function sendLink(
  tx: ISql,
  viewer: Viewer,
  siteAddress: string,
  {id, name, email, partnerName}: {id: string; name: string; email: string; partnerName: string},
) {
  const token = makeToken();
  await tx`
    insert into staff_links (token_hash, kind, staff_id, created_by, expires_at)
    values (${hashToken(token)}, 'invitation', ${id}, ${viewer.staffId}, now() + make_interval(days => ${LINK_DAYS}))
  `;
  const link = `${siteAddress}/set-password/${token}`;
  const text = invitationMessage({name, partnerName, link, days: LINK_DAYS});
  await sendMessage(tx, {channel: 'email', to: email, partnerId: viewer.partnerId, ...text});
}
