/** For whom and when: how well a listing suits those who ask. */
import type {Candidate} from './candidate.ts';
import {AGE_BANDS} from '../document-schema.ts';
import type {Want} from '../understanding/wants.ts';
import {WEIGHTS, type Weights} from './weights.ts';

/** Around 1: how well it suits for whom, when, how and at what cost, as far as the words and filters said. */
export function makeFit(wants: Want[], weights = WEIGHTS): (candidate: Pick<Candidate, 'tokens' | 'ages'>) => number {
  const asked = wants.map((want) => ({
    ...want,
    namesThem: !want.isAge && want.anyOf.some(isAudience),
    theirYears: want.anyOf.flatMap((token) => (YEARS_OF[token] ? [YEARS_OF[token]] : [])),
    bands: AGE_BANDS.filter(({key}) => want.anyOf.includes(`age:${key}`)),
  }));
  return ({tokens, ages}) => {
    const grants = ({anyOf}: Want) => anyOf.some((token) => tokens.includes(token));
    const isForThem = asked.some((want) => want.namesThem && grants(want));
    let factor = 1;
    for (const want of asked) {
      if (want.isAge) factor *= fitOfAge(want.bands, ages, weights);
      else if (grants(want)) factor *= 1 + (isPlain(want) ? weights.plainWishGranted : weights.wishGranted);
      else if (!isForThem && !want.isUnsure && takesNone(want.theirYears, ages)) factor *= weights.wrongForAudience;
    }
    return factor;
  };
}

/** More, the fewer other ages it takes; less, the smaller the part is that it takes of the ages wanted. */
function fitOfAge(bands: {from: number; to: number}[], ages: Years, weights: Weights): number {
  const part = Math.max(0, ...bands.map(({from, to}) => yearsShared([from, to], ages) / (to - from + 1)));
  const others = AGE_BANDS.filter(({from, to}) => yearsShared([from, to], ages) > 0).length;
  const whole = 1 + weights.meantForAge[Math.min(Math.max(1, others), weights.meantForAge.length) - 1]!;
  return weights.wrongAge + (whole - weights.wrongAge) * Math.sqrt(part);
}

type Years = [number, number];

/** Whether somebody is spoken of who is of a certain age, and nobody of that age is taken. */
const takesNone = (theirs: Years[], ages: Years): boolean =>
  theirs.length > 0 && theirs.every((years) => yearsShared(years, ages) === 0);

const yearsShared = (one: Years, other: Years) =>
  Math.max(0, Math.min(one[1], other[1]) - Math.max(one[0], other[0]) + 1);

/** How old those are who are called so. */
const YEARS_OF: Record<string, Years> = {
  'audience:older-people': [65, 120],
  'audience:babies-and-toddlers': [0, 4],
  'audience:children': [0, 12],
  'audience:young-people': [12, 24],
};

/** Of the listings mainly for what was asked (all, when nothing was), the share that each audience has: a topic suggests whom it is for. */
export function audienceShares(candidates: Candidate[]): Map<string, number> {
  const asked = candidates.filter(({isFiller}) => !isFiller);
  const isMainly = ({position}: {position: number}) => position === 0;
  const onTopic = asked.filter(({needs, types}) => needs.some(isMainly) || types.some(isMainly));
  const counted = onTopic.length > 0 ? onTopic : asked;
  const shares = new Map<string, number>();
  for (const {audiences} of counted) {
    for (const token of audiences) shares.set(token, (shares.get(token) ?? 0) + 1 / counted.length);
  }
  return shares;
}

/** At most 1: less for what is only for people whom neither the words nor the topic suggest. */
export function makeOpenness(
  wants: Want[],
  shares: Map<string, number>,
  weights = WEIGHTS,
): (candidate: Pick<Candidate, 'audiences'>) => number {
  const named = new Set(wants.flatMap(({anyOf}) => anyOf));
  return ({audiences}) => {
    if (audiences.length === 0 || audiences.some((token) => named.has(token))) return 1;
    const suggested = Math.max(...audiences.map((token) => shares.get(token) ?? 0));
    return 1 - weights.forOthers * Math.max(0, 1 - suggested / USUAL_SHARE);
  };
}

/** A day or a language: on another day or in another language it will not do, where 'free' and 'for carers' are wished for. */
const isPlain = ({anyOf}: Want): boolean => anyOf.some((token) => /^(?:day|language):/.test(token));

export const isAudience = (token: string) => token.startsWith('audience:');
/** An audience that this share of the listings on a topic have is usual for it. */
const USUAL_SHARE = 0.4;
