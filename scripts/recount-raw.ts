/** The raw rows from which the figures of walking with people are made again. Nothing is added up or scored here. */
import type {Sql} from '../db/client.ts';
import {within} from '../db/within.ts';

export interface RawReferral {
  id: string;
  provider: string;
  status: string;
  source: string;
  need: string | null;
  area: string | null;
  madeAt: Date;
  day: string;
}
export interface RawCase {
  id: string;
  referralId: string | null;
  provider: string;
  status: string;
  closeReason: string | null;
  source: string;
  tier: string;
  needs: string[];
  area: string | null;
  day: string;
}
interface RawMeasure {
  caseId: string;
  scale: string;
  occasion: string;
  answers: Record<string, unknown>;
}

export interface RawOnward {
  caseId: string;
  provider: string;
  state: string;
  need: string | null;
  attended: number;
  madeAt: Date;
  answeredAt: Date | null;
  day: string;
}

interface RawVerdict {
  caseId: string;
  domain: string;
  verdict: string;
}
interface RawUse {
  caseId: string;
  service: string;
  side: string;
  times: number;
  source: string;
}

interface RawPlan {
  caseId: string;
  number: number;
  goals: {now: number | null; wanted: number | null; tags: string[]}[];
}

export interface Raw {
  referrals: RawReferral[];
  cases: RawCase[];
  onward: RawOnward[];
  /** Moments at which somebody was reached, by case, in order. */
  reached: Map<string, Date[]>;
  /** By case, in the order in which they were taken. */
  measures: Map<string, RawMeasure[]>;
  verdicts: RawVerdict[];
  use: RawUse[];
  plans: RawPlan[];
}

/** Everything that is counted, as the owner of the tables reads it. */
export async function readRaw(sql: Sql): Promise<Raw> {
  const partners = await within(
    sql,
    {purpose: 'sign-in'},
    (tx) => tx<{id: string; name: string}[]>`select id, name from partners`,
  );
  const nameOf = new Map(partners.map(({id, name}) => [id, name]));
  const referrals = await sql<(RawReferral & {partnerId: string})[]>`
    select
      referrals.id, to_partner_id as partner_id, status, source, needs[1] as need,
      coalesce(referrals.outcode, people.outcode) as area, made_at,
      to_char(made_at at time zone 'Europe/London', 'YYYY-MM-DD') as day
    from referrals
    left join people on people.id = referrals.person_id
    where
      status <> 'passed_on'
      and not (held_because is not null and held_until is null)
      and (decline_reason is null or decline_reason <> 'not_a_request')
  `;
  const cases = await sql<(RawCase & {partnerId: string})[]>`
    select
      cases.id, referral_id, cases.partner_id, status, close_reason, source, tier, needs, people.outcode as area,
      to_char(opened_at at time zone 'Europe/London', 'YYYY-MM-DD') as day
    from cases
    join people on people.id = cases.person_id
  `;
  const onward = await sql<(RawOnward & {partnerId: string})[]>`
    select
      case_id, partner_id, state, need_key as need, attended, made_at, answered_at,
      to_char(made_at at time zone 'Europe/London', 'YYYY-MM-DD') as day
    from onward_referrals
  `;
  const contacts = await sql<{caseId: string; at: Date}[]>`
    select case_id, at from case_contacts where was_reached order by at
  `;
  const measures = await sql<(Omit<RawMeasure, 'answers'> & {answers: string})[]>`
    select case_id, scale, occasion, answers::text as answers
    from measures
    where struck_at is null
    order by taken_on, recorded_at, id
  `;
  const verdicts = await sql<RawVerdict[]>`select case_id, domain, verdict from case_outcomes`;
  const use = await sql<RawUse[]>`select case_id, service, side, times, source from case_service_use`;
  const plans = await sql<{caseId: string; number: number; content: string}[]>`
    select case_id, number, content::text as content from plan_versions
  `;
  const reached = new Map<string, Date[]>();
  for (const {caseId, at} of contacts) reached.set(caseId, [...(reached.get(caseId) ?? []), at]);
  const taken = new Map<string, RawMeasure[]>();
  for (const {answers, ...one} of measures) {
    const measure = {...one, answers: JSON.parse(answers) as Record<string, unknown>};
    taken.set(one.caseId, [...(taken.get(one.caseId) ?? []), measure]);
  }
  const named = <Row extends {partnerId: string}>(row: Row) => ({...row, provider: nameOf.get(row.partnerId)!});
  return {
    referrals: referrals.map(named),
    cases: cases.map(named),
    onward: onward.map(named),
    reached,
    measures: taken,
    verdicts,
    use,
    plans: plans.map(({content, ...one}) => ({...one, goals: (JSON.parse(content) as RawPlan).goals})),
  };
}
