/**
 * The figures of walking with people, made again from raw rows: contacts one by one, answers as they were given. It shares
 * no code with the product's figures, nor the counts and scores that the product keeps, so that what is wrong there is not
 * wrong here as well.
 */
import type {Raw, RawCase, RawReferral} from './recount-raw.ts';
import {scoreOf} from './recount-scores.ts';

export type By = 'all' | 'provider' | 'source' | 'tier' | 'need' | 'area';

export interface Span {
  from: string;
  to: string;
}

/** From referral to engaged, by the name of the group. */
export function recountWalking({referrals, cases, reached}: Raw, {from, to}: Span, by: By) {
  const caseOf = new Map(cases.map((one) => [one.referralId, one]));
  const groups = new Map<string, {rows: RawReferral[]; hours: number[]; engaged: number; closed: number[]}>();
  for (const referral of referrals) {
    if (referral.day < from || referral.day > to) continue;
    const opened = caseOf.get(referral.id);
    const name = {
      all: 'all',
      provider: referral.provider,
      source: referral.source,
      tier: opened?.tier ?? 'not decided',
      need: referral.need ?? 'none',
      area: referral.area ?? 'not known',
    }[by];
    const group = groups.get(name) ?? {rows: [], hours: [], engaged: 0, closed: []};
    groups.set(name, group);
    group.rows.push(referral);
    const times = opened ? (reached.get(opened.id) ?? []) : [];
    if (!opened || times.length === 0) continue;
    group.hours.push((times[0]!.getTime() - referral.madeAt.getTime()) / 3_600_000);
    if (times.length > 1 || opened.closeReason !== 'declined') group.engaged += 1;
    if (opened.status === 'closed') group.closed.push(times.length);
  }
  return [...groups].map(([name, {rows, hours, engaged, closed}]) => ({
    name,
    referred: rows.length,
    waiting: rows.filter(({status}) => status === 'received' || status === 'more_asked').length,
    declined: rows.filter(({status}) => status === 'declined').length,
    engaged,
    reached: hours.length,
    medianHours: middle(hours),
    closed: closed.length,
    contactsOfClosed: closed.reduce((sum, one) => sum + one, 0),
  }));
}

/** Where a case is counted. */
export const groupOf = (one: RawCase, by: By): string =>
  ({
    all: 'all',
    provider: one.provider,
    source: one.source,
    tier: one.tier,
    need: one.needs[0] ?? 'none',
    area: one.area ?? 'not known',
  })[by];

/** First against latest score, by the name of the group. `needed`: a smaller change counts as none. */
export function recountMeasure(
  {cases, measures}: Raw,
  {from, to}: Span,
  by: By,
  {
    scale,
    score,
    isHigherBetter,
    needed,
  }: {scale: string; score: string; isHigherBetter: boolean; needed: number | null},
) {
  const groups = new Map<string, {people: number; pairs: [number, number][]}>();
  for (const one of cases) {
    if (one.day < from || one.day > to) continue;
    const points = (measures.get(one.id) ?? [])
      .filter((measure) => measure.scale === scale)
      .map(({answers}) => scoreOf(scale, score, answers))
      .filter((value) => value !== null);
    if (points.length === 0) continue;
    const name = groupOf(one, by);
    const group = groups.get(name) ?? {people: 0, pairs: []};
    groups.set(name, group);
    group.people += 1;
    if (points.length > 1) group.pairs.push([points[0]!, points.at(-1)!]);
  }
  return [...groups].map(([name, {people, pairs}]) => ({name, people, ...pairCounts(pairs, isHigherBetter, needed)}));
}

export function pairCounts(pairs: [number, number][], isHigherBetter: boolean, needed: number | null) {
  const changes = pairs.map(([first, latest]) => latest - first);
  const gains = changes.map((change) => Math.round((isHigherBetter ? change : -change) * 1e6) / 1e6);
  const least = needed ?? Number.MIN_VALUE;
  const mean = average(changes);
  return {
    both: pairs.length,
    improved: gains.filter((gain) => gain >= least).length,
    worse: gains.filter((gain) => gain <= -least).length,
    unchanged: gains.filter((gain) => Math.abs(gain) < least).length,
    meanChange: mean,
    variance:
      mean === null || changes.length < 2
        ? null
        : changes.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (changes.length - 1),
  };
}

export const average = (numbers: number[]) =>
  numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

export function middle(numbers: number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((one, other) => one - other);
  const half = (sorted.length - 1) / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2;
}
