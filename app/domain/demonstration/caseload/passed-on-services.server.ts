/** The services of the directory to which the made-up caseload passes people on, and what it leaves in their listings. */
import type {ISql} from '../../../../db/client.ts';
import type {MadeService, ServicesByNeed} from './made-onward.ts';

/** Services that somebody can be passed on to, by what they are mainly for. */
export async function servicesByNeed(tx: ISql): Promise<ServicesByNeed> {
  const rows = await tx<(MadeService & {need: string})[]>`
    select need_key as need, services.id, name, coalesce(email, 'hello@' || slug || '.example') as email
    from service_needs
    join services on services.id = service_needs.service_id
    where status = 'active' and rank <= 2
    order by need_key, slug
  `;
  const known = new Map<string, MadeService[]>();
  for (const {need, ...service} of rows) {
    const others = known.get(need);
    if (others) others.push(service);
    else known.set(need, [service]);
  }
  return known;
}

/** What services answered in the last weeks stands in their listings, as it would where they answered one by one. */
export async function hearSpace(tx: ISql, until: Date): Promise<void> {
  await tx`
    update services set heard_space = said.space, heard_space_on = said.day
    from (
      select distinct on (service_id)
        service_id,
        case decline_reason when 'full' then 'full' when 'waiting_list' then 'waiting-list' else 'open' end as space,
        london_day(answered_at) as day
      from onward_referrals
      where answered_at > ${until}::timestamptz - interval '21 days'
        and (decline_reason is null or decline_reason in ('full', 'waiting_list'))
      order by service_id, answered_at desc
    ) as said
    where services.id = said.service_id
  `;
}
