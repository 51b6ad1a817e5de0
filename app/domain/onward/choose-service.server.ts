/** A listing to pass somebody on to: what services answered so far, and whom the team knows there. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Asker} from '../people/staff-request.ts';
import {contactsAt, type KnownContact} from './known-contacts.server.ts';

/** How a service has answered so far, over all providers. */
export interface OnwardRecord {
  answered: number;
  accepted: number;
  /** In days, half of the answers came no later. */
  medianDays: number;
  lastSaid: string;
}

export interface ChosenService {
  id: string;
  slug: string;
  name: string;
  /** Who runs it: consent to share may name the service, or these. */
  organisation: string;
  email: string | null;
  /** Null below five answers: fewer would tell of single people. */
  record: OnwardRecord | null;
  /** Whom the viewer's team knows there. */
  contacts: KnownContact[];
}

export function getChosenService(sql: Sql, {viewer, address}: Asker, slug: string): Promise<ChosenService | null> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [service] = await tx<Omit<ChosenService, 'record' | 'contacts'>[]>`
      select services.id, slug, services.name, services.email, coalesce(organisations.name, services.name) as organisation
      from services
      left join organisations on organisations.id = services.organisation_id
      where slug = ${slug} and status = 'active'
    `;
    if (!service) return null;
    const [records, contacts] = await Promise.all([
      recordsOf(tx, [service.id]),
      contactsAt(tx, viewer.partnerId, service.organisation),
    ]);
    return {...service, record: records.get(service.id) ?? null, contacts};
  });
}

/** How these services have answered so far, by their ids; those with fewer than five answers are not in it. */
export function getOnwardRecords(
  sql: Sql,
  {viewer, address}: Asker,
  ids: string[],
): Promise<Map<string, OnwardRecord>> {
  return within(sql, {purpose: 'caseload', viewer, address}, (tx) => recordsOf(tx, ids));
}

async function recordsOf(tx: ISql, ids: string[]): Promise<Map<string, OnwardRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await tx<(OnwardRecord & {serviceId: string})[]>`
    select service_id, answered, accepted, median_days::float as median_days, last_said from onward_records(${ids}::uuid[])
  `;
  return new Map(rows.map(({serviceId, ...record}) => [serviceId, record]));
}
