/** Cases of a made-up caseload as rows of their tables, with all that hangs on them. Pure. */
import {uuidFrom} from '../../../../db/uuid.ts';
import type {Chance} from '../calls/chance.ts';
import {freeReference} from '../calls/made-reference.ts';
import {getScale} from '../../measures/scales.server.ts';
import {scoreAnswers} from '../../measures/score.ts';
import type {OutcomeDomain} from '../../measures/outcome-domains.ts';
import {makeCarersSurveys, makeLicensed, makeMeasures} from './made-answers.ts';
import {makeOnward, type ServicesByNeed} from './made-onward.ts';
import type {MadeReferral} from './made-caseload.ts';
import {makePlan} from './made-plan.ts';

export interface ProviderStaff {
  partnerId: string;
  partnershipId: string;
  teamId: string | null;
  walkers: readonly string[];
}

export type Row = Record<string, string | number | boolean | Date | null | readonly string[] | object>;
/** By the name of the table, in the order in which they may be put in. */
export type CaseloadRows = Record<(typeof TABLES)[number], Row[]>;
export const TABLES = [
  'referrals',
  'referral_events',
  'cases',
  'case_contacts',
  'case_events',
  'plan_versions',
  'measures',
  'measure_scores',
  'case_outcomes',
  'case_service_use',
  'onward_referrals',
  'gaps',
] as const;

const DAY = 86_400_000;
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
const londonAfternoon = (day: string) => new Date(`${day}T15:30:00Z`);

/** Who somebody is, as a referral tells it. */
export interface MadePerson {
  id: string;
  given: string;
  family: string;
  birthDate: string;
  phone: string | null;
  postcode: string;
  practice: string;
}

const RELATED: Partial<Record<string, OutcomeDomain[]>> = {
  loneliness: ['social_life', 'mood'],
  'carers-support': ['carer_stress', 'mood'],
  debt: ['money'],
  housing: ['home'],
  falls: ['mobility', 'independence'],
};

interface Surroundings {
  until: Date;
  chance: Chance;
  onwardChance: Chance;
  carersChance: Chance;
  licensedChance: Chance;
  services: ServicesByNeed;
  taken: ReadonlySet<string>;
  referralId: string;
  person: MadePerson;
  decider: string;
}

/** Puts a case and what happened in it among the rows. */
export function addCase(
  rows: CaseloadRows,
  number: number,
  referral: MadeReferral,
  holder: ProviderStaff,
  around: Surroundings,
) {
  const {until, chance, referralId, person, decider} = around;
  const made = referral.case!;
  const caseId = uuidFrom(`walk case:${number}`);
  const workerId = made.worker === null ? null : holder.walkers[made.worker]!;
  const by = workerId ?? decider;
  const here = {caseId, partnerId: holder.partnerId};
  const reached = made.contacts.filter(({wasReached}) => wasReached);
  const opened: Row = {
    id: caseId,
    reference: freeReference(around.taken, 'W', number, 7),
    partnershipId: holder.partnershipId,
    partnerId: holder.partnerId,
    teamId: holder.teamId,
    workerId,
    personId: person.id,
    referralId,
    source: referral.source,
    status: made.status,
    tier: made.tier,
    needs: referral.needs,
    phone: person.phone,
    referredAt: referral.madeAt,
    openedAt: made.openedAt,
    firstAttemptAt: made.contacts[0]?.at ?? null,
    firstContactAt: reached[0]?.at ?? null,
    lastContactAt: reached.at(-1)?.at ?? null,
    contacts: reached.length,
    attempts: made.contacts.length - reached.length,
    nextStep: made.nextStep,
    nextStepOn: made.nextStepOn && dayOf(made.nextStepOn),
    noStepReason: null,
    pauseReason: made.pauseReason,
    pausedUntil: made.pausedUntil && dayOf(made.pausedUntil),
    closedAt: made.closedAt,
    closedBy: made.closedAt && by,
    closeReason: made.closeReason,
    outcome: made.outcome,
    planReviewOn: null,
  };
  rows.cases.push(opened);
  const event = (kind: string, at: Date, words: string | null = null) =>
    rows.case_events.push({...here, kind, words, byId: by, at});
  event('opened', made.openedAt);
  if (made.status === 'paused') event('paused', reached.at(-1)!.at, made.pauseReason);
  if (made.closedAt) event('closed', made.closedAt, made.outcome);
  for (const contact of made.contacts)
    rows.case_contacts.push({
      ...here,
      ...contact,
      whoWith: contact.wasReached && chance.happens(0.06) ? 'family' : 'person',
      staffId: by,
      recordedAt: contact.at,
    });
  if (made.tier === 'plan' && reached.length > 2 && chance.happens(0.85))
    opened.planReviewOn = addPlans(rows, around, referral, here, by);
  const taken = [
    ...makeMeasures(chance, referral, until),
    ...makeCarersSurveys(around.carersChance, referral, until),
    ...makeLicensed(around.licensedChance, referral, until),
  ];
  for (const [place, measure] of taken.entries()) {
    const id = uuidFrom(`walk measure:${number}:${place}`);
    const scale = getScale(measure.scale)!;
    const recordedBy = measure.how === 'link' ? null : by;
    rows.measures.push({
      id,
      ...here,
      scaleVersion: scale.version,
      ...measure,
      recordedBy,
      recordedAt: londonAfternoon(measure.takenOn),
    });
    for (const {key, value} of scoreAnswers(scale, measure.answers))
      if (value !== null) rows.measure_scores.push({measureId: id, ...here, score: key, value});
  }
  if (made.closedAt && reached.length > 2) addOutcomes(rows, around, referral, here, by);
  const about = {number, here, partnershipId: holder.partnershipId, by, until, given: person.given};
  const outcode = person.postcode.split(' ')[0]!;
  const onward = makeOnward(around.onwardChance, referral, {...about, outcode}, around.services);
  rows.onward_referrals.push(...onward.onward);
  rows.case_events.push(...onward.events);
  rows.gaps.push(...onward.gaps);
}

/** Returns the day on which the newest is looked at again. */
function addPlans(rows: CaseloadRows, {chance}: Surroundings, {case: made}: MadeReferral, here: Row, by: string) {
  const reached = made!.contacts.filter(({wasReached}) => wasReached);
  const keep = (number: number, at: Date, progress: number) => {
    const reviewOn = dayOf(new Date(at.getTime() + 42 * DAY));
    const content = makePlan(chance, reviewOn, progress);
    rows.plan_versions.push({
      ...here,
      number,
      content,
      agreedBy: chance.happens(0.85) ? 'person' : 'together',
      madeBy: by,
      madeAt: at,
    });
    rows.case_events.push({...here, kind: 'plan', words: `Version ${number}`, byId: by, at});
    return reviewOn;
  };
  const first = keep(1, reached[1]!.at, 0);
  return reached.length > 5 && chance.happens(0.5) ? keep(2, reached[5]!.at, 3) : first;
}

function addOutcomes(rows: CaseloadRows, {chance, until}: Surroundings, referral: MadeReferral, here: Row, by: string) {
  const recordedAt = referral.case!.closedAt!;
  const domains = new Set<OutcomeDomain>([...(RELATED[referral.needs[0]!] ?? ['health']), 'confidence']);
  for (const domain of domains) {
    const verdict = chance.weighted([
      ['improved', 66],
      ['unchanged', 25],
      ['worse', 9],
    ] as const);
    rows.case_outcomes.push({...here, domain, verdict, recordedBy: by, recordedAt});
  }
  if (!chance.happens(0.25)) return;
  const isYearOver = referral.case!.openedAt.getTime() < until.getTime() - 365 * DAY;
  for (const [service, middle] of [
    ['gp', 9],
    ['ae', 1.2],
    ['admissions', 0.5],
  ] as const) {
    const before = chance.count(middle);
    const use = {...here, service, source: 'gp_record', recordedBy: by, recordedAt};
    rows.case_service_use.push({...use, side: 'before', times: before});
    if (isYearOver) rows.case_service_use.push({...use, side: 'after', times: chance.count(middle * 0.75)});
  }
}
