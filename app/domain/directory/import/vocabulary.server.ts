import type {ISql} from '../../../../db/client.ts';
import {indexAreas, type AreaNames} from './match-area.ts';
import {PhraseIndex} from './match-words.ts';

export interface KnownTerm {
  id: string;
  key: string;
}

/** The words by which imported services are recognised. Read once per import. */
export interface ImportVocabulary {
  types: PhraseIndex<KnownTerm>;
  audiences: PhraseIndex<KnownTerm>;
  access: PhraseIndex<KnownTerm>;
  needs: PhraseIndex<string>;
  /** Keys of the needs a service type answers, in the order of the list of needs. */
  needsOfType: Map<string, string[]>;
  areas: AreaNames;
}

const OWN_TAXONOMIES = ['service-types', 'audiences', 'access'];

export async function loadImportVocabulary(sql: ISql): Promise<ImportVocabulary> {
  const vocabulary: ImportVocabulary = {
    types: new PhraseIndex(),
    audiences: new PhraseIndex(),
    access: new PhraseIndex(),
    needs: new PhraseIndex(),
    needsOfType: new Map(),
    areas: {byGss: new Map(), byName: new Map()},
  };
  const terms = await sql<{taxonomy: string; id: string; key: string; name: string; also: string[]}[]>`
    select taxonomies.key as taxonomy, terms.id, terms.key, terms.name, terms.also
    from taxonomy_terms terms
    join taxonomies on taxonomies.id = terms.taxonomy_id
    where taxonomies.key = any(${OWN_TAXONOMIES})
    order by terms.key
  `;
  const indexes = {'service-types': vocabulary.types, audiences: vocabulary.audiences, access: vocabulary.access};
  for (const {taxonomy, id, key, name, also} of terms) {
    const term: KnownTerm = {id, key};
    const index = indexes[taxonomy as keyof typeof indexes];
    for (const phrase of [name, key, ...also]) index.add(phrase, term);
  }

  const needs = await sql<{key: string; phrase: string}[]>`
    select key, key as phrase from needs
    union all select key, name from needs
    union all select need_key, phrase from need_phrases where language = 'en'
    order by key, phrase
  `;
  for (const {key, phrase} of needs) vocabulary.needs.add(phrase, key);

  const answers = await sql<{type: string; need: string}[]>`
    select terms.key as type, needs.key as need
    from need_service_types answers
    join needs on needs.key = answers.need_key
    join taxonomy_terms terms on terms.id = answers.taxonomy_term_id
    order by needs.position, needs.key
  `;
  for (const {type, need} of answers) {
    vocabulary.needsOfType.set(type, [...(vocabulary.needsOfType.get(type) ?? []), need]);
  }

  // Larger areas first, so that a shared name means the larger one.
  vocabulary.areas = indexAreas(
    await sql<{key: string; gss: string | null; name: string}[]>`
      select key, gss, name
      from areas
      order by array_position(array['country', 'region', 'county', 'unitary', 'district', 'parish', 'ward'], kind), key
    `,
  );
  return vocabulary;
}
