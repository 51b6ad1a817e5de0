/** What else tells of the outcome: how often services were used before and after, and what got better. */
import type {Sql} from '../../../db/client.ts';
import {inCase, type Done} from '../cases/in-case.server.ts';
import type {Sender} from '../people/staff-request.ts';
import type {Outcomes} from './read-outcomes.ts';

/** Puts what the form says in place of what stood there. What was emptied is not known any more. */
export function recordOutcomes(sql: Sql, form: Sender, caseId: string, {use, domains}: Outcomes): Promise<Done> {
  return inCase(sql, form, caseId, 'outcomes_recorded', async (tx) => {
    const own = {caseId, partnerId: form.viewer.partnerId, recordedBy: form.viewer.staffId};
    await tx`
      delete from case_service_use
      where case_id = ${caseId} and (service || ' ' || side) <> all(${use.map(({service, side}) => `${service} ${side}`)})
    `;
    if (use.length > 0) {
      await tx`
        insert into case_service_use ${tx(use.map((one) => ({...one, ...own})))}
        on conflict (case_id, service, side) do update
        set times = excluded.times, source = excluded.source, recorded_by = excluded.recorded_by, recorded_at = now()
        where (case_service_use.times, case_service_use.source) is distinct from (excluded.times, excluded.source)
      `;
    }
    await tx`delete from case_outcomes where case_id = ${caseId} and domain <> all(${domains.map(({domain}) => domain)})`;
    if (domains.length > 0) {
      await tx`
        insert into case_outcomes ${tx(domains.map((one) => ({...one, ...own})))}
        on conflict (case_id, domain) do update
        set verdict = excluded.verdict, recorded_by = excluded.recorded_by, recorded_at = now()
        where case_outcomes.verdict <> excluded.verdict
      `;
    }
    const fields = [...use.map(({service, side}) => `${service} ${side}`), ...domains.map(({domain}) => domain)];
    return {outcome: {ok: true}, details: {fields}};
  });
}
