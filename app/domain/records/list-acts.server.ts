import type {ISql} from '../../../db/client.ts';
import type {ActsFilter} from './acts-filter.ts';
import type {Act} from '../audit/record-act.server.ts';

/** Whose acts: everything anyone did with a person's record, everything one member of staff did, or one opening's acts. */
export type ActsOf = {personId: string} | {staffId: string} | {openingId: string; staffId: string};

/** On what basis a record had been opened; only what the reader may know of it. */
export interface Basis {
  basis: 'consent' | 'direct_care' | 'best_interests' | 'emergency';
  consentBy: string | null;
  consentHow: string | null;
  workKind: string | null;
  workName: string | null;
  reason: string | null;
}

export interface ListedAct {
  /** Its place in the chain. */
  seq: number;
  at: Date;
  action: string;
  staffId: string | null;
  staffName: string | null;
  partnerName: string | null;
  personId: string | null;
  /** The person's reference, such as P-7KM-4QC. */
  reference: string | null;
  purpose: string;
  /** Null where there was no opening, or where it is another organisation's own. */
  basis: Basis | null;
  address: string | null;
  details: NonNullable<Act['details']>;
}

type ActRow = Omit<ListedAct, 'details' | 'basis'> & {details: string} & {[Field in keyof Basis]: Basis[Field] | null};

/**
 * The latest acts first, `limit` of them, and where the next page begins, or null at the end. Runs within the purpose
 * `records-review`: only what the records officer's organisation may know is there.
 */
export async function listActs(
  tx: ISql,
  of: ActsOf,
  {from, until, before}: ActsFilter,
  limit: number,
): Promise<{acts: ListedAct[]; next: number | null}> {
  const rows = await tx<ActRow[]>`
    select
      entry.seq,
      entry.at,
      entry.action,
      entry.staff_id,
      staff.name as staff_name,
      partners.name as partner_name,
      entry.person_id,
      reference_under_review(entry.person_id) as reference,
      entry.purpose,
      openings.basis,
      openings.consent_by,
      openings.consent_how,
      openings.work_kind,
      openings.work_name,
      openings.reason,
      entry.address,
      -- As text: the client would turn the keys of a JSON value into camel case.
      entry.details::text as details
    from audit_entries as entry
    left join staff on staff.id = entry.staff_id
    left join partners on partners.id = entry.partner_id
    left join openings on openings.id = ${openingOf(tx)}
    where
      ${belongingTo(tx, of)}
      ${from ? tx`and entry.at >= ${from}::date::timestamp at time zone 'Europe/London'` : tx``}
      ${until ? tx`and entry.at < (${until}::date + 1)::timestamp at time zone 'Europe/London'` : tx``}
      ${before ? tx`and (entry.at, entry.seq) < (select at, seq from audit_entries where seq = ${before})` : tx``}
    order by entry.at desc, entry.seq desc
    limit ${limit + 1}
  `;
  const shown = rows.slice(0, limit);
  return {acts: shown.map(toAct), next: rows.length > limit ? shown.at(-1)!.seq : null};
}

function belongingTo(tx: ISql, of: ActsOf) {
  if ('personId' in of) return tx`entry.person_id = any(person_group(${of.personId}))`;
  if ('openingId' in of) return tx`entry.staff_id = ${of.staffId} and ${openingOf(tx)} = ${of.openingId}`;
  return tx`entry.staff_id = ${of.staffId}`;
}

/** The opening under which an act was done; that of the act of opening itself stands in its details. */
function openingOf(tx: ISql) {
  return tx`
    coalesce(
      entry.opening_id,
      case when entry.action in ('record_opened', 'emergency_access') then (entry.details->>'opening')::uuid end
    )
  `;
}

function toAct({basis, consentBy, consentHow, workKind, workName, reason, details, ...act}: ActRow): ListedAct {
  return {
    ...act,
    basis: basis && {basis, consentBy, consentHow, workKind, workName, reason},
    details: JSON.parse(details) as ListedAct['details'],
  };
}
