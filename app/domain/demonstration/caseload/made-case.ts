/** One case of the made-up caseload: who is reached after how many tries, how often they meet, and how it ends. Pure. */
import type {Chance} from '../calls/chance.ts';
import type {CloseReason, Mode, Tier} from '../../cases/case-choices.ts';
import type {Source} from '../../referrals/referral-choices.ts';
import {ATTEMPT_NOTES, FIRST_NOTES, NEXT_STEPS, NOTES, OUTCOMES, PAUSES} from './made-words.ts';

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

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

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

/** Into the hours of work of that day, or of the Monday after it. */
export function atWork(chance: Chance, moment: number): number {
  const day = Math.floor(moment / DAY) * DAY;
  const weekday = new Date(day).getUTCDay();
  const shift = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return day + shift * DAY + (9 + chance.next() * 8) * HOUR;
}

interface CaseWanted {
  source: Source;
  openedAt: Date;
  until: number;
  /** How many walk at the provider. */
  walkers: number;
}

export function makeCase(chance: Chance, {source, openedAt, until, walkers}: CaseWanted): MadeCase {
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
  const engages = chance.happens(ENGAGES[source] ?? 0.73);
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
