/** The weeks of a provider's link workers: read and changed by whoever leads them. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {CalendarDate} from '../dates/calendar-date.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import type {WorkerWeek} from './worker-form.ts';

interface Leave {
  from: CalendarDate;
  until: CalendarDate;
}

/** A link worker as a fair share and a lead's page for them need them. */
export interface Walker extends WorkerWeek {
  id: string;
  name: string;
  version: number;
  open: number;
  /** From today on, the next first. */
  leaves: Leave[];
}

/** Everybody who walks at the viewer's provider, by name. Runs inside `caseload`. @param one this one alone */
export async function listWeeks(
  tx: ISql,
  {partnerId}: Asker['viewer'],
  today: CalendarDate,
  one: string | null = null,
): Promise<Walker[]> {
  const walkers = await tx<(Walker & {hours: string | number | null})[]>`
    select
      staff.id,
      staff.name,
      worker_weeks.hours,
      worker_weeks.ceiling,
      coalesce(worker_weeks.takes_new, true) as takes_new,
      coalesce(worker_weeks.outcodes, '{}') as outcodes,
      coalesce(worker_weeks.practices, '{}') as practices,
      coalesce(worker_weeks.networks, '{}') as networks,
      coalesce(worker_weeks.languages, '{}') as languages,
      coalesce(worker_weeks.needs, '{}') as needs,
      coalesce(worker_weeks.version, 0) as version,
      coalesce(theirs.open, 0) as open,
      coalesce(away.leaves, '[]') as leaves
    from staff
    left join worker_weeks on worker_weeks.staff_id = staff.id
    left join (
      select worker_id, count(*) as open
      from cases
      where partner_id = ${partnerId} and status <> 'closed'
      group by worker_id
    ) as theirs on theirs.worker_id = staff.id
    left join (
      select staff_id, jsonb_agg(jsonb_build_object('from', from_on, 'until', until_on) order by from_on, until_on) as leaves
      from covers_between(${today}, 'infinity')
      where partner_id = ${partnerId}
      group by staff_id
    ) as away on away.staff_id = staff.id
    where
      staff.partner_id = ${partnerId}
      and staff.disabled_at is null
      and exists (select from staff_roles where staff_id = staff.id and role = 'link_worker')
      ${one === null ? tx`` : tx`and staff.id = ${one}`}
    order by staff.name, staff.id
  `;
  return walkers.map((walker) => ({...walker, hours: walker.hours === null ? null : Number(walker.hours)}));
}

interface WorkerPage {
  walker: Walker;
  /** What may be ticked. */
  needs: {key: string; name: string}[];
  /** Networks that are written down for the provider. */
  networks: string[];
}

/** Null for nobody of the viewer's provider. */
export function getWeek(
  sql: Sql,
  {viewer, address}: Asker,
  workerId: string,
  today: CalendarDate,
): Promise<WorkerPage | null> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [walker] = await listWeeks(tx, viewer, today, workerId);
    if (!walker) return null;
    const needs = await tx<WorkerPage['needs']>`
      select key, name from needs where is_common or key = any(${walker.needs}) order by name
    `;
    const [provider] = await tx<{networks: string[]}[]>`
      select networks from referral_providers where partner_id = ${viewer.partnerId}
    `;
    await recordAct(tx, {action: 'worker_viewed', details: {worker: workerId}});
    return {walker, needs: [...needs], networks: provider?.networks ?? []};
  });
}

type Changed = {ok: true} | {ok: false; reason: 'gone' | 'changed'};

/** A change to somebody who walks at the viewer's provider. */
function onWorker(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  workerId: string,
  work: (tx: ISql) => Promise<Changed>,
): Promise<Changed> {
  return within(sql, {purpose: 'caseload', viewer, address}, (tx) =>
    onceOnly<Changed>(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const [worker] = await tx`
        select 1
        from staff
        where
          id = ${workerId}
          and partner_id = ${viewer.partnerId}
          and disabled_at is null
          and exists (select from staff_roles where staff_id = staff.id and role = 'link_worker')
      `;
      if (!worker) return {ok: false, reason: 'gone'};
      const outcome = await work(tx);
      if (outcome.ok) await recordAct(tx, {action: 'worker_changed', details: {worker: workerId}});
      return outcome;
    }),
  );
}

/** What is given out from now on goes by it. `changed`: somebody else was quicker. @param version 0: never written down */
export function changeWeek(
  sql: Sql,
  sender: Sender,
  workerId: string,
  {version, ...week}: WorkerWeek & {version: number},
): Promise<Changed> {
  return onWorker(sql, sender, workerId, async (tx) => {
    const needs = await tx<{key: string}[]>`select key from needs where key = any(${week.needs}) order by key`;
    const row = {...week, needs: needs.map(({key}) => key)};
    const {count} =
      version === 0
        ? await tx`
            insert into worker_weeks ${tx({staffId: workerId, partnerId: sender.viewer.partnerId, ...row})}
            on conflict (staff_id) do nothing
          `
        : await tx`
            update worker_weeks
            set ${tx(row)}, version = version + 1
            where staff_id = ${workerId} and version = ${version}
          `;
    return count === 1 ? {ok: true} : {ok: false, reason: 'changed'};
  });
}
