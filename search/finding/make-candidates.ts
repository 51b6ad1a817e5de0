/** From hits to candidates: what the atlas knows of each, and how it meets what was asked. */
import type {Atlas, AtlasEntry} from '../atlas/atlas.ts';
import type {Candidate} from '../ordering/candidate.ts';
import {leansTo, saidByTopics} from '../ordering/relevance.ts';
import type {Hit} from '../engines/retriever.ts';
import type {SearchPlace} from '../search-schema.ts';
import type {TextMatch} from '../understanding/terms.ts';
import type {Understood} from '../understanding/understood.ts';

interface CandidateParts {
  atlas: Atlas;
  place: SearchPlace | null;
  /** Kinds of service that usually answer a need. */
  usualKinds: Map<string, Set<string>>;
  textMatch: TextMatch;
  isNamed: (terms: Uint32Array) => boolean;
}

type Topics = Pick<Understood, 'needs' | 'types' | 'leaning'>;

/** For turning some hundreds of hits into candidates for one search. */
export function makeCandidates({atlas, place, usualKinds, textMatch, isNamed}: CandidateParts) {
  return ({number, textScore}: Hit, {needs, types, leaning}: Topics, isFiller: boolean): Candidate => {
    const entry = atlas.get(number) ?? UNKNOWN;
    const mainKind = entry.types[0];
    const needsMet: Candidate['needs'] = [];
    for (const need of needs) {
      const position = entry.needs.indexOf(need.key);
      if (position < 0) continue;
      const isUsualKind = mainKind !== undefined && (usualKinds.get(need.key)?.has(mainKind) ?? false);
      needsMet.push({...need, position, isUsualKind});
    }
    const kindsMet: Candidate['types'] = [];
    for (const type of types) {
      const position = entry.types.indexOf(type.key);
      if (position >= 0) kindsMet.push({...type, position});
    }
    const isOnTopic = needsMet.length + kindsMet.length > 0;
    return {
      number,
      textScore,
      textMatch: textMatch(entry.terms, isOnTopic ? (word) => saidByTopics(word, needsMet, kindsMet) : undefined),
      needs: needsMet,
      types: kindsMet,
      kindCount: entry.types.length,
      leans: leansTo(entry.needs, entry.types, leaning),
      isNamed: isNamed(entry.terms),
      isFiller,
      miles: place ? atlas.milesTo(number, place) : null,
      coversHere: coversHere(entry.covers, place),
      tokens: entry.tokens,
      audiences: entry.audiences,
      ages: [entry.youngest, entry.oldest],
      space: entry.space,
      checkedOn: entry.checkedOn,
    };
  };
}

/** What is known of a listing that the atlas has not read yet, or no longer has. */
const UNKNOWN: Omit<AtlasEntry, 'number' | 'serviceId' | 'points'> = {
  needs: [],
  types: [],
  covers: [],
  tokens: [],
  audiences: [],
  youngest: 0,
  oldest: 120,
  terms: new Uint32Array(),
  space: 'unknown',
  checkedOn: null,
};

export const coversHere = (covers: string[], place: SearchPlace | null): boolean =>
  place !== null && covers.some((area) => place.areas.includes(area));
