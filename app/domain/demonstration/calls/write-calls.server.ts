import type {ISql} from '../../../../db/client.ts';
import type {DispositionKind} from '../../calls/dispositions.ts';

const NOTES: Partial<Record<DispositionKind, string>> = {
  information_given: 'Told where to turn and when it is open',
  self_care: 'Talked through what helps at home',
  reconnected: 'Put through to the service that already helps',
  caller_ended: 'Rang off before the end',
};

/** From the temporary tables `made_calls` and `made_people` into those of the desk. */
export async function writeCalls(tx: ISql) {
  await tx`
    insert into calls (
      id, reference, partnership_id, partner_id, channel, handler_id, started_at, closed_at, talk_seconds, held_seconds,
      after_seconds, danger, caller_kind, person_known, person_id, story, domain, needs, outcode, ward_gss, dispositions,
      extra, is_restricted
    )
    select
      made.id, made.reference, made.partnership_id, made.partner_id, channel, handler_id, started_at,
      started_at + make_interval(secs => talk_seconds + held_seconds + after_seconds),
      talk_seconds, held_seconds, after_seconds, 'no', caller_kind,
      case when made_people.id is null then 'anonymous' else 'identified' end,
      made_people.id,
      coalesce('Rang about: ' || lower(main.name), ''),
      made.domain,
      case when cardinality(made.needs) > 0 then made.needs else '{}' end,
      made.outcode,
      made.ward_gss,
      made.dispositions,
      '{"demonstration": true}',
      'safeguarding' = any(made.dispositions)
    from made_calls as made
    left join made_people on made_people.number = made.person
    left join needs as main on main.key = made.needs[1]
  `;
  await tx`
    insert into call_needs (call_id, partner_id, need_key, position)
    select made.id, made.partner_id, need_key, position
    from made_calls as made cross join unnest(made.needs) with ordinality as theirs (need_key, position)
  `;
  await tx`
    insert into call_dispositions (call_id, partner_id, kind, note, practice, emergency_service, helped_to)
    select
      made.id, made.partner_id, kind, ${tx.json(NOTES)}::jsonb ->> kind,
      case kind when 'passed_to_gp' then 'Larch Lane Surgery' end,
      case kind when 'emergency_services' then 'ambulance' end,
      case kind when 'wrong_number' then 'Told which number to ring' end
    from made_calls as made cross join unnest(made.dispositions) as kind
  `;
  await tx`
    insert into call_services (call_id, partner_id, service_id, position)
    select made.id, made.partner_id, services[1 + made.number % cardinality(services)], 1
    from made_calls as made
    join (
      select need_key, array_agg(service_id order by rank, service_id) as services from service_needs group by need_key
    ) as fitting on fitting.need_key = made.needs[1]
    where 'signposted' = any(made.dispositions)
  `;
  await tx`
    insert into call_backs (call_id, partner_id, person_id, due_at, about, created_at, done_at, done_by, outcome)
    select
      made.id, made.partner_id, made_people.id, started_at + interval '3 hours', 'To say how it went', started_at,
      least(started_at + interval '3 hours', now()), handler_id, 'reached'
    from made_calls as made left join made_people on made_people.number = made.person
    where 'call_back_promised' = any(made.dispositions)
  `;
  await tx`
    insert into gaps (partnership_id, call_id, partner_id, need_key, outcode, ward_gss, reason, source, recorded_at)
    select
      made.partnership_id, made.id, made.partner_id, made.needs[1], made.outcode, made.ward_gss, gap_reason, 'call',
      made.started_at
    from made_calls as made
    where gap_reason is not null and cardinality(made.needs) > 0
  `;
}
