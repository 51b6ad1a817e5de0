/** Everything that tells how a case turned out, for whoever may see the case. That it was looked at is in the audit. */
import type {ISql, Sql} from '../../../db/client.ts';
import {lookAtCase, type CaseHeader} from '../cases/case-header.server.ts';
import {londonClock, type CalendarDate} from '../dates/calendar-date.ts';
import type {Asker} from '../people/staff-request.ts';
import type {AnsweredBy, LinkSent, TakenHow} from './measure-choices.ts';
import type {OUTCOME_VERDICTS, OutcomeDomain, ServiceUse, USE_SOURCES} from './outcome-domains.ts';
import type {Answers} from './scale-schema.ts';
import {allSchedules} from './scales.server.ts';
import type {Occasion} from './occasions.ts';
import {listDue, type Due} from './schedule.ts';

export interface TakenMeasure {
  id: string;
  scale: string;
  scaleVersion: string;
  occasion: Occasion;
  takenOn: CalendarDate;
  how: TakenHow;
  answeredBy: AnsweredBy;
  answers: Answers;
  scores: Record<string, number>;
  recordedByName: string | null;
  struckReason: string | null;
}

export interface CaseMeasures {
  header: CaseHeader;
  /** Oldest first, struck ones too. */
  measures: TakenMeasure[];
  due: Due[];
  asks: {id: string; scales: string[]; occasion: Occasion; sentBy: LinkSent; askedAt: Date; expiresAt: Date}[];
  use: {service: ServiceUse; side: 'before' | 'after'; times: number; source: keyof typeof USE_SOURCES}[];
  domains: {domain: OutcomeDomain; verdict: keyof typeof OUTCOME_VERDICTS}[];
}

/** What was measured and asked in a case, and what is due; null where the viewer sees no such case. */
export function getCaseMeasures(
  sql: Sql,
  asker: Asker,
  caseId: string,
  today: CalendarDate,
): Promise<CaseMeasures | null> {
  return lookAtCase(sql, asker, caseId, 'measures_viewed', async (tx, header) => {
    const measures = await listMeasures(tx, caseId);
    const [asks, use, domains] = await Promise.all([
      tx<CaseMeasures['asks']>`
        select id, scales, occasion, sent_by, asked_at, expires_at
        from measure_asks
        where case_id = ${caseId} and ended_at is null and expires_at > now()
        order by asked_at desc
        limit 20
      `,
      tx<CaseMeasures['use']>`
        select service, side, times, source from case_service_use where case_id = ${caseId} order by service, side desc
      `,
      tx<CaseMeasures['domains']>`select domain, verdict from case_outcomes where case_id = ${caseId} order by domain`,
    ]);
    const days = {
      openedOn: londonClock(header.openedAt).date,
      closedOn: header.closedAt && londonClock(header.closedAt).date,
      needs: header.needs,
    };
    const standing = measures.filter(({struckReason}) => struckReason === null);
    return {header, measures, due: listDue(allSchedules(), days, standing, today), asks, use, domains};
  });
}

async function listMeasures(tx: ISql, caseId: string): Promise<TakenMeasure[]> {
  // As text: the client would turn the keys of a JSON value into camel case.
  const rows = await tx<(Omit<TakenMeasure, 'answers' | 'scores'> & {answers: string; scores: string | null})[]>`
    select
      measures.id,
      measures.scale,
      measures.scale_version,
      measures.occasion,
      measures.taken_on::text as taken_on,
      measures.how,
      measures.answered_by,
      measures.answers::text as answers,
      (
        select json_object_agg(score, value)::text from measure_scores where measure_scores.measure_id = measures.id
      ) as scores,
      staff.name as recorded_by_name,
      measures.struck_reason
    from measures
    left join staff on staff.id = measures.recorded_by
    where measures.case_id = ${caseId}
    order by measures.taken_on, measures.recorded_at
    limit 300
  `;
  return rows.map(({answers, scores, ...row}) => ({
    ...row,
    answers: JSON.parse(answers) as Answers,
    scores: scores ? (JSON.parse(scores) as Record<string, number>) : {},
  }));
}
