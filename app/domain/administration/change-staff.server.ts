import type {ISql} from '../../../db/client.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {changeOnce, type AdminForm} from './change.server.ts';
import {readStaff} from './get-staff.server.ts';
import {hostKeepsAdministrator} from './host.server.ts';
import type {StaffChoices, StaffDetails, StaffRefusal} from './staff.ts';

/**
 * Changes someone's name, roles, disciplines and teams together.
 *
 * @param version of the account as it was shown: when somebody else has changed it since, nothing happens and what
 *   stands there now is given back
 */
export function changeStaff(
  form: AdminForm,
  staffId: string,
  version: number,
  choices: StaffChoices,
): Promise<{ok: true} | StaffRefusal> {
  return changeOnce(form, async (tx) => {
    // Not `for update`: the form's own number refers to its sender, and two who change each other would block each other.
    await tx`select from staff where id = ${staffId} for no key update`;
    const now = await readStaff(tx, staffId);
    if (!now) return {ok: false, reason: 'missing'};
    if (now.version !== version) return {ok: false, reason: 'changed', now};
    const change = difference(now, choices);
    if (change.removedRoles.includes('administrator')) {
      if (staffId === form.viewer.staffId) return {ok: false, reason: 'own_administrator'};
      if (!(await hostKeepsAdministrator(tx, staffId))) return {ok: false, reason: 'last_administrator'};
    }
    if (change.fields.length === 0) return {ok: true};
    await writeChoices(tx, now, choices);
    await note(tx, staffId, change);
    return {ok: true};
  });
}

function difference(now: StaffDetails, wanted: StaffChoices) {
  const differ = (one: string[], other: string[]) => one.toSorted().join() !== other.toSorted().join();
  return {
    addedRoles: wanted.roles.filter((role) => !now.roles.includes(role)),
    removedRoles: now.roles.filter((role) => !wanted.roles.includes(role)),
    fields: [
      ...(now.name === wanted.name ? [] : ['name']),
      ...(differ(now.roles, wanted.roles) ? ['roles'] : []),
      ...(differ(now.disciplines, wanted.disciplines) ? ['disciplines'] : []),
      ...(differ(now.teamIds, wanted.teamIds) ? ['teams'] : []),
    ],
  };
}

async function writeChoices(
  tx: ISql,
  {id, partnerId}: StaffDetails,
  {name, roles, disciplines, teamIds}: StaffChoices,
) {
  await tx`update staff set name = ${name}, version = version + 1 where id = ${id}`;
  await tx`delete from staff_teams where staff_id = ${id} and team_id <> all (${teamIds}::uuid[])`;
  // Only teams of their own organisation; a closed one stays with whoever has it.
  await tx`
    insert into staff_teams (staff_id, team_id, partner_id)
    select ${id}, teams.id, teams.partner_id
    from teams
    where teams.id = any (${teamIds}::uuid[]) and teams.partner_id = ${partnerId} and teams.closed_at is null
    on conflict do nothing
  `;
  await writeRoles(tx, id, {roles, disciplines});
}

/** Sets what someone may do and what their professions are. */
export async function writeRoles(
  tx: ISql,
  staffId: string,
  {roles, disciplines}: Pick<StaffChoices, 'roles' | 'disciplines'>,
): Promise<void> {
  await tx`delete from staff_roles where staff_id = ${staffId} and role <> all (${roles}::text[])`;
  await tx`
    insert into staff_roles (staff_id, role)
    select ${staffId}, unnest(${roles}::text[])
    on conflict do nothing
  `;
  await tx`delete from staff_disciplines where staff_id = ${staffId} and discipline <> all (${disciplines}::text[])`;
  await tx`
    insert into staff_disciplines (staff_id, discipline)
    select ${staffId}, unnest(${disciplines}::text[])
    on conflict do nothing
  `;
}

async function note(tx: ISql, staff: string, {fields, addedRoles, removedRoles}: ReturnType<typeof difference>) {
  if (fields.some((field) => field !== 'roles')) {
    await recordAct(tx, {action: 'staff_changed', details: {staff, fields}});
  }
  if (fields.includes('roles')) {
    await recordAct(tx, {action: 'roles_changed', details: {staff, added: addedRoles, removed: removedRoles}});
  }
}
