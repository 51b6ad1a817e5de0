/**
 * A made-up caseload, day by day: who asks, who is reached after how many tries, how often they meet, and how it ends.
 * Pure, and the same for the same seed. In the shape of Leeds: 5,000 referrals a year, of whom 70 to 75 % engage.
 */
import {chanceFrom, type Chance} from '../calls/chance.ts';
import type {CloseReason, Mode, Tier} from '../../cases/case-choices.ts';
import type {DeclineReason, Source, Urgency} from '../../referrals/referral-choices.ts';
import {ATTEMPT_NOTES, FIRST_NOTES, NEEDS, NEXT_STEPS, NOTES, OUTCOMES, PAUSES} from './made-words.ts';

interface MadeContact {
  at: Date;
  mode: Mode;
  wasReached: boolean;
  minutes: number | null;
  note: string;
}

export interface MadeCase {
  tier: Tier;
  openedAt: Date;
  status: 'referred' | 'contact_attempted' | 'active' | 'follow_up' | 'paused' | 'closed';
  /** Of the workers of its provider; null: nobody has claimed it yet. */
  worker: number | null;
  contacts: MadeContact[];
  nextStep: string | null;
  nextStepOn: Date | null;
  pauseReason: string | null;
  pausedUntil: Date | null;
  closedAt: Date | null;
  closeReason: CloseReason | null;
  outcome: string | null;
}

export interface MadeReferral {
  madeAt: Date;
  /** Which of the providers, and which it was passed on to. */
  provider: number;
  passedTo: number | null;
  /** Who it is about: several referrals may be about one. */
  person: number;
  source: Source;
  urgency: Urgency;
  needs: string[];
  status: 'received' | 'more_asked' | 'declined' | 'accepted';
  decidedAt: Date | null;
  declineReason: DeclineReason | null;
  case: MadeCase | null;
}

interface CaseloadWanted {
  seed: number;
  until: Date;
  days: number;
  referrals: number;
  /** How many walk at each provider: referrals come to it in that measure. */
  walkers: readonly number[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const SOURCES = [
  ['gp', 46],
  ['self', 17],
  ['social_care', 9],
  ['hospital', 6],
  ['voluntary', 6],
  ['someone_else', 5],
  ['housing', 4],
  ['job_centre', 3],
  ['fire', 2],
  ['pharmacy', 1],
  ['police', 1],
] as const satisfies (readonly [Source, number])[];
const URGENCIES = [
  ['routine', 86],
  ['soon', 11],
  ['urgent', 3],
] as const satisfies (readonly [Urgency, number])[];
const DECLINES = [
  ['not_wanted', 30],
  ['already_helped', 20],
  ['other_help_better', 25],
  ['out_of_area', 15],
  ['cannot_reach', 10],
] as const satisfies (readonly [DeclineReason, number])[];
const FIRST_MODES = [
  ['phone', 72],
  ['home', 10],
  ['surgery', 12],
  ['video', 3],
  ['text', 3],
] as const satisfies (readonly [Mode, number])[];
const MODES = [
  ['phone', 50],
  ['home', 15],
  ['community_venue', 16],
  ['surgery', 6],
  ['text', 5],
  ['group', 4],
  ['video', 2],
  ['email', 2],
] as const satisfies (readonly [Mode, number])[];
/** Minutes, about. */
const LENGTHS: Partial<Record<Mode, number>> = {
  phone: 20,
  home: 55,
  community_venue: 60,
  surgery: 30,
  video: 30,
  group: 75,
};
const ENDS = [
  ['goals_met', 68],
  ['not_needed', 10],
  ['no_contact', 7],
  ['declined', 5],
  ['passed_on', 5],
  ['moved', 4],
  ['died', 1],
] as const satisfies (readonly [CloseReason, number])[];
/** How likely somebody who was accepted walks along, by who asked: whoever asks for themselves does most often. */
const ENGAGES: Partial<Record<Source, number>> = {
  self: 0.82,
  someone_else: 0.65,
  police: 0.55,
  hospital: 0.66,
  voluntary: 0.78,
};

/** In the order in which they were made. */
export function makeCaseload({seed, until, days, referrals, walkers}: CaseloadWanted): MadeReferral[] {
  const chance = chanceFrom(seed);
  const from = until.getTime() - days * DAY;
  const moments = Array.from({length: referrals}, () => atWork(chance, from + chance.next() * days * DAY))
    .filter((at) => at < until.getTime())
    .sort((one, other) => one - other);
  const shares = walkers.map((count, place) => [place, count] as const);
  /** Who may ask again: their spell is over. */
  const known: {person: number; provider: number; free: number}[] = [];
  let people = 0;
  return moments.map((moment) => {
    const made = makeReferral(chance, moment, {until: until.getTime(), provider: chance.weighted(shares), walkers});
    const again =
      made.passedTo === null && chance.happens(0.12)
        ? known.findIndex(({provider, free}) => provider === made.provider && free < moment - 20 * DAY)
        : -1;
    made.person = again < 0 ? people++ : known.splice(again, 1)[0]!.person;
    const end = made.case ? made.case.closedAt : made.decidedAt;
    const mayReturn = made.case?.closeReason !== 'died' && made.case?.closeReason !== 'moved';
    if (end && mayReturn && made.passedTo === null && chance.happens(0.4))
      known.push({person: made.person, provider: made.provider, free: end.getTime()});
    return made;
  });
}

/** Into the hours of work of that day, or of the Monday after it. */
function atWork(chance: Chance, moment: number): number {
  const day = Math.floor(moment / DAY) * DAY;
  const weekday = new Date(day).getUTCDay();
  const shift = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return day + shift * DAY + (9 + chance.next() * 8) * HOUR;
}

function makeReferral(
  chance: Chance,
  madeAt: number,
  {until, provider, walkers}: {until: number; provider: number; walkers: readonly number[]},
): MadeReferral {
  const source = chance.weighted(SOURCES);
  const urgency = chance.weighted(URGENCIES);
  const first = chance.weighted(NEEDS);
  const second = chance.happens(0.4) ? chance.weighted(NEEDS) : first;
  const wait = urgency === 'urgent' ? chance.length(0.15, 0.5) : Math.min(12, chance.length(1.1, 0.8));
  const decided = atWork(chance, madeAt + wait * DAY);
  const decidedAt = new Date(Math.max(decided, madeAt + HOUR / 2));
  const isDeclined = chance.happens(0.075);
  const passedTo = walkers.length > 1 && chance.happens(0.025) ? (provider + 1) % walkers.length : null;
  const referral: MadeReferral = {
    madeAt: new Date(madeAt),
    provider,
    passedTo,
    person: -1,
    source,
    urgency,
    needs: first === second ? [first] : [first, second],
    status: 'accepted',
    decidedAt,
    declineReason: null,
    case: null,
  };
  if (decidedAt.getTime() >= until) {
    return {...referral, passedTo: null, status: chance.happens(0.08) ? 'more_asked' : 'received', decidedAt: null};
  }
  if (isDeclined) return {...referral, passedTo: null, status: 'declined', declineReason: chance.weighted(DECLINES)};
  referral.case = makeCase(chance, referral, until, walkers[passedTo ?? provider]!);
  return referral;
}

function makeCase(chance: Chance, referral: MadeReferral, until: number, walkers: number): MadeCase {
  const openedAt = referral.decidedAt!;
  const tier: Tier = chance.happens(0.68) ? 'plan' : 'signposting';
  const made: MadeCase = {
    tier,
    openedAt,
    status: 'referred',
    worker: chance.whole(0, walkers - 1),
    contacts: [],
    nextStep: null,
    nextStepOn: null,
    pauseReason: null,
    pausedUntil: null,
    closedAt: null,
    closeReason: null,
    outcome: null,
  };
  const engages = chance.happens(ENGAGES[referral.source] ?? 0.73);
  let at = atWork(chance, openedAt.getTime() + Math.min(20, chance.length(2.2, 0.7)) * DAY);
  const tries = chance.weighted([
    [0, 55],
    [1, 27],
    [2, 13],
    [3, 5],
  ] as const);
  for (let missed = engages ? tries : chance.whole(2, 4); missed > 0; missed--) {
    if (at >= until) return stillOpen(chance, made, at, 'Ring for the first time');
    made.contacts.push(attempt(chance, at));
    made.status = 'contact_attempted';
    at = atWork(chance, at + chance.length(3.5, 0.5) * DAY);
  }
  if (!engages) return neverWalked(chance, made, at, until);
  const meetings =
    tier === 'plan'
      ? Math.min(18, Math.max(3, Math.round(chance.length(7.5, 0.32))))
      : chance.weighted([
          [1, 20],
          [2, 45],
          [3, 35],
        ] as const);
  for (let meeting = 0; meeting < meetings; meeting++) {
    const isLate = meeting > 0 && at > until - 9 * DAY && chance.happens(0.14);
    if (at >= until || isLate)
      return stillOpen(
        chance,
        made,
        at,
        made.contacts.length === 0 ? 'Ring for the first time' : chance.one(NEXT_STEPS),
      );
    if (meeting > 0 && chance.happens(0.13)) made.contacts.push(attempt(chance, at - 26 * HOUR));
    made.contacts.push(meet(chance, at, meeting === 0));
    made.status = 'active';
    at = atWork(chance, at + chance.length(tier === 'plan' ? 10.5 : 6, 0.45) * DAY);
  }
  return ended(chance, made, at, until, chance.weighted(ENDS));
}

/** Not reached in the end, or reached once and not wanted. */
function neverWalked(chance: Chance, made: MadeCase, at: number, until: number): MadeCase {
  if (at >= until) return stillOpen(chance, made, at, 'Try once more at another time of day');
  if (chance.happens(0.36)) {
    made.contacts.push({...meet(chance, at, true), minutes: 6, note: 'Rang. They would rather not, and that is fine.'});
    return ended(chance, made, at + HOUR, until, 'declined');
  }
  return ended(chance, made, at, until, 'no_contact');
}

function stillOpen(chance: Chance, made: MadeCase, next: number, step: string): MadeCase {
  if (made.status === 'active' && chance.happens(0.05)) {
    const back = new Date(next + chance.whole(8, 30) * DAY);
    return {
      ...made,
      status: 'paused',
      pauseReason: chance.one(PAUSES),
      pausedUntil: back,
      nextStep: step,
      nextStepOn: back,
    };
  }
  const isUnclaimed = made.contacts.length === 0 && chance.happens(0.2);
  return {...made, worker: isUnclaimed ? null : made.worker, nextStep: step, nextStepOn: new Date(next)};
}

function ended(chance: Chance, made: MadeCase, at: number, until: number, reason: CloseReason): MadeCase {
  const follows = made.tier === 'plan' && reason === 'goals_met' && chance.happens(0.12);
  const end = follows ? atWork(chance, at + 30 * DAY) : at;
  if (end >= until) {
    const open = stillOpen(
      chance,
      made,
      end,
      follows ? 'Ask how it goes, four weeks on' : 'Look back together, and close',
    );
    return follows && open.status === 'active' ? {...open, status: 'follow_up'} : open;
  }
  return {
    ...made,
    status: 'closed',
    closedAt: new Date(end),
    closeReason: reason,
    outcome: chance.one(OUTCOMES[reason]!),
  };
}

const attempt = (chance: Chance, at: number): MadeContact => ({
  at: new Date(at),
  mode: chance.happens(0.85) ? 'phone' : 'text',
  wasReached: false,
  minutes: chance.happens(0.6) ? 2 : null,
  note: chance.one(ATTEMPT_NOTES),
});

function meet(chance: Chance, at: number, isFirst: boolean): MadeContact {
  const mode = chance.weighted<Mode>(isFirst ? FIRST_MODES : MODES);
  const usual = LENGTHS[mode];
  const minutes = usual
    ? Math.min(240, Math.max(5, Math.round(chance.length(isFirst ? usual * 1.4 : usual, 0.35) / 5) * 5))
    : null;
  return {at: new Date(at), mode, wasReached: true, minutes, note: chance.one(isFirst ? FIRST_NOTES : NOTES)};
}
