/** Rounds in which everything compared takes its turn, so that a busy minute of the machine weighs on all of it alike. */
import {median, type LoadTimes} from './load-run.ts';

export interface Contender {
  name: string;
  run(): Promise<LoadTimes> | LoadTimes;
}

export interface Round {
  times: Record<string, LoadTimes>;
  /** Means of the canaries before and after, in milliseconds. */
  canaries: Record<string, number>;
  isKept: boolean;
}

/** A canary that moves more than this, either way, says that the machine was busy with something else. */
const MOST_MOVED = 2;
/** How many rounds may be run again in place of those discarded. */
const SPARE_ROUNDS = 3;

/**
 * Runs rounds until `wanted` of them can be kept, or the spare ones are used up. The order turns round every time
 * (A B C, C B A). A round is discarded when a canary differs more than twofold from its median over all rounds.
 */
export async function runRounds(
  contenders: Contender[],
  canaries: Record<string, () => Promise<number>>,
  wanted: number,
): Promise<Round[]> {
  const rounds: Round[] = [];
  while (rounds.filter((round) => round.isKept).length < wanted && rounds.length < wanted + SPARE_ROUNDS) {
    const before = await measureAll(canaries);
    const times: Record<string, LoadTimes> = {};
    const inTurn = rounds.length % 2 === 0 ? contenders : [...contenders].reverse();
    for (const contender of inTurn) times[contender.name] = await contender.run();
    const after = await measureAll(canaries);
    const means = Object.fromEntries(Object.keys(before).map((name) => [name, (before[name]! + after[name]!) / 2]));
    rounds.push({times, canaries: means, isKept: true});
    judge(rounds);
  }
  return rounds;
}

async function measureAll(canaries: Record<string, () => Promise<number>>): Promise<Record<string, number>> {
  const times: Record<string, number> = {};
  for (const [name, measure] of Object.entries(canaries)) times[name] = await measure();
  return times;
}

function judge(rounds: Round[]): void {
  const names = Object.keys(rounds[0]!.canaries);
  const usual = new Map(names.map((name) => [name, median(rounds.map((round) => round.canaries[name]!))]));
  for (const round of rounds) {
    round.isKept = names.every((name) => {
      const moved = round.canaries[name]! / usual.get(name)!;
      return moved <= MOST_MOVED && moved >= 1 / MOST_MOVED;
    });
  }
}

export interface Ratio {
  median: number;
  least: number;
  most: number;
}

/** How many times as long one takes as the other, round by round. */
export function ratioOf(rounds: Round[], one: string, other: string, of: 'p50' | 'p95'): Ratio | null {
  const kept = rounds.filter(({isKept, times}) => isKept && times[one] && times[other]);
  if (kept.length === 0) return null;
  const ratios = kept.map(({times}) => times[one]![of] / times[other]![of]);
  return {median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios)};
}

/** The middle of each figure over the rounds that were kept. */
export function middleOf(rounds: Round[], name: string): LoadTimes | null {
  const kept = rounds.flatMap(({isKept, times}) => (isKept && times[name] ? [times[name]] : []));
  if (kept.length === 0) return null;
  const middle = (key: keyof LoadTimes) => median(kept.map((times) => times[key]));
  return {
    p50: middle('p50'),
    p95: middle('p95'),
    p99: middle('p99'),
    mean: middle('mean'),
    perSecond: middle('perSecond'),
    count: kept.reduce((total, times) => total + times.count, 0),
    bytes: middle('bytes'),
  };
}
