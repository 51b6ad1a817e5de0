import type {ISql} from '../db/client.ts';
import type {SearchAnswer, SearchRequest} from './search-schema.ts';
import {plainWords} from './words.ts';

/**
 * Takes out of typed words what could point to a person: anything with a digit in it (postcodes, phone and NHS numbers, house numbers, dates)
 * and e-mail addresses. At most 12 words are kept, lower case.
 */
export function wordsWithoutIdentity(typed: string): string {
  return plainWords(typed.replace(/\S+@\S+/g, ' ').replace(/\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi, ' '))
    .filter((word) => !/\d/.test(word))
    .slice(0, 12)
    .join(' ');
}

/** Notes a search: words, needs, outcode, filters and how much was found. No address, no cookie, no full postcode. */
export async function recordSearch(sql: ISql, request: SearchRequest, answer: SearchAnswer): Promise<void> {
  await sql`
    insert into search_log (id, words, needs, outcode, within_miles, filters, sort, result_count, engine)
    values (
      ${answer.id}, ${wordsWithoutIdentity(request.q)}, ${answer.needs}::text[], ${answer.place?.outcode ?? null},
      ${request.within}, ${sql.json(request.filters as never)}, ${request.sort}, ${answer.total}, ${answer.engine}
    )
    on conflict do nothing
  `;
}

/** Notes that a listing was opened from a search. A search that is not known, or noted already, changes nothing. */
export async function recordOpen(sql: ISql, searchId: string, serviceId: string): Promise<void> {
  await sql`
    insert into search_opens (search_id, service_id)
    select id, ${serviceId}::uuid from search_log where id = ${searchId}::uuid
    on conflict do nothing
  `;
}
