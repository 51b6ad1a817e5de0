/**
 * The ordering rules for the engine and the fallback alike. A listing's score is
 *
 *   relevance × nearness × standing × atHand × fit × openness × leaning × likeness
 *
 * each not far from 1, so that none but relevance can hide a much better answer. Nothing here knows any listing by name. Likeness to what stands first
 * can only be known when something does, so that comes last. What counts for how much is said in `weights.ts`.
 */
import type {Candidate, RankingQuestion} from './candidate.ts';
import type {Space} from '../document-schema.ts';
import {audienceShares, makeFit, makeOpenness} from './fit.ts';
import {FIRST} from './likeness.ts';
import {putAmongFirst} from './put-among-first.ts';
import {leaning, relevance} from './relevance.ts';
import {WEIGHTS, type Weights} from './weights.ts';

const STALE_AFTER_DAYS = 365;
const DAY_MS = 86_400_000;

/** `farthest` to 1. `within` is the distance asked for in miles (null: any, treated as 10). */
function nearness(miles: number | null, coversHere: boolean, within: number | null, weights = WEIGHTS): number {
  const scale = within ?? 10;
  const counted = Math.min(miles ?? Infinity, coversHere ? scale * weights.coversLike : Infinity);
  if (counted === Infinity) return weights.farthest;
  return weights.farthest + (1 - weights.farthest) / (1 + counted / (scale * weights.halfWay));
}

/** 0 to 1: full, waiting and stale listings stand lower. `staleBefore` is the day before which a check no longer counts. */
export function standing(space: Space, checkedOn: string | null, staleBefore: string, weights = WEIGHTS): number {
  return weights.space[space] * (checkedOn === null || checkedOn < staleBefore ? weights.stale : 1);
}

/** Details checked before this day are stale today. Both are 'YYYY-MM-DD'. */
export const staleBefore = (today: string): string =>
  new Date(Date.parse(today) - STALE_AFTER_DAYS * DAY_MS).toISOString().slice(0, 10);

/** Above 1 in trouble for what can be had at once. */
const atHand = (tokens: string[], isTrouble: boolean, weights = WEIGHTS): number =>
  isTrouble && tokens.includes('how:phone') ? 1 + weights.byPhone : 1;

/** How alike a candidate is to some, 0 to 1: see `likeness.ts`. */
type Likeness = (candidate: Candidate) => number;

/** The order in which people see them. `likenessTo` tells how alike each is to the few that stand first when its likeness is left aside. */
export function rank(
  candidates: Candidate[],
  question: RankingQuestion,
  likenessTo: (first: Candidate[]) => Likeness,
  weights = WEIGHTS,
): Candidate[] {
  const weighed = weigh(candidates, question, weights);
  if (question.sort === 'best') {
    const likeness = likenessTo(firstOf(weighed, FIRST).map(({candidate}) => candidate));
    const weight = weights.likeness[question.isSentence ? 'sentence' : 'name'];
    for (const one of weighed) one.score = one.key = one.score * (1 + weight * likeness(one.candidate));
  }
  const ordered = weighed.sort(inOrder).map(({candidate}) => candidate);
  return question.sort === 'best' ? inTurns(ordered, question.turns) : ordered;
}

/**
 * 'Debt and depression' asks for two things: what answers the one and what answers the other take turns, each in its own order, so that neither stands
 * behind all of the other. What answers neither stays where it is.
 */
function inTurns(ordered: Candidate[], needs: string[]): Candidate[] {
  if (needs.length < 2) return ordered;
  const answers = (candidate: Candidate, need: string) => candidate.needs.some(({key}) => key === need);
  const queues = needs.map((need) => ordered.filter((candidate) => answers(candidate, need)));
  const taken = new Set<Candidate>();
  let turn = 0;
  const next = () => {
    for (;;) {
      const one = queues[turn++ % queues.length]!.shift();
      if (one && !taken.has(one)) return taken.add(one) && one;
    }
  };
  const takesPart = new Set(queues.flat());
  return ordered.map((candidate) => (takesPart.has(candidate) ? next() : candidate));
}

interface Weighed {
  candidate: Candidate;
  score: number;
  /** What it is ordered by before its score. */
  key: number;
}

/** Everything but likeness. */
function weigh(candidates: Candidate[], question: RankingQuestion, weights: Weights): Weighed[] {
  const {within, hasPlace, wants, today, isTrouble, sort} = question;
  const stale = staleBefore(today);
  const fit = makeFit(wants, weights);
  const openness = makeOpenness(wants, audienceShares(candidates), weights);
  return candidates.map((candidate) => {
    const score =
      relevance(candidate, question, weights) *
      (hasPlace ? nearness(candidate.miles, candidate.coversHere, within, weights) : 1) *
      standing(candidate.space, candidate.checkedOn, stale, weights) *
      atHand(candidate.tokens, isTrouble, weights) *
      fit(candidate) *
      openness(candidate) *
      leaning(candidate, weights);
    return {candidate, score, key: KEY_OF[sort](candidate, score)};
  });
}

const KEY_OF: Record<RankingQuestion['sort'], (candidate: Candidate, score: number) => number> = {
  best: (_candidate, score) => score,
  // What has no address there comes after everything that has.
  nearest: ({miles}) => -(miles ?? Infinity),
  checked: ({checkedOn}) => (checkedOn ? Date.parse(checkedOn) : -Infinity),
};

/** Ties go to the lower number, so that the order never depends on the engine's. */
const inOrder = (a: Weighed, b: Weighed): number =>
  compare(b.key, a.key) || compare(b.score, a.score) || a.candidate.number - b.candidate.number;

/** Unlike subtraction, this orders infinities. */
const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);

/** The first few in order, without putting all the others in order behind them. */
function firstOf(weighed: Weighed[], count: number): Weighed[] {
  const first: Weighed[] = [];
  for (const one of weighed) putAmongFirst(first, one, count, inOrder);
  return first;
}

/** The engine's own tie-break, 0 to 100, for when there is no place to be near. A document keeps it until it next changes, so it leaves age out. */
export function quality({space, checkedOn}: {space: Space; checkedOn: string | null}): number {
  return Math.round(WEIGHTS.space[space] * (checkedOn ? 100 : 90));
}
