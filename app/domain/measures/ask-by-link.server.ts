/** Scales asked by a private link: whoever has it answers without an account, and learns nothing about anybody. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {hashToken, keyedHash} from '../access/secrets.server.ts';
import {inCase, type Done} from '../cases/in-case.server.ts';
import type {CalendarDate} from '../dates/calendar-date.ts';
import {sendMessage} from '../messages/send-message.server.ts';
import {measureMessage} from '../messages/texts.ts';
import type {Sender} from '../people/staff-request.ts';
import {LINK_DAYS, type LinkSent} from './measure-choices.ts';
import type {Answers, Scale} from './scale-schema.ts';
import {scoreAnswers} from './score.ts';
import type {Occasion} from './occasions.ts';

export interface NewAsk {
  scales: string[];
  occasion: Occasion;
  sentBy: LinkSent;
  /** Where it goes, when it is sent from here. */
  to: string | null;
  siteAddress: string;
  siteSecret: string;
}

export type Asked =
  /** The link to pass on; null where it is in the post instead. */
  | {ok: true; link: string | null}
  /** The record says that nothing may be sent there, or they do not want it. */
  | {ok: false; reason: 'gone' | 'not_safe' | 'refused'};

/**
 * Makes the link, and puts it into the post where it is sent from here. The link itself is kept nowhere: its token is drawn
 * from the number of the form and the secret of the site, so a form that is sent twice shows the same link twice.
 */
export async function askByLink(
  sql: Sql,
  form: Sender,
  caseId: string,
  {scales, occasion, sentBy, to, siteAddress, siteSecret}: NewAsk,
): Promise<Asked> {
  const token = keyedHash(siteSecret, 'measure link', form.submission).toString('base64url');
  const link = `${siteAddress}/answer/${token}`;
  const outcome = await inCase<Done<'not_safe' | 'refused'>>(
    sql,
    form,
    caseId,
    'measure_asked',
    async (tx, {personId}) => {
      if (sentBy !== 'by_hand') {
        const [row] = await tx<{unsafe: 'not_safe' | 'refused' | null}[]>`
        select unsafe_to_send(${personId}, ${sentBy}, ${to}) as unsafe
      `;
        if (row?.unsafe) return {outcome: {ok: false, reason: row.unsafe}};
      }
      await tx`
      insert into measure_asks (case_id, partner_id, token_hash, scales, occasion, sent_by, asked_by, expires_at)
      values (
        ${caseId}, ${form.viewer.partnerId}, ${hashToken(token)}, ${scales}, ${occasion}, ${sentBy}, ${form.viewer.staffId},
        now() + make_interval(days => ${LINK_DAYS})
      )
    `;
      if (sentBy !== 'by_hand' && to) {
        const {subject, body} = measureMessage({link, days: LINK_DAYS});
        const head = sentBy === 'email' ? {subject} : {};
        await sendMessage(tx, {channel: sentBy, to, ...head, body, partnerId: form.viewer.partnerId});
      }
      return {outcome: {ok: true}, details: {scales, occasion, by: sentBy}};
    },
  );
  return outcome.ok ? {ok: true, link: sentBy === 'by_hand' ? link : null} : outcome;
}

/** Ends a link before its time. */
export function withdrawAsk(sql: Sql, form: Sender, caseId: string, askId: string) {
  return inCase<Done>(sql, form, caseId, 'measure_asked', async (tx) => {
    const {count} = await tx`
      update measure_asks set ended_at = now() where id = ${askId} and case_id = ${caseId} and ended_at is null
    `;
    return count === 0
      ? {outcome: {ok: false, reason: 'gone'}}
      : {outcome: {ok: true}, details: {ask: askId, withdrawn: true}};
  });
}

/** What a link asks: the keys of its scales, in order, and which have been answered. Null when it holds no more. */
export function openAsk(
  {sql, address}: {sql: Sql; address: string | null},
  token: string,
): Promise<{scales: string[]; answered: string[]; expiresAt: Date} | null> {
  return within(sql, {purpose: 'answer', address}, async (tx) => {
    const [ask] = await tx<{scales: string[]; answered: string[]; expiresAt: Date}[]>`
      select scales, answered, expires_at from open_measure_ask(${hashToken(token)})
    `;
    return ask ?? null;
  });
}

/** Writes down one scale of a link. Sent twice it is one. False when the link holds no more. */
export function answerAsk(
  {sql, address}: {sql: Sql; address: string | null},
  token: string,
  {scale, answers, today}: {scale: Scale; answers: Answers; today: CalendarDate},
): Promise<boolean> {
  const scores = Object.fromEntries(
    scoreAnswers(scale, answers).flatMap(({key, value}) => (value === null ? [] : [[key, value]])),
  );
  return within(sql, {purpose: 'answer', address}, async (tx) => {
    const [row] = await tx<{kept: boolean}[]>`
      select answer_measure_ask(
        ${hashToken(token)}, ${scale.key}, ${scale.version}, ${tx.json(answers)}, ${tx.json(scores)}, ${today}
      ) as kept
    `;
    return row?.kept ?? false;
  });
}
