/**
 * The ordering rules, all of them, for the engine and the fallback alike. A listing's score is
 *
 *   relevance × leaning × nearness × standing × atHand × fit × openness × likeness
 *
 * each not far from 1, so that none but relevance can hide a much better answer. Nothing here knows any listing by name. Likeness to what stands first
 * can only be known when something does, so everything is ordered twice.
 * The weights were set on one half of the judged set and checked on the other (`test/relevance`).
 */
import {AGE_BANDS, type Space} from './document-schema.ts';
import type {Leaning, Recognised} from './understand.ts';
import type {Want} from './wants.ts';

export const WEIGHTS = {
  /** How well a listing answers a need, by the place the need has among the needs it is for; the last stands for all after it. */
  need: [0.8, 0.68, 0.6, 0.6],
  /** When its main kind of service is not one that usually answers the need. */
  unusualKind: 0.85,
  /** When a single telling word was typed, that word itself tells more than the need behind it. */
  needOfOneWord: 0.6,
  /** How well a listing of a kind that was named answers, when it is its main kind and when it is not. */
  kind: [0.86, 0.72],
  /** How much the topic (need or kind) counts beside the listing's own words, when a topic was recognised: less for a name than for a story. */
  topic: {name: 0.3, sentence: 0.37, alone: 0.8},
  /** What answers a second need or kind beside the best counts this much of that as well. */
  alsoTopic: 0.2,
  /** How well a listing says the very words of a need or of a kind, by the place that has among what it is for. */
  saidByNeed: [0.35, 0.3, 0.25],
  saidByKind: [0.2, 0.15],
  /** When only the engine sees a likeness in the words (a typo), its score counts this much. */
  engineText: 0.3,
  /** How much the small words count when there are no others. */
  smallWords: 0.3,
  /** Above 1 sets what has all the words of a name further above what has some: a name is meant whole, of a story some words are enough. */
  wholeName: 1.5,
  /** Above 1 makes relevance count for more beside the rest. */
  sharpness: 1,

  /** What the words lean to, sure or not, lifts a listing by up to these shares. */
  leaning: {need: 0.25, kind: 0.2},
  /** A listing whose name holds every word that was typed. */
  named: 2.2,
  /** What is in every way like the first answers is lifted by this share: more for a story, whose own words say less. */
  likeness: {name: 1, sentence: 1.4},
  /** What the words only lean to, where it fills a page, counts this much as a topic of its own. */
  filler: 0.1,
  /** What is of two kinds is this share less of each, and what is of three or more twice that. */
  manyKinds: 0.04,

  /** At this share of the distance asked for, nearness has fallen half-way to its floor. */
  halfWay: 0.4,
  /** Nearness at a very long distance: a far answer still beats a wrong one. */
  farthest: 0.5,
  /** What covers the place asked about counts like something this share of the distance away. */
  coversLike: 0.35,

  space: {open: 1, limited: 0.99, unknown: 0.98, 'waiting-list': 0.95, full: 0.92} satisfies Record<Space, number>,
  /** Details nobody has confirmed for a year may be wrong. */
  stale: 0.94,

  /** Whoever is in trouble can ring from anywhere, and today: what answers by telephone is lifted by this share. */
  byPhone: 0.1,

  /** Each wish granted (free, on a Tuesday, for carers) lifts a listing by this share; an age it does not take drops it. */
  wishGranted: 0.14,
  /** The same for an age: the more, the fewer of the six bands of age the listing takes (one, two, three, more). */
  meantForAge: [0.3, 0.25, 0.1, 0],
  /** What is for people nobody named, and whom the topic does not suggest, stands this share lower. */
  forOthers: 0.2,
  wrongAge: 0.3,
  /** What takes nobody of the age that people spoken of are ('pensioners', 'kids'), and is not for them otherwise. */
  wrongForAudience: 0.6,
};
type Weights = typeof WEIGHTS;

const STALE_AFTER_DAYS = 365;

export interface Candidate {
  number: number;
  /** The engine's own score for the words, 0 to 1; null when it was not found by words. */
  textScore: number | null;
  /** How well its words match by our own measure (`terms.ts`), 0 to 1. */
  textMatch: number;
  /** The needs asked for that it answers: 0 is its main one, and how sure we are that the words mean it, 0 to 1. */
  needs: (Recognised & {position: number; isUsualKind: boolean})[];
  /** The kinds of service named that it is: 0 is its main one. */
  types: (Recognised & {position: number})[];
  /** How many kinds of service it is. */
  kindCount: number;
  /** How far the words lean to its needs and to its kinds, 0 to 1. */
  leans: {need: number; kind: number};
  /** Whether it only fills a page that would not be full: see `fill-page.ts`. */
  isFiller: boolean;
  /** Whether its name holds every word that was typed, and those do not name a kind of service. */
  isNamed: boolean;
  miles: number | null;
  coversHere: boolean;
  /** Everything it can be filtered by. */
  tokens: string[];
  /** The ages it takes, in whole years, both included. */
  ages: [number, number];
  space: Space;
  checkedOn: string | null;
}

export interface RankingQuestion {
  sort: 'best' | 'nearest' | 'checked';
  within: number | null;
  hasPlace: boolean;
  wants: Want[];
  /** How many telling words were typed. */
  wordCount: number;
  /** Whether a need or a kind of service was recognised. */
  hasTopic: boolean;
  /** Whether a story was told rather than a name given. */
  isSentence: boolean;
  /** Whether something is wrong: see `understand.ts`. */
  isTrouble: boolean;
  /** 'YYYY-MM-DD' */
  today: string;
}

/**
 * 0 to 1: how well it answers. Its topic (the better of the need and the kind of service that were recognised) and its own words are weighed
 * together; adding need to kind would only say the same thing twice. With nothing asked everything answers equally well.
 */
export function relevance(
  {textScore, textMatch, needs, types}: Candidate,
  {wordCount, hasTopic, isSentence}: Pick<RankingQuestion, 'wordCount' | 'hasTopic' | 'isSentence'>,
  weights = WEIGHTS,
): number {
  // 'A club': nothing to find by, yet what calls itself a club comes first.
  if (wordCount === 0 && !hasTopic) return 1 - weights.smallWords * (1 - textMatch);
  const ofWords = wordCount === 1 ? weights.needOfOneWord : 1;
  const byNeed = needs.map(
    ({position, confidence, isUsualKind}) =>
      (weights.need[position] ?? weights.need.at(-1)!) * confidence * (isUsualKind ? 1 : weights.unusualKind) * ofWords,
  );
  const byKind = types.map(({position, confidence}) => weights.kind[position === 0 ? 0 : 1]! * confidence);
  const text = Math.max(textMatch, (textScore ?? 0) * weights.engineText) ** (isSentence ? 1 : weights.wholeName);
  const [topic = 0, next = 0] = [...byNeed, ...byKind].sort((a, b) => b - a);
  const share = weights.topic[wordCount === 0 ? 'alone' : isSentence ? 'sentence' : 'name'];
  return (hasTopic ? share * (topic + weights.alsoTopic * next) + (1 - share) * text : text) ** weights.sharpness;
}

/** 0 to 1: how well what a listing is for says a word that its text may not have. */
export function saidByTopics(
  word: string,
  needs: Candidate['needs'],
  types: Candidate['types'],
  weights = WEIGHTS,
): number {
  let best = 0;
  for (const {position, standsFor, isUsualKind} of needs) {
    const worth = weights.saidByNeed[Math.min(position, weights.saidByNeed.length - 1)]!;
    best = Math.max(best, (standsFor.get(word) ?? 0) * worth * (isUsualKind ? 1 : weights.unusualKind));
  }
  for (const {position, standsFor} of types) {
    best = Math.max(best, (standsFor.get(word) ?? 0) * weights.saidByKind[position === 0 ? 0 : 1]!);
  }
  return best;
}

/** How far the words lean to what a listing is for and what it is: the best of each, less for what it is only second or third. */
export function leansTo(needs: string[], kinds: string[], leaning: Leaning, weights = WEIGHTS): Candidate['leans'] {
  const best = (keys: string[], shares: Map<string, number>, worth: number[]) =>
    keys.reduce(
      (most, key, place) => Math.max(most, ((shares.get(key) ?? 0) * (worth[place] ?? worth.at(-1)!)) / worth[0]!),
      0,
    );
  return {need: best(needs, leaning.needs, weights.need), kind: best(kinds, leaning.types, weights.kind)};
}

/** Above 1 for what the words lean to, less for what is many kinds at once. */
export function leaning({leans, kindCount, isNamed}: Candidate, weights = WEIGHTS): number {
  return (
    (isNamed ? weights.named : 1) *
    (1 + weights.leaning.need * leans.need) *
    (1 + weights.leaning.kind * leans.kind) *
    (1 - weights.manyKinds * Math.min(2, Math.max(0, kindCount - 1)))
  );
}

/** `farthest` to 1. `within` is the distance asked for in miles (null: any, treated as 10). */
function nearness(miles: number | null, coversHere: boolean, within: number | null, weights = WEIGHTS): number {
  const scale = within ?? 10;
  const counted = Math.min(miles ?? Infinity, coversHere ? scale * weights.coversLike : Infinity);
  if (counted === Infinity) return weights.farthest;
  return weights.farthest + (1 - weights.farthest) / (1 + counted / (scale * weights.halfWay));
}

/** 0 to 1: full, waiting and stale listings stand lower. */
export function standing(space: Space, checkedOn: string | null, today: string, weights = WEIGHTS): number {
  return weights.space[space] * (isStale(checkedOn, today) ? weights.stale : 1);
}

function isStale(checkedOn: string | null, today: string): boolean {
  return checkedOn === null || Date.parse(today) - Date.parse(checkedOn) > STALE_AFTER_DAYS * 86_400_000;
}

/** Above 1 in trouble for what can be had at once. */
const atHand = (tokens: string[], isTrouble: boolean, weights = WEIGHTS): number =>
  isTrouble && tokens.includes('how:phone') ? 1 + weights.byPhone : 1;

/** Around 1: how well it suits for whom, when, how and at what cost, as far as the words and filters said. */
export function fit({tokens, ages}: Pick<Candidate, 'tokens' | 'ages'>, wants: Want[], weights = WEIGHTS): number {
  const grants = ({anyOf}: Want) => anyOf.some((token) => tokens.includes(token));
  const isForThem = wants.some((want) => !want.isAge && want.anyOf.some(isAudience) && grants(want));
  let factor = 1;
  for (const want of wants) {
    if (want.isAge) factor *= fitOfAge(want, ages, weights);
    else if (grants(want)) factor *= 1 + weights.wishGranted;
    else if (!isForThem && !want.isUnsure && takesNone(want, ages)) factor *= weights.wrongForAudience;
  }
  return factor;
}

/** More, the fewer other ages it takes; less, the smaller the part is that it takes of the ages wanted. */
function fitOfAge({anyOf}: Want, ages: Candidate['ages'], weights: Weights): number {
  const bands = AGE_BANDS.filter(({key}) => anyOf.includes(`age:${key}`));
  const part = Math.max(0, ...bands.map(({from, to}) => yearsShared([from, to], ages) / (to - from + 1)));
  const others = AGE_BANDS.filter(({from, to}) => yearsShared([from, to], ages) > 0).length;
  const whole = 1 + weights.meantForAge[Math.min(Math.max(1, others), weights.meantForAge.length) - 1]!;
  return weights.wrongAge + (whole - weights.wrongAge) * Math.sqrt(part);
}

/** Whether somebody is spoken of who is of a certain age, and nobody of that age is taken. */
function takesNone({anyOf}: Want, ages: Candidate['ages']): boolean {
  const theirs = anyOf.flatMap((token) => (YEARS_OF[token] ? [YEARS_OF[token]] : []));
  return theirs.length > 0 && theirs.every((years) => yearsShared(years, ages) === 0);
}

const yearsShared = (one: [number, number], other: [number, number]) =>
  Math.max(0, Math.min(one[1], other[1]) - Math.max(one[0], other[0]) + 1);

/** How old those are who are called so. */
const YEARS_OF: Record<string, [number, number]> = {
  'audience:older-people': [65, 120],
  'audience:babies-and-toddlers': [0, 4],
  'audience:children': [0, 12],
  'audience:young-people': [12, 24],
};

/** Of the listings mainly for what was asked (all, when nothing was), the share that each audience has: a topic suggests whom it is for. */
export function audienceShares(candidates: Candidate[]): Map<string, number> {
  const asked = candidates.filter(({isFiller}) => !isFiller);
  const onTopic = asked.filter(({needs, types}) => [...needs, ...types].some(({position}) => position === 0));
  const counted = onTopic.length > 0 ? onTopic : asked;
  const shares = new Map<string, number>();
  for (const {tokens} of counted) {
    for (const token of tokens.filter(isAudience)) shares.set(token, (shares.get(token) ?? 0) + 1 / counted.length);
  }
  return shares;
}

/** At most 1: less for what is only for people whom neither the words nor the topic suggest. */
function openness(tokens: string[], wants: Want[], shares: Map<string, number>, weights = WEIGHTS): number {
  const audiences = tokens.filter(isAudience);
  if (audiences.length === 0 || wants.some(({anyOf}) => anyOf.some((token) => audiences.includes(token)))) return 1;
  const suggested = Math.max(...audiences.map((token) => shares.get(token) ?? 0));
  return 1 - weights.forOthers * Math.max(0, 1 - suggested / USUAL_SHARE);
}

const isAudience = (token: string) => token.startsWith('audience:');
/** An audience that this share of the listings on a topic have is usual for it. */
const USUAL_SHARE = 0.4;

/** How alike a candidate is to some, 0 to 1: see `likeness.ts`. */
type Likeness = (candidate: Candidate) => number;

/** The order in which people see them. `likenessTo` tells how alike each is to those that stand first when its likeness is left aside. */
export function rank(
  candidates: Candidate[],
  question: RankingQuestion,
  likenessTo: (first: Candidate[]) => Likeness,
  weights = WEIGHTS,
): Candidate[] {
  const weighed = weigh(candidates, question, weights);
  const first = inOrder(weighed, question.sort);
  if (question.sort !== 'best') return first;
  const likeness = likenessTo(first);
  const weight = weights.likeness[question.isSentence ? 'sentence' : 'name'];
  for (const one of weighed) one.score *= 1 + weight * likeness(one.candidate);
  return inOrder(weighed, question.sort);
}

interface Weighed {
  candidate: Candidate;
  score: number;
}

/** Everything but likeness. */
function weigh(candidates: Candidate[], question: RankingQuestion, weights: Weights): Weighed[] {
  const {within, hasPlace, wants, today, isTrouble} = question;
  const shares = audienceShares(candidates);
  return candidates.map((candidate) => ({
    candidate,
    score:
      relevance(candidate, question, weights) *
      (hasPlace ? nearness(candidate.miles, candidate.coversHere, within, weights) : 1) *
      standing(candidate.space, candidate.checkedOn, today, weights) *
      atHand(candidate.tokens, isTrouble, weights) *
      fit(candidate, wants, weights) *
      openness(candidate.tokens, wants, shares, weights) *
      leaning(candidate, weights),
  }));
}

/** Ties go to the lower number, so that the order never depends on the engine's. */
function inOrder(weighed: Weighed[], sort: RankingQuestion['sort']): Candidate[] {
  const keyOf: Record<RankingQuestion['sort'], (one: Weighed) => number> = {
    best: ({score}) => score,
    // What has no address there comes after everything that has.
    nearest: ({candidate}) => -(candidate.miles ?? Infinity),
    checked: ({candidate}) => (candidate.checkedOn ? Date.parse(candidate.checkedOn) : -Infinity),
  };
  return weighed
    .map((one) => ({...one, key: keyOf[sort](one)}))
    .sort((a, b) => compare(b.key, a.key) || compare(b.score, a.score) || a.candidate.number - b.candidate.number)
    .map(({candidate}) => candidate);
}

/** Unlike subtraction, this orders infinities. */
const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);

/** The engine's own tie-break, 0 to 100, for when there is no place to be near. A document keeps it until it next changes, so it leaves age out. */
export function quality({space, checkedOn}: {space: Space; checkedOn: string | null}): number {
  return Math.round(WEIGHTS.space[space] * (checkedOn ? 100 : 90));
}
