import type {ISql} from '../../db/client.ts';
import {matchesIn, type SearchAnswer, type SearchRequest} from '../search-schema.ts';
import {plainWords} from '../understanding/words.ts';

/** 'My name is …', 'Mrs …': what follows is who somebody is, up to two words of it. 'Ms' is left: it mostly is the illness. */
const NAMED =
  /\b(?:(?:my|his|her|their) name(?: is|['’]?s)?|name is|(?:i['’]?m|i am|is|was) called|mr|mrs|miss|dr)\b\.?(?:\s+[\p{L}'’-]+){1,2}/giu;

/**
 * Takes out of typed words what could point to a person: anything with a digit in it (postcodes, phone and NHS numbers, house numbers, dates),
 * e-mail addresses, and the name after 'my name is' or 'Mrs'. At most 12 words are kept, lower case.
 */
function wordsWithoutIdentity(typed: string): string {
  return plainWords(
    typed
      .replace(/\S+@\S+/g, ' ')
      .replace(NAMED, ' ')
      .replace(/\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi, ' '),
  )
    .filter((word) => !/\d/.test(word))
    .slice(0, 12)
    .join(' ');
}

/** Searches of this long are written together, so that answering one does not wait for the disk. */
const WRITE_EVERY_MS = 250;

interface SearchLog {
  /** Notes a search: words, needs, outcode, filters and how much was found of what was asked for. No address, no cookie, no full postcode. */
  record(request: SearchRequest, answer: SearchAnswer): void;
  /** Notes that a listing was opened from a search. A search that is not known, or noted already, changes nothing. */
  recordOpen(searchId: string, serviceId: string): Promise<void>;
  /** Writes what is still to be written. */
  flush(): Promise<void>;
}

/** A record that cannot be kept must not cost anyone their results: `onError` is told, and that is all. */
export function makeSearchLog(sql: ISql, onError: (error: unknown) => void): SearchLog {
  let waiting: ReturnType<typeof rowOf>[] = [];
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  const write = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    const rows = waiting;
    waiting = [];
    if (rows.length > 0) writing = writing.then(() => store(sql, rows)).catch(onError);
    return writing;
  };
  return {
    record(request, answer) {
      waiting.push(rowOf(request, answer));
      timer ??= setTimeout(() => void write(), WRITE_EVERY_MS);
    },
    async recordOpen(searchId, serviceId) {
      if (waiting.some(({id}) => id === searchId)) await write();
      await sql`
        insert into search_opens (search_id, service_id)
        select id, ${serviceId}::uuid from search_log where id = ${searchId}::uuid
        on conflict do nothing
      `;
    },
    flush: write,
  };
}

const rowOf = (request: SearchRequest, answer: SearchAnswer) => ({
  id: answer.id,
  searchedAt: new Date().toISOString(),
  words: wordsWithoutIdentity(request.q),
  needs: answer.needs,
  outcode: answer.place?.outcode ?? null,
  within: request.within,
  filters: request.filters,
  sort: request.sort,
  total: matchesIn(answer),
  engine: answer.engine,
});

async function store(sql: ISql, rows: ReturnType<typeof rowOf>[]): Promise<void> {
  await sql`
    insert into search_log (id, searched_at, words, needs, outcode, within_miles, filters, sort, result_count, engine)
    select
      id, "searchedAt", words, array(select jsonb_array_elements_text(needs)), outcode, within, filters, sort, total, engine
    from jsonb_to_recordset(${sql.json(rows as never)}) as row (
      id uuid, "searchedAt" timestamptz, words text, needs jsonb, outcode text, within real, filters jsonb, sort text,
      total integer, engine text
    )
    on conflict do nothing
  `;
}
