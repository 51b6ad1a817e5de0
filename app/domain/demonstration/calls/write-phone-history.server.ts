import type {ISql} from '../../../../db/client.ts';

/**
 * What the telephone system would have counted: each call by telephone waited, the longer the busier the hour; and some
 * callers rang off, most of them after a long wait. Reads `made_calls`, which is there while the year is put in.
 */
export async function writePhoneHistory(tx: ISql, partnerId: string) {
  await tx`
    with rung as (
      select
        number, started_at, (number::bigint * 48271 % 9973 + 1) / 9975.0 as luck,
        count(*) over (partition by date_trunc('hour', started_at)) as in_this_hour
      from made_calls
      where partner_id = ${partnerId} and channel = 'phone'
    )
    insert into phone_history (partner_id, phone_call, offered_at, waited_seconds, is_answered)
    select
      ${partnerId}::uuid, 'made-' || number, started_at - waited * interval '1 second', waited, true
    from (select number, started_at, round(-ln(luck) * (4 + in_this_hour * 0.16))::integer as waited from rung) as answered
    union all
    select ${partnerId}::uuid, 'made-off-' || number, started_at, case when luck < 0.2 then 2 else round(20 - ln(luck) * 55)::integer end, false
    from rung
    where number % 17 = 0
  `;
}
