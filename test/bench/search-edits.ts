/** From an edit in the directory to the page that finds it. */
import {setTimeout as sleep} from 'node:timers/promises';
import type {Sql} from '../../db/client.ts';
import {chanceFrom} from './generate-random.ts';

const GIVE_UP_MS = 20_000;
const BETWEEN_LOOKS_MS = 5;

/**
 * Adds a word that nobody uses to the name of one service after another, and asks the page for that word until the
 * service is on it. Milliseconds from before the update was sent to after the page arrived, for each edit.
 */
export async function editTimes(sql: Sql, siteUrl: string, edits: number): Promise<number[]> {
  const chance = chanceFrom(99);
  const services = await sql<{id: string; slug: string}[]>`
    select id, slug from services order by md5(id::text || 'edit') limit ${edits}
  `;
  const times: number[] = [];
  for (const {id, slug} of services) {
    const word = madeUpWord(chance.whole);
    const started = performance.now();
    await sql`update services set name = name || ${` ${word}`}, updated_at = now() where id = ${id}`;
    for (;;) {
      const page = await (await fetch(`${siteUrl}/search?q=${word}`)).text();
      if (page.includes(`/services/${slug}`)) break;
      if (performance.now() - started > GIVE_UP_MS)
        throw new Error(`${slug} was not found by ${word} within 20 seconds`);
      await sleep(BETWEEN_LOOKS_MS);
    }
    times.push(performance.now() - started);
    await sleep(100);
  }
  return times;
}

/** Twelve letters that no tolerance for misspelling brings near to another. */
function madeUpWord(whole: (from: number, to: number) => number): string {
  return Array.from({length: 6}, () => 'zxqvkjwf'[whole(0, 7)]! + 'aeiou'[whole(0, 4)]!).join('');
}
