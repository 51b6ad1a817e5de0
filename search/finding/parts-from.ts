import {makeOthers} from '../understanding/terms.ts';
import type {Vocabulary} from '../understanding/vocabulary.ts';
import {plainWords, stemOf} from '../understanding/words.ts';

/** What finding and ordering take from the vocabulary, made once. */
export const partsFrom = (vocabulary: Vocabulary) => ({
  usualKinds: new Map(vocabulary.needs.map((need) => [need.key, new Set(need.types)])),
  pastimes: new Map(
    vocabulary.needs
      .filter(({group}) => group === 'activities')
      .map(({key, name}) => [key, new Set(plainWords(name).map(stemOf))]),
  ),
  others: makeOthers(vocabulary.synonyms),
});
