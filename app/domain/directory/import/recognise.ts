import type {Delivery, ImportedService, Kind} from './imported-service.ts';
import {matchWords, type PhraseHit, type PhraseIndex} from './match-words.ts';
import type {ImportVocabulary, KnownTerm} from './vocabulary.server.ts';

interface Recognised {
  /** Service types, the main one first. */
  types: KnownTerm[];
  audiences: KnownTerm[];
  needs: {key: string; source: 'import' | 'type'}[];
  kind: Kind;
  delivery: Delivery[];
}

const MOST_TYPES = 3;
const MOST_NEEDS = 6;

/**
 * What kind of service this is, whom it is for and what needs it answers, from the publisher's own terms first, then
 * its name, then the beginning of its description. Careful rather than complete: a wrong type misleads more people
 * than a missing one.
 */
export function recognise(service: ImportedService, vocabulary: ImportVocabulary): Recognised {
  const types = recogniseTypes(service, vocabulary.types);
  const said = service.terms.flatMap((term) => vocabulary.needs.exactly(term.name));
  const answered = types.flatMap((type) => vocabulary.needsOfType.get(type.key) ?? []);
  const needs = [...new Set([...said, ...answered])].slice(0, MOST_NEEDS);
  const kind = service.kind ?? kindOf(types[0]?.key, service.delivery);
  return {
    types,
    audiences: recogniseAudiences(service, vocabulary.audiences),
    needs: needs.map((key) => ({key, source: said.includes(key) ? 'import' : 'type'})),
    kind,
    delivery: service.delivery.length === 0 && kind === 'helpline' ? ['phone'] : service.delivery,
  };
}

/** How sure a hit makes us. A single word may mean anything ('Moor Park' is a library), a phrase of two rarely does. */
const SURE = 3;
const HINT = 2;

interface Score {
  total: number;
  best: number;
}

function recogniseTypes(service: ImportedService, index: PhraseIndex<KnownTerm>): KnownTerm[] {
  const scores = new Map<KnownTerm, Score>();
  const score = (hits: PhraseHit<KnownTerm>[], pointsOf: (hit: PhraseHit<KnownTerm>) => number) => {
    const here = new Map<KnownTerm, number>();
    for (const hit of hits) here.set(hit.value, Math.max(here.get(hit.value) ?? 0, pointsOf(hit)));
    for (const [term, points] of here) {
      const {total, best} = scores.get(term) ?? {total: 0, best: 0};
      scores.set(term, {total: total + points, best: Math.max(best, points)});
    }
  };
  for (const {name} of service.terms) {
    const exact = index.exactly(name).map((value) => ({value, at: 0, length: 1}));
    if (exact.length > 0) score(exact, () => 6);
    else score(index.findIn(matchWords(name)), ({length}) => (length > 1 ? 4 : HINT));
  }
  score(index.findIn(matchWords(service.name)), ({length}) => (length > 1 ? 4 : HINT));
  const [opening, rest] = splitOpening(service.description ?? '');
  // 'Public library in …': what a description begins with is what the thing is.
  score(index.findIn(matchWords(opening)), ({at, length}) => (length > 1 ? SURE : HINT) + (at + length <= 4 ? 2 : 0));
  score(index.findIn(matchWords(rest)), ({length}) => (length > 1 ? 1 : 0));

  const ranked = [...scores].sort(([a, left], [b, right]) => right.total - left.total || (a.key < b.key ? -1 : 1));
  const top = ranked[0]?.[1].total ?? 0;
  // Two hints do not make a certainty: a group by a lake that meets at the lake is no lake.
  const sure = ranked.filter(([, {total, best}]) => best >= SURE && total >= top * 0.4).slice(0, MOST_TYPES);
  if (sure.length > 0) return sure.map(([term]) => term);
  const hints = ranked.filter(([, {best}]) => best === HINT);
  return hints.length === 1 ? [hints[0]![0]] : [];
}

/** Words that say whom something is meant for, when they stand just before. */
const FOR_WORDS = new Set(
  matchWords('for aimed support supports supporting help helps helping welcome welcomes welcoming'),
);
/** What a group for someone is called: 'Carers group'. */
const GROUP_WORDS = new Set(
  matchWords('group club cafe support centre project network forum service hub choir shed together drop'),
);

/** Mentioning children does not make it for children: it must say so. */
function recogniseAudiences(service: ImportedService, index: PhraseIndex<KnownTerm>): KnownTerm[] {
  const found = new Set<KnownTerm>();
  for (const {name} of service.terms) index.exactly(name).forEach((term) => found.add(term));
  for (const text of service.audienceWords) index.findIn(matchWords(text)).forEach(({value}) => found.add(value));
  const name = matchWords(service.name);
  for (const {value, at, length} of index.findIn(name)) {
    const after = name[at + length];
    if (name[at - 1] === 'for' || (after ? GROUP_WORDS.has(after) : length > 1)) found.add(value);
  }
  const [opening] = splitOpening(service.description ?? '');
  const words = matchWords(opening);
  for (const {value, at} of index.findIn(words)) {
    if (words.slice(Math.max(0, at - 3), at).some((word) => FOR_WORDS.has(word))) found.add(value);
  }
  return [...found].slice(0, 6);
}

/** The first sentence, and what follows it. */
function splitOpening(description: string): [string, string] {
  const text = description.slice(0, 4000);
  const end = text.search(/[.!?](\s|$)|\n/);
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 1)];
}

const NEGATIONS = new Set([
  'no',
  'not',
  'without',
  'cannot',
  'cant',
  'isnt',
  'arent',
  'unable',
  'never',
  'limited',
  'unsuitable',
]);

/** Access features that a text says are there. 'No wheelchair access' says the opposite. */
export function recogniseAccess(text: string, index: PhraseIndex<KnownTerm>): KnownTerm[] {
  const found = new Set<KnownTerm>();
  for (const sentence of text.slice(0, 4000).split(/[.;!?\n]+/)) {
    const words = matchWords(sentence);
    for (const {value, at, length} of index.findIn(words)) {
      const near = [...words.slice(Math.max(0, at - 4), at), ...words.slice(at + length, at + length + 3)];
      if (!near.some((word) => NEGATIONS.has(word))) found.add(value);
    }
  }
  return [...found];
}

const PLACES = new Set([
  'library',
  'park',
  'play-area',
  'museum-or-gallery',
  'theatre-or-arts-centre',
  'attraction',
  'community-centre',
  'place-of-worship',
  'leisure-centre',
  'council-office',
  'warm-space',
  'allotment',
]);

/** The kind of listing that a service type usually is. */
function kindOf(type: string | undefined, delivery: Delivery[]): Kind {
  if (type && PLACES.has(type)) return 'place';
  if (type === 'helpline' || type === 'personal-assistant') return type;
  if (delivery.length === 1 && delivery[0] === 'online') return 'online';
  if (type && /-(group|club|cafe)$|^(choir|mens-shed|coffee-morning|uniformed-group)$/.test(type)) return 'group';
  if (type && /-(class|activity|activities)$|^(chair-exercise|dance|swimming|yoga-and-pilates)$/.test(type))
    return 'activity';
  return 'service';
}
