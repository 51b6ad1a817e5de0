import path from 'node:path';
import type {Sql} from '../client.ts';
import {loadPlaces} from './load-places.ts';
import {loadQueues} from './load-queues.ts';
import {loadServices} from './load-services.ts';
import {loadStaff} from './load-staff.ts';
import {bringVocabularyUpToDate} from './load-vocabulary.ts';

const DEMONSTRATION = path.join(import.meta.dirname, 'bracknell-forest');

/** The needs, what people say for them, and all other words that every site has. @returns whether any had changed */
export const seedVocabulary = (sql: Sql): Promise<boolean> => sql.begin((tx) => bringVocabularyUpToDate(tx));

/** Puts in the made-up organisations and accounts, where there are none. Returns how many accounts. */
export const seedStaff = (sql: Sql): Promise<number> => loadStaff(sql, DEMONSTRATION);

/** Puts in the queues of second level, where there are none. Returns how many. */
export const seedQueues = (sql: Sql): Promise<number> => loadQueues(sql, DEMONSTRATION);

/**
 * Fills an empty directory with the demonstration area, all in one transaction: the first time only.
 * Returns null, and touches nothing, when any organisation is there already.
 */
export async function seedDemonstration(
  sql: Sql,
  {log = () => {}, today = new Date().toISOString().slice(0, 10)}: {log?: (line: string) => void; today?: string} = {},
): Promise<{services: number} | null> {
  const [{exists} = {exists: false}] = await sql<{exists: boolean}[]>`select exists (select from organisations)`;
  if (exists) return null;
  const seeded = await sql.begin(async (tx) => {
    log('needs, phrases and synonyms');
    await bringVocabularyUpToDate(tx);
    log('places and postcodes');
    await loadPlaces(tx, DEMONSTRATION);
    log('venues and services');
    return {services: await loadServices(tx, DEMONSTRATION, today)};
  });
  // Without statistics the first pages would be planned as if the tables were empty.
  await sql`analyze`;
  return seeded;
}
