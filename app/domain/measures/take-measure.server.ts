/** Measures that a worker writes down: asked face to face, or answered on paper before. */
import type {ISql, Sql} from '../../../db/client.ts';
import {inCase, type Done} from '../cases/in-case.server.ts';
import type {CalendarDate} from '../dates/calendar-date.ts';
import type {Sender} from '../people/staff-request.ts';
import type {AnsweredBy} from './measure-choices.ts';
import type {Answers, Scale} from './scale-schema.ts';
import {scoreAnswers} from './score.ts';
import type {Occasion} from './occasions.ts';

export interface NewMeasure {
  scale: Scale;
  occasion: Occasion;
  takenOn: CalendarDate;
  how: 'worker' | 'paper';
  answeredBy: AnsweredBy;
  answers: Answers;
}

/**
 * Writes a measure down with the scores made of it. `taken`: on that occasion it has been answered already, perhaps by the
 * person's own link meanwhile.
 */
export function takeMeasure(
  sql: Sql,
  form: Sender,
  caseId: string,
  {scale, occasion, takenOn, how, answeredBy, answers}: NewMeasure,
): Promise<Done<'taken'>> {
  return inCase<Done<'taken'>>(sql, form, caseId, 'measure_taken', async (tx) => {
    const {staffId, partnerId} = form.viewer;
    const [made] = await tx<{id: string}[]>`
      insert into measures (case_id, partner_id, scale, scale_version, occasion, taken_on, how, answered_by, answers, recorded_by)
      values (
        ${caseId}, ${partnerId}, ${scale.key}, ${scale.version}, ${occasion}, ${takenOn}, ${how}, ${answeredBy},
        ${tx.json(answers)}, ${staffId}
      )
      on conflict do nothing
      returning id
    `;
    if (!made) return {outcome: {ok: false, reason: 'taken'}};
    const scores = scoreAnswers(scale, answers).filter(({value}) => value !== null);
    if (scores.length > 0) {
      await tx`
        insert into measure_scores ${tx(
          scores.map(({key, value}) => ({measureId: made.id, caseId, partnerId, score: key, value})),
        )}
      `;
    }
    await noteInCase(tx, form, caseId, scale.key);
    return {outcome: {ok: true}, details: {scale: scale.key, occasion, how}};
  });
}

/** Takes a measure out of account that was a mistake. It stays, with the reason, and may be taken again. */
export function strikeMeasure(
  sql: Sql,
  form: Sender,
  caseId: string,
  {measureId, reason}: {measureId: string; reason: string},
): Promise<Done> {
  return inCase<Done>(sql, form, caseId, 'measure_struck', async (tx) => {
    const {count} = await tx`
      update measures
      set struck_by = ${form.viewer.staffId}, struck_at = now(), struck_reason = ${reason}
      where id = ${measureId} and case_id = ${caseId} and struck_at is null
    `;
    if (count === 0) return {outcome: {ok: false, reason: 'gone'}};
    return {outcome: {ok: true}, details: {measure: measureId}};
  });
}

/** One more line in what happened in the case. */
const noteInCase = (tx: ISql, {viewer}: Sender, caseId: string, words: string) => tx`
  insert into case_events (case_id, partner_id, kind, words, by_id)
  values (${caseId}, ${viewer.partnerId}, 'measure', ${words}, ${viewer.staffId})
`;
