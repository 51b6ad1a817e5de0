/**
 * A made-up caseload, day by day: who asks, who is reached after how many tries, how often they meet, and how it ends.
 * Pure, and the same for the same seed. In the shape of Leeds: 5,000 referrals a year, of whom 70 to 75 % engage.
 */
import {chanceFrom, type Chance} from '../calls/chance.ts';
import type {DeclineReason, Source, Urgency} from '../../referrals/referral-choices.ts';
import {atWork, DAY, HOUR, makeCase, type MadeCase} from './made-case.ts';
import {NEEDS} from './made-words.ts';

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
  referral.case = makeCase(chance, {source, openedAt: decidedAt, until, walkers: walkers[passedTo ?? provider]!});
  return referral;
}
