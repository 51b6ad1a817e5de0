import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {parse as parseYaml} from 'yaml';
import {z} from 'zod';
import type {Sql} from '../client.ts';
import {uuidFrom} from '../uuid.ts';
import {within} from '../within.ts';

const openings = z.array(z.tuple([z.string(), z.string()])).default([]);
const queuesShape = z.array(
  z.strictObject({
    partner: z.string(),
    discipline: z.string(),
    lead: z.string().optional(),
    week: openings,
    weekend: openings,
    bankHoliday: openings,
    outOfHours: z.record(z.string(), z.union([z.string(), z.boolean()])),
  }),
);

/**
 * Puts in the queues of the demonstration: the first time only, as their hours may be changed in the product, and only
 * where its organisations are. Returns how many.
 * @throws when the file is not as it should be; the message names the place in it
 */
export async function loadQueues(sql: Sql, folder: string): Promise<number> {
  const read = queuesShape.parse(parseYaml(await readFile(path.join(folder, 'queues.yaml'), 'utf8')));
  // An owner who is no superuser sees staff only by saying why, like everyone else.
  return within(sql, {purpose: 'sign-in'}, async (tx) => {
    const [{exists} = {exists: true}] = await tx<{exists: boolean}[]>`select exists (select from queues)`;
    if (exists) return 0;
    let count = 0;
    for (const {partner, discipline, lead, week, weekend, bankHoliday, outOfHours} of read) {
      const hours = {mon: week, tue: week, wed: week, thu: week, fri: week, sat: weekend, sun: weekend, bankHoliday};
      const added = await tx`
        insert into queues (partnership_id, partner_id, discipline, hours, out_of_hours, lead_id)
        select
          partnership_id,
          id,
          ${discipline},
          ${tx.json(hours)},
          ${tx.json(outOfHours)},
          (select staff.id from staff where staff.email = ${lead ?? null} and staff.partner_id = partners.id)
        from partners
        where id = ${uuidFrom(`partner:${partner}`)}
      `;
      count += added.count;
    }
    return count;
  });
}
