import type {ISql} from '../../db/client.ts';

interface NeedEntry {
  key: string;
  name: string;
  group: string;
  isCommon: boolean;
  phrases: string[];
  /** Keys of the service types that usually answer it. */
  types: string[];
}
interface Term {
  key: string;
  name: string;
  also: string[];
}
interface KindEntry extends Term {
  /** What people say who look for it. */
  phrases: string[];
}
/** What people say in another language than English, and for which need. */
export interface Tongue {
  language: string;
  phrases: {need: string; phrase: string}[];
}
/** Words that find each other. With `alsoFind`, only `words` find those, not the other way round. */
export interface SynonymEntry {
  words: string[];
  alsoFind: string[];
}

/** The controlled lists, as search and pages need them: small, read once, read again when they change. */
export interface Vocabulary {
  needs: NeedEntry[];
  types: KindEntry[];
  tongues: Tongue[];
  audiences: Term[];
  access: Term[];
  languages: Term[];
  areas: {key: string; name: string; within: string | null}[];
  synonyms: SynonymEntry[];
  stopWords: string[];
  /** Words that say little alone: 'group', 'time'. */
  weakWords: string[];
  /** In how many listings each word stands, and how many listings there are: what makes a word rare, and so telling. */
  wordUses: Map<string, number>;
  listingCount: number;
}

export async function loadVocabulary(sql: ISql): Promise<Vocabulary> {
  const [needs, said, terms, kindPhrases, areas, synonyms, stopWords, uses, [listings]] = await Promise.all([
    sql<NeedEntry[]>`
      select key, name, need_group as "group", is_common, array(
        select phrase from need_phrases where need_key = needs.key and language = 'en' order by phrase
      ) as phrases, array(
        select terms.key
        from need_service_types answers
        join taxonomy_terms terms on terms.id = answers.taxonomy_term_id
        where answers.need_key = needs.key
        order by terms.key
      ) as types
      from needs
      order by position, name
    `,
    sql<Tongue[]>`
      select language, jsonb_agg(jsonb_build_object('need', need_key, 'phrase', phrase) order by phrase) as phrases
      from need_phrases
      where language <> 'en'
      group by language
      order by language
    `,
    sql<(Term & {taxonomy: string})[]>`
      select taxonomies.key as taxonomy, terms.key, terms.name, terms.also
      from taxonomy_terms terms
      join taxonomies on taxonomies.id = terms.taxonomy_id
      where taxonomies.key in ('service-types', 'audiences', 'access', 'languages')
      order by terms.name
    `,
    sql<{key: string; phrases: string[]}[]>`
      select terms.key, array_agg(phrase order by phrase) as phrases
      from kind_phrases
      join taxonomy_terms terms on terms.id = kind_phrases.taxonomy_term_id
      group by terms.key
    `,
    sql<Vocabulary['areas']>`select key, name, within_key as within from areas order by name`,
    sql<SynonymEntry[]>`select words, also_find from synonyms order by words`,
    sql<{word: string; isWeak: boolean}[]>`select word, is_weak from stop_words order by word`,
    sql<{word: string; uses: number}[]>`select word, uses from search_words`,
    sql<{count: number}[]>`select count(*)::integer as count from listings where is_listed`,
  ]);
  const of = (taxonomy: string): Term[] =>
    terms.filter((term) => term.taxonomy === taxonomy).map(({key, name, also}) => ({key, name, also}));
  const saidFor = new Map(kindPhrases.map(({key, phrases}) => [key, phrases]));
  return {
    needs: [...needs],
    tongues: [...said],
    types: of('service-types').map((term) => ({...term, phrases: saidFor.get(term.key) ?? []})),
    audiences: of('audiences'),
    access: of('access'),
    languages: of('languages'),
    areas: [...areas],
    synonyms: [...synonyms],
    stopWords: stopWords.filter(({isWeak}) => !isWeak).map(({word}) => word),
    weakWords: stopWords.filter(({isWeak}) => isWeak).map(({word}) => word),
    wordUses: new Map(uses.map(({word, uses}) => [word, uses])),
    listingCount: listings?.count ?? 0,
  };
}
