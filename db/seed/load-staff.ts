import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {parse as parseYaml} from 'yaml';
import {z} from 'zod';
import type {Sql} from '../client.ts';
import {uuidFrom} from '../uuid.ts';
import {within} from '../within.ts';

const staffShape = z.strictObject({
  key: z.string(),
  name: z.string(),
  partners: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.string(),
      host: z.boolean().default(false),
      teams: z.array(z.string()),
      staff: z.array(
        z.strictObject({
          name: z.string(),
          email: z.string().regex(/^[a-z.]+@[a-z.]+\.example$/, 'expected an address that ends in .example'),
          roles: z.array(z.string()).min(1),
          disciplines: z.array(z.string()).default([]),
          teams: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
});

/**
 * Puts in the made-up partnership of the demonstration: the first time only, as its accounts may be changed in the
 * product. Returns how many accounts were put in.
 * @throws when the file is not as it should be; the message names the place in it
 */
export async function loadStaff(sql: Sql, folder: string): Promise<number> {
  const [{exists} = {exists: false}] = await sql<{exists: boolean}[]>`select exists (select from partnerships)`;
  if (exists) return 0;
  const read = staffShape.parse(parseYaml(await readFile(path.join(folder, 'staff.yaml'), 'utf8')));
  const partnershipId = uuidFrom(`partnership:${read.key}`);
  const partners = read.partners.map((partner) => ({...partner, id: uuidFrom(`partner:${partner.name}`)}));
  const host = partners.find((partner) => partner.host);
  if (!host) throw new Error('staff.yaml: one of the partners must be the host');

  // The owner of the tables is held by their policies like everyone else, so this says for whom it works.
  return within(sql, {purpose: 'administration', viewer: {staffId: '', partnerId: host.id}}, async (tx) => {
    await tx`insert into partnerships (id, key, name) values (${partnershipId}, ${read.key}, ${read.name})`;
    let count = 0;
    for (const partner of partners) {
      await tx`
        insert into partners (id, partnership_id, name, kind, is_host)
        values (${partner.id}, ${partnershipId}, ${partner.name}, ${partner.kind}, ${partner.host})
      `;
      const teams = partner.teams.map((name) => ({
        id: uuidFrom(`team:${partner.name}:${name}`),
        partnerId: partner.id,
        name,
      }));
      await tx`insert into teams ${tx(teams)}`;
      for (const {name, email, roles, disciplines, teams: theirs} of partner.staff) {
        const id = uuidFrom(`staff:${email}`);
        await tx`
          insert into staff (id, partnership_id, partner_id, name, email, is_demonstration, created_at)
          values (${id}, ${partnershipId}, ${partner.id}, ${name}, ${email}, true, now() + make_interval(secs => ${count / 1000}))
        `;
        await tx`insert into staff_roles ${tx(roles.map((role) => ({staffId: id, role})))}`;
        if (disciplines.length > 0) {
          await tx`insert into staff_disciplines ${tx(disciplines.map((discipline) => ({staffId: id, discipline})))}`;
        }
        const mine = teams.filter((team) => theirs.includes(team.name));
        if (mine.length !== theirs.length) throw new Error(`staff.yaml: ${email} is in a team that is not there`);
        if (mine.length > 0) {
          await tx`
            insert into staff_teams ${tx(mine.map((team) => ({staffId: id, teamId: team.id, partnerId: partner.id})))}
          `;
        }
        count += 1;
      }
    }
    return count;
  });
}
