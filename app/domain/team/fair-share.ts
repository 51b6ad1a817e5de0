/**
 * Who walks with whom, suggested: a pure rule that a lead reads, changes and confirms. It decides nothing.
 *
 * Each case in turn, the urgent before others and then whoever has waited longest:
 * 1. Whoever is away that day, takes nobody new, or has no room is left out.
 * 2. Where a case needs a language that one of them speaks, only those who speak it stay.
 * 3. Fair share: those stay who are no more than a quarter of their room fuller than the emptiest of them.
 * 4. Of these, who fits best: the person's practice (8), its network of practices (4), where they live (2), a need (1).
 * 5. Who fits alike: the emptiest, then by name.
 *
 * What was suggested counts as theirs for the next case.
 */
import type {CalendarDate} from '../dates/calendar-date.ts';
import {roomOf, type Week} from './room.ts';

export interface ToGive {
  id: string;
  outcode: string | null;
  practice: string | null;
  language: string | null;
  needs: readonly string[];
  isUrgent: boolean;
  waitingSince: Date;
}

export interface Candidate extends Week {
  id: string;
  name: string;
  open: number;
  takesNew: boolean;
  /** Days they are away, both included. */
  leaves: readonly {from: CalendarDate; until: CalendarDate}[];
  outcodes: readonly string[];
  practices: readonly string[];
  networks: readonly string[];
  languages: readonly string[];
  needs: readonly string[];
}

/** A network of practices (a PCN) by its name, with the practices that belong to it. */
type Networks = Readonly<Record<string, readonly string[]>>;

type Fit = 'practice' | 'network' | 'area' | 'need';

export interface Suggestion {
  caseId: string;
  /** Null where nobody can take it. */
  workerId: string | null;
  /** Why this one: what fits, in order of weight. */
  fits: Fit[];
  /** The language that decided, if one did; or that nobody with room speaks. */
  language: {name: string; isSpoken: boolean} | null;
  /** Open cases before this one, and their room; null with nobody. */
  load: {open: number; room: number} | null;
}

/** How much fuller than the emptiest one may be and still be chosen for a better fit, as a part of their room. */
const FAIR_SPAN = 0.25;
const WEIGHTS: Readonly<Record<Fit, number>> = {practice: 8, network: 4, area: 2, need: 1};

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
const among = (list: readonly string[], one: string) => list.some((each) => same(each, one));

/** In the order of `cases`. @param day on which they are given out */
export function shareOut(
  cases: readonly ToGive[],
  candidates: readonly Candidate[],
  networks: Networks,
  day: CalendarDate,
): Suggestion[] {
  const open = new Map(candidates.map((one) => [one.id, one.open]));
  const fullness = (one: Candidate) => open.get(one.id)! / roomOf(one);
  const there = candidates.filter(
    ({takesNew, leaves}) => takesNew && !leaves.some(({from, until}) => from <= day && day <= until),
  );
  const inTurn = cases.toSorted(
    (one, other) =>
      Number(other.isUrgent) - Number(one.isUrgent) ||
      one.waitingSince.getTime() - other.waitingSince.getTime() ||
      one.id.localeCompare(other.id),
  );
  const found = new Map<string, Suggestion>();
  for (const one of inTurn) {
    const withRoom = there.filter((each) => fullness(each) < 1);
    const {chosenFrom, language} = byLanguage(withRoom, one.language);
    const emptiest = Math.min(...chosenFrom.map(fullness));
    const [best] = chosenFrom
      .filter((each) => fullness(each) <= emptiest + FAIR_SPAN)
      .map((each) => ({each, fits: fitsOf(each, one, networks)}))
      .toSorted(
        (first, second) =>
          weigh(second.fits) - weigh(first.fits) ||
          fullness(first.each) - fullness(second.each) ||
          first.each.name.localeCompare(second.each.name, 'en-GB') ||
          first.each.id.localeCompare(second.each.id),
      );
    const load = best ? {open: open.get(best.each.id)!, room: roomOf(best.each)} : null;
    found.set(one.id, {caseId: one.id, workerId: best?.each.id ?? null, fits: best?.fits ?? [], language, load});
    if (best) open.set(best.each.id, load!.open + 1);
  }
  return cases.map(({id}) => found.get(id)!);
}

function byLanguage(candidates: readonly Candidate[], wanted: string | null) {
  if (wanted === null || same(wanted, 'English')) return {chosenFrom: candidates, language: null};
  const speaking = candidates.filter(({languages}) => among(languages, wanted));
  const isSpoken = speaking.length > 0;
  return {chosenFrom: isSpoken ? speaking : candidates, language: {name: wanted, isSpoken}};
}

const weigh = (fits: readonly Fit[]) => fits.reduce((sum, fit) => sum + WEIGHTS[fit], 0);

function fitsOf(one: Candidate, {practice, outcode, needs}: ToGive, networks: Networks): Fit[] {
  const isOfNetwork = (name: string) =>
    practice !== null && Object.entries(networks).some(([key, its]) => same(key, name) && among(its, practice));
  return [
    practice !== null && among(one.practices, practice) && ('practice' as const),
    one.networks.some(isOfNetwork) && ('network' as const),
    outcode !== null && among(one.outcodes, outcode) && ('area' as const),
    needs.some((need) => one.needs.includes(need)) && ('need' as const),
  ].filter((fit): fit is Fit => fit !== false);
}

const FIT_WORDS: Readonly<Record<Fit, string>> = {
  practice: 'their practice',
  network: 'their network of practices',
  area: 'where they live',
  need: 'what they need',
};

/** The reason as a lead reads it, such as 'Fits where they live. Walks with 31, room for 56.' */
export function reasonWords({workerId, fits, language, load}: Suggestion): string {
  const spoken =
    language && (language.isSpoken ? `Speaks ${language.name}.` : `Nobody with room speaks ${language.name}.`);
  if (workerId === null || !load) return 'Nobody has room today.';
  const fit =
    fits.length > 0
      ? `Fits ${fits.map((one) => FIT_WORDS[one]).join(', ')}.`
      : 'Has the most room of those who are there.';
  return [spoken, fit, `Walks with ${load.open}, room for ${load.room}.`].filter(Boolean).join(' ');
}
