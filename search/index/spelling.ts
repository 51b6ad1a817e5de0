import {distance} from 'fastest-levenshtein';
import type {ISql} from '../../db/client.ts';

/** Makes the list of words that listings use anew, with in how many each stands. */
export async function refreshSearchWords(sql: ISql): Promise<void> {
  await sql`
    with counted as (
      select word, ndoc from ts_stat($$
        select to_tsvector('simple', unaccent(concat_ws(' ',
          listings.name, document ->> 'summary', document ->> 'types', array_to_string(keywords, ' '), description
        )))
        from listings
        join services on services.id = listings.service_id
        where is_listed
      $$)
      where word ~ '^[a-z]{3,}$'
    ), removed as (
      delete from search_words where word not in (select word from counted)
    )
    insert into search_words (word, uses)
    select word, ndoc from counted
    on conflict (word) do update set uses = excluded.uses where search_words.uses <> excluded.uses
  `;
}

/**
 * The likeliest spelling of each word that no listing uses: one or two letters away, commonest first.
 * Known words, short words and words nothing is near to stay as they are.
 */
export async function correctWords(sql: ISql, words: string[]): Promise<string[]> {
  if (words.length === 0) return words;
  const rows = await sql<{asked: string; word: string | null; isKnown: boolean}[]>`
    select asked, near.word, exists (select from search_words where word = asked) as is_known
    from unnest(${words}::text[]) as asked
    left join lateral (
      select word from search_words where word % asked order by word <-> asked, uses desc limit 8
    ) near on true
  `;
  return words.map((asked) => {
    const own = rows.filter((row) => row.asked === asked);
    const allowed = asked.length >= 8 ? 2 : asked.length >= 4 ? 1 : 0;
    if (allowed === 0 || own[0]?.isKnown) return asked;
    const near = own.flatMap((row) => (row.word ? [{word: row.word, edits: editsBetween(row.word, asked)}] : []));
    return near.filter(({edits}) => edits <= allowed).sort((a, b) => a.edits - b.edits)[0]?.word ?? asked;
  });
}

/** Levenshtein distance, but two letters swapped count as one slip. */
function editsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && a.length === b.length && [...a].sort().join('') === [...b].sort().join('') ? 1 : edits;
}
