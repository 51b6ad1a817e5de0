/**
 * The ordering rules, all of them, for the engine and the fallback alike. A listing's score is
 *
 *   relevance × nearness × standing × fit
 *
 * each not far from 1, so that none but relevance can hide a much better answer. Nothing here knows any listing by name.
 */
import type {Space} from './document-schema.ts';
import type {Want} from './wants.ts';

/** How well a listing answers a need, by the place the need has among the needs it is for. */
const NEED_RELEVANCE = [0.8, 0.68, 0.6, 0.54];
const NEED_RELEVANCE_LAST = 0.48;
/** When its main kind of service is not one that usually answers the need. */
const UNUSUAL_KIND = 0.85;
/** How well a listing of a kind that was named answers, when it is its main kind and when it is not. */
const KIND_RELEVANCE = [0.86, 0.72];
/** The most that words alone can say. */
const TEXT_RELEVANCE = 0.85;

/** At this share of the distance asked for, nearness has fallen half-way to its floor. */
const HALF_WAY = 0.5;
/** Nearness at a very long distance: a far answer still beats a wrong one. */
const FARTHEST = 0.7;
/** What covers the place asked about counts like something this share of the distance away. */
const COVERS_LIKE = 0.35;

/** Each wish granted (free, on a Tuesday, for carers) lifts a listing by this share; an age it does not take drops it by the other. */
const WISH_GRANTED = 0.12;
const WRONG_AGE = 0.6;
/** A listing meant for some people only, when nobody said they are among them. */
const FOR_OTHERS = 0.94;

const SPACE_STANDING: Record<Space, number> = {open: 1, limited: 0.99, unknown: 0.97, 'waiting-list': 0.92, full: 0.86};
/** Details nobody has confirmed for a year may be wrong. */
export const STALE_AFTER_DAYS = 365;
const STALE_STANDING = 0.9;

export interface Candidate {
  number: number;
  /** The engine's own score for the words, 0 to 1; null when it was not found by words. */
  textScore: number | null;
  /** The needs asked for that it answers: 0 is its main one, and how sure we are that the words mean it, 0 to 1. */
  needs: {position: number; confidence: number; isUsualKind: boolean}[];
  /** The kinds of service named that it is: 0 is its main one. */
  types: {position: number; confidence: number}[];
  miles: number | null;
  coversHere: boolean;
  /** Everything it can be filtered by. */
  tokens: string[];
  space: Space;
  checkedOn: string | null;
}

/**
 * 0 to 1: how well it answers the words. Evidence of several kinds adds up like independent chances (1 − the product of what each leaves open).
 * Without words, needs or kinds everything answers equally well.
 */
export function relevance({textScore, needs, types}: Candidate): number {
  if (textScore === null && needs.length === 0 && types.length === 0) return 1;
  const byNeed = Math.max(
    0,
    ...needs.map(
      ({position, confidence, isUsualKind}) =>
        (NEED_RELEVANCE[position] ?? NEED_RELEVANCE_LAST) * confidence * (isUsualKind ? 1 : UNUSUAL_KIND),
    ),
  );
  const byKind = Math.max(0, ...types.map(({position, confidence}) => KIND_RELEVANCE[position === 0 ? 0 : 1]! * confidence));
  const byText = (textScore ?? 0) * TEXT_RELEVANCE;
  return 1 - (1 - byNeed) * (1 - byKind) * (1 - byText);
}

/** FARTHEST to 1. `within` is the distance asked for in miles (null: any, treated as 10). */
export function nearness(miles: number | null, coversHere: boolean, within: number | null): number {
  const scale = within ?? 10;
  const counted = Math.min(miles ?? Infinity, coversHere ? scale * COVERS_LIKE : Infinity);
  if (counted === Infinity) return FARTHEST;
  return FARTHEST + (1 - FARTHEST) / (1 + counted / (scale * HALF_WAY));
}

/** 0 to 1: full, waiting and stale listings stand lower. `today` is 'YYYY-MM-DD'. */
export function standing(space: Space, checkedOn: string | null, today: string): number {
  return SPACE_STANDING[space] * (isStale(checkedOn, today) ? STALE_STANDING : 1);
}

export function isStale(checkedOn: string | null, today: string): boolean {
  return checkedOn === null || Date.parse(today) - Date.parse(checkedOn) > STALE_AFTER_DAYS * 86_400_000;
}

/** Around 1: how well it suits for whom, when, how and at what cost, as far as the words said. */
export function fit(tokens: string[], wants: Want[]): number {
  let factor = 1;
  for (const want of wants) {
    if (want.anyOf.some((token) => tokens.includes(token))) factor *= 1 + WISH_GRANTED;
    else if (want.isExclusive) factor *= WRONG_AGE;
  }
  const audiences = tokens.filter((token) => token.startsWith('audience:'));
  const isNamed = audiences.some((token) => wants.some((want) => want.anyOf.includes(token)));
  return audiences.length > 0 && !isNamed ? factor * FOR_OTHERS : factor;
}

export interface RankingQuestion {
  sort: 'best' | 'nearest' | 'checked';
  within: number | null;
  hasPlace: boolean;
  wants: Want[];
  today: string;
}

/** The order in which people see them. Ties go to the lower number, so that the order never depends on the engine's. */
export function rank(candidates: Candidate[], {sort, within, hasPlace, wants, today}: RankingQuestion): Candidate[] {
  const score = (candidate: Candidate) =>
    relevance(candidate) *
    (hasPlace ? nearness(candidate.miles, candidate.coversHere, within) : 1) *
    standing(candidate.space, candidate.checkedOn, today) *
    fit(candidate.tokens, wants);
  const keyOf: Record<RankingQuestion['sort'], (candidate: Candidate) => number> = {
    best: score,
    // What has no address there comes after everything that has.
    nearest: (candidate) => -(candidate.miles ?? Infinity),
    checked: (candidate) => (candidate.checkedOn ? Date.parse(candidate.checkedOn) : -Infinity),
  };
  return candidates
    .map((candidate) => ({candidate, key: keyOf[sort](candidate), score: score(candidate)}))
    .sort(
      (a, b) =>
        compare(b.key, a.key) || compare(b.score, a.score) || a.candidate.number - b.candidate.number,
    )
    .map(({candidate}) => candidate);
}

/** Unlike subtraction, this orders infinities. */
const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);

/** The engine's own tie-break, 0 to 100, for when there is no place to be near. A document keeps it until it next changes, so it leaves age out. */
export function quality({space, checkedOn}: {space: Space; checkedOn: string | null}): number {
  return Math.round(SPACE_STANDING[space] * (checkedOn ? 100 : 90));
}
