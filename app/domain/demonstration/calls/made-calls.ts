/** A made-up year of calls: plainly fictional, without a name or a story, in the shape of a real one. */
import type {CallDomain, CallerKind, Channel, GapReason} from '../../calls/call-choices.ts';
import type {DispositionKind} from '../../calls/dispositions.ts';
import {chanceFrom, type Chance} from './chance.ts';
import {endingsOf, GAP_REASONS_OF, NEEDS_OF, OTHER_GAP_REASONS} from './endings.ts';
import {hoursBetween, type Hour} from '../../dates/hours.ts';
import {expectedIn} from './shape.ts';

export interface MadeCall {
  startedAt: Date;
  domain: CallDomain;
  /** The main one first; none for a call that was about nothing in particular. */
  needs: string[];
  dispositions: DispositionKind[];
  /** Which of the people it is about, from 0; null for nobody known. */
  person: number | null;
  channel: Channel;
  callerKind: CallerKind;
  talkSeconds: number;
  heldSeconds: number;
  afterSeconds: number;
  /** Which part of the area, as a number from 0 up to 1. */
  place: number;
  gapReason: GapReason | null;
  /** Whose call it is, as a number from 0 up to 1: a few are taken by another organisation. */
  taker: number;
}

interface YearWanted {
  seed: number;
  from: Date;
  until: Date;
  /** About how many calls there are from `from` until `until`. */
  calls: number;
  /** How many people they may be about. */
  people: number;
}

/** The share of calls about somebody who was found or written down. */
const KNOWN: Record<CallDomain, number> = {
  adult_social_care: 0.74,
  health: 0.78,
  mental_health: 0.55,
  carers: 0.66,
  safeguarding: 0.7,
  hospital_discharge: 0.97,
  community: 0.35,
  none: 0.1,
};
/** How likely somebody gets in touch again about the same within seven days. */
const COMES_BACK = 0.085;
/** How likely a first call is the beginning of many within four days. */
const RINGS_AND_RINGS = 0.006;
const HOUR = 3_600_000;

/** The calls in the order in which they came. */
export function makeCalls({seed, from, until, calls, people}: YearWanted): MadeCall[] {
  const chance = chanceFrom(seed);
  const hours = [...hoursBetween(from, until)];
  const parts = hours.map(expectedIn);
  const whole = parts.flat().reduce((sum, {part}) => sum + part, 0);
  const made: MadeCall[] = [];
  /** Who will ring again, by the hour in which they will. */
  const again = new Map<number, MadeCall[]>();
  for (const [place, hour] of hours.entries()) {
    const better = betterThanUsual(hour, until);
    const coming = again.get(hour.at.getTime()) ?? [];
    for (const {domain, part} of parts[place]!) {
      const number = chance.count((part * calls) / whole);
      for (let one = 0; one < number; one++) {
        // Those who ring again are some of those who ring, so the shape of the day stays as it is.
        const index = coming.findIndex((earlier) => earlier.domain === domain);
        const earlier = index < 0 ? null : coming.splice(index, 1)[0]!;
        const call = makeCall(chance, hour, domain, {earlier, people, better});
        if (call.startedAt >= until) continue;
        made.push(call);
        if (call.person !== null) planMore(chance, call, earlier !== null, again);
      }
    }
    // Whoever did not come to it tries an hour later.
    if (coming.length > 0)
      again.set(hour.at.getTime() + HOUR, [...(again.get(hour.at.getTime() + HOUR) ?? []), ...coming]);
  }
  return made.sort((one, other) => one.startedAt.getTime() - other.startedAt.getTime());
}

/** Three things that the chart of the year should find: a better half-year, and one bad week. */
function betterThanUsual({at}: Hour, until: Date): number {
  const weeksAgo = (until.getTime() - at.getTime()) / (7 * 24 * HOUR);
  if (weeksAgo > 38 && weeksAgo <= 39) return -0.09;
  return weeksAgo < 18 ? 0.02 : 0;
}

function makeCall(
  chance: Chance,
  hour: Hour,
  domain: CallDomain,
  {earlier, people, better}: {earlier: MadeCall | null; people: number; better: number},
): MadeCall {
  const person = earlier ? earlier.person : chance.happens(KNOWN[domain]) ? somebody(chance, people) : null;
  const needs = earlier ? earlier.needs : someNeeds(chance, domain);
  const dispositions = endingsOf({domain, isKnown: person !== null, mainNeed: needs[0], better}, chance);
  const isShort = dispositions[0] === 'wrong_number' || dispositions[0] === 'test_call';
  const isGap = dispositions.includes('nothing_suitable');
  return {
    startedAt: new Date(hour.at.getTime() + Math.floor(chance.next() * HOUR)),
    domain,
    needs: isShort ? [] : needs,
    dispositions,
    person: isShort ? null : person,
    channel: domain === 'hospital_discharge' ? 'hospital_discharge' : chance.weighted(CHANNELS),
    callerKind: domain === 'hospital_discharge' ? 'hospital' : chance.weighted(CALLERS),
    talkSeconds: Math.round(
      isShort ? chance.length(40, 0.4) : chance.length(domain === 'mental_health' ? 520 : 330, 0.55),
    ),
    heldSeconds: chance.happens(0.2) ? Math.round(chance.length(45, 0.6)) : 0,
    afterSeconds: Math.round(isShort ? 10 : chance.length(85, 0.5)),
    place: earlier ? earlier.place : chance.next(),
    gapReason: isGap ? chance.weighted(GAP_REASONS_OF[needs[0] ?? ''] ?? OTHER_GAP_REASONS) : null,
    taker: chance.next(),
  };
}

const CHANNELS = [
  ['phone', 78],
  ['professional_line', 12],
  ['email', 4],
  ['web_form', 3],
  ['walk_in', 3],
] as const satisfies (readonly [Channel, number])[];
const CALLERS = [
  ['person', 46],
  ['relative', 22],
  ['carer', 9],
  ['gp', 6],
  ['nurse', 5],
  ['care_home', 4],
  ['friend', 3],
  ['ambulance', 2],
  ['housing', 1],
  ['police', 1],
  ['voluntary', 1],
] as const satisfies (readonly [CallerKind, number])[];

/** Some people need help far more often than others. */
const somebody = (chance: Chance, people: number) => Math.floor(people * chance.next() ** 1.6);

function someNeeds(chance: Chance, domain: CallDomain): string[] {
  const choice = NEEDS_OF[domain];
  if (choice.length === 0) return [];
  const first = chance.weighted(choice);
  const second = chance.happens(0.25) ? chance.weighted(choice) : first;
  return first === second ? [first] : [first, second];
}

function planMore(chance: Chance, call: MadeCall, isAgain: boolean, again: Map<number, MadeCall[]>) {
  const plan = (inHours: number) => {
    const at = Math.floor(call.startedAt.getTime() / HOUR) * HOUR + Math.max(1, Math.round(inHours)) * HOUR;
    again.set(at, [...(again.get(at) ?? []), call]);
  };
  if (!isAgain && chance.happens(RINGS_AND_RINGS)) {
    for (let more = chance.whole(2, 5); more > 0; more--) plan(chance.next() * 90);
  } else if (chance.happens(COMES_BACK)) plan(4 + chance.next() * 150);
}
