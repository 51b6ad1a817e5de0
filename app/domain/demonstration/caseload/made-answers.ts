/** Made-up answers to measures: most people get better, some do not, some get worse, and some leave an answer out. Pure. */
import type {Chance} from '../calls/chance.ts';
import type {Answers} from '../../measures/scale-schema.ts';
import type {Occasion} from '../../measures/occasions.ts';
import {addMonths} from '../../measures/schedule.ts';
import type {MadeCase} from './made-case.ts';
import type {MadeReferral} from './made-caseload.ts';
import {GOALS} from './made-words.ts';

interface MadeMeasure {
  scale: 'swemwbs' | 'ons4' | 'ucla3' | 'lonely' | 'goals' | 'carers' | 'pam' | 'mycaw';
  occasion: Occasion;
  /** 'YYYY-MM-DD' */
  takenOn: string;
  how: 'worker' | 'paper' | 'link';
  answers: Answers;
}

const DAY = 86_400_000;
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
const ORDER: Occasion[] = ['start', 'review', 'close', 'month_6', 'month_18'];

/** All that was asked in a case so far; nothing where nobody was reached. @param until nothing later than this */
export function makeMeasures(chance: Chance, referral: MadeReferral, until: Date): MadeMeasure[] {
  const made = referral.case;
  const first = made?.contacts.find(({wasReached}) => wasReached);
  const meetings = made?.contacts.filter(({wasReached}) => wasReached).length ?? 0;
  if (!made || !first || meetings < 2 || !chance.happens(made.tier === 'plan' ? 0.85 : 0.35)) return [];
  const isLonely = referral.needs.includes('loneliness');
  /** 0: as bad as can be; 1: as well as can be. Where somebody begins, and where they get to. */
  const begin = 0.36 + bell(chance) * 0.13;
  const gain = chance.happens(0.14) ? -0.04 - chance.next() * 0.12 : 0.06 + chance.next() * 0.24;
  const scales: MadeMeasure['scale'][] = ['swemwbs'];
  if (chance.happens(0.55)) scales.push('ons4');
  if (isLonely) scales.push('ucla3', 'lonely');
  if (made.tier === 'plan' && chance.happens(0.5)) scales.push('goals');
  const goal = chance.one(GOALS)[1];
  return whenAsked(chance, made, first.at, isLonely)
    .filter(({on}) => on < dayOf(until))
    .sort((one, other) => ORDER.indexOf(one.occasion) - ORDER.indexOf(other.occasion))
    .flatMap(({occasion, on, part}) =>
      scales
        .filter((scale) =>
          occasion.startsWith('month') ? scale === 'ucla3' || scale === 'lonely' : isAsked(scale, occasion),
        )
        .map((scale) => ({
          scale,
          occasion,
          takenOn: on,
          how:
            scale === 'goals'
              ? ('worker' as const)
              : chance.weighted([
                  ['worker', 78],
                  ['paper', 12],
                  ['link', 10],
                ] as const),
          answers: answer(chance, scale, begin + gain * part, goal),
        })),
    );
}

/**
 * The carers' survey, for whoever cares for somebody: at the start, at the review and at the end.
 * @param chance of its own, so that the rest stays as it was made before
 */
export function makeCarersSurveys(chance: Chance, referral: MadeReferral, until: Date): MadeMeasure[] {
  const made = referral.case;
  const first = made?.contacts.find(({wasReached}) => wasReached);
  if (!made || !first || referral.needs[0] !== 'carers-support' || !chance.happens(0.7)) return [];
  const begin = 0.4 + bell(chance) * 0.15;
  const gain = chance.happens(0.2) ? -0.1 - chance.next() * 0.1 : 0.08 + chance.next() * 0.22;
  return whenAsked(chance, made, first.at, false)
    .filter(({on}) => on < dayOf(until))
    .map(({occasion, on, part}) => ({
      scale: 'carers',
      occasion,
      takenOn: on,
      how: chance.happens(0.7) ? 'worker' : 'paper',
      answers: answer(chance, 'carers', begin + gain * part, ''),
    }));
}

const CONCERNS = ['My knees hurt when I walk', 'I lie awake and worry', 'I do not dare to go out by myself'];

/**
 * Activation or somebody's own concerns, in some cases with a plan: numbers as a licensed tool might give them.
 * @param chance of its own, so that the rest stays as it was made before
 */
export function makeLicensed(chance: Chance, referral: MadeReferral, until: Date): MadeMeasure[] {
  const made = referral.case;
  const first = made?.contacts.find(({wasReached}) => wasReached);
  if (!made || !first || made.tier !== 'plan' || !chance.happens(0.12)) return [];
  const scale = chance.happens(0.5) ? 'pam' : 'mycaw';
  const begin = 0.4 + bell(chance) * 0.15;
  const gain = chance.happens(0.2) ? -0.05 - chance.next() * 0.1 : 0.05 + chance.next() * 0.2;
  const concern = chance.one(CONCERNS);
  return whenAsked(chance, made, first.at, false)
    .filter(({on}) => on < dayOf(until))
    .map(({occasion, on, part}) => ({
      scale,
      occasion,
      takenOn: on,
      how: 'worker',
      answers: answer(chance, scale, begin + gain * part, concern),
    }));
}

/** Loneliness is measured after 0, 6 and 18 months. */
const isAsked = (scale: MadeMeasure['scale'], occasion: Occasion) =>
  occasion === 'start' || (scale !== 'ucla3' && scale !== 'lonely');

/** `part`: how much of the way somebody has come by then. */
function whenAsked(chance: Chance, made: MadeCase, first: Date, isLonely: boolean) {
  const asked: {occasion: Occasion; on: string; part: number}[] = [{occasion: 'start', on: dayOf(first), part: 0}];
  const later = (days: number) => dayOf(new Date(made.openedAt.getTime() + days * DAY));
  const opened = dayOf(made.openedAt);
  const isOpenThen = !made.closedAt || made.closedAt.getTime() > made.openedAt.getTime() + 44 * DAY;
  if (isOpenThen && chance.happens(0.62))
    asked.push({occasion: 'review', on: later(40 + chance.whole(0, 9)), part: 0.6});
  if (made.closedAt && chance.happens(made.closeReason === 'goals_met' ? 0.8 : 0.25))
    asked.push({occasion: 'close', on: dayOf(made.closedAt), part: 1});
  if (isLonely && chance.happens(0.58)) asked.push({occasion: 'month_6', on: addMonths(opened, 6), part: 0.95});
  if (isLonely && chance.happens(0.4)) asked.push({occasion: 'month_18', on: addMonths(opened, 18), part: 0.8});
  return asked.filter(({on}) => on >= opened);
}

const bell = (chance: Chance) => chance.next() + chance.next() + chance.next() + chance.next() - 2;

/** One answer on a line, around how well somebody is, with the wobble that answers have. */
function on(chance: Chance, well: number, from: number, to: number, wobble = 0.12): number {
  const place = from + (well + bell(chance) * wobble) * (to - from);
  return Math.min(to, Math.max(from, Math.round(place)));
}

/** @param words of a goal or a concern, the same each time */
function answer(chance: Chance, scale: MadeMeasure['scale'], well: number, words: string): Answers {
  switch (scale) {
    case 'pam': {
      const score = on(chance, well, 0, 1000) / 10;
      return {score, level: Math.min(4, 1 + Math.floor(score / 25)), algorithm: 'Made up'};
    }
    case 'mycaw':
      return {concern_1: words, rated_1: on(chance, 1 - well, 0, 6), wellbeing: on(chance, 1 - well, 0, 6)};
    case 'swemwbs': {
      const keys = ['future', 'useful', 'relaxed', 'problems', 'thinking', 'close', 'decide'];
      const leaves = chance.happens(0.05) ? chance.one(keys) : null;
      return Object.fromEntries(keys.filter((key) => key !== leaves).map((key) => [key, on(chance, well, 1, 5)]));
    }
    case 'ons4':
      return {
        satisfied: on(chance, well + 0.1, 0, 10),
        worthwhile: on(chance, well + 0.12, 0, 10),
        happy: on(chance, well + 0.08, 0, 10),
        ...(chance.happens(0.04) ? {} : {anxious: on(chance, 1 - well, 0, 10)}),
      };
    case 'ucla3':
      return Object.fromEntries(
        ['companionship', 'left_out', 'isolated'].map((key) => [key, on(chance, 1 - well, 1, 3, 0.2)]),
      );
    case 'lonely':
      return {lonely: on(chance, well, 1, 5)};
    case 'carers': {
      const keys = ['time', 'control', 'self_care', 'safe', 'people', 'support'];
      const leaves = chance.happens(0.05) ? chance.one(keys) : null;
      return Object.fromEntries(keys.filter((key) => key !== leaves).map((key) => [key, on(chance, well, 0, 2, 0.25)]));
    }
    case 'goals':
      return {goal_1: words, now_1: on(chance, well * 1.6 - 0.3, 0, 10)};
  }
}
