/** A records officer's two questions: who has looked at this person and why, and what has this member of staff looked at. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within, type Context} from '../../../db/within.ts';
import type {Role} from '../access/roles.ts';
import {readReference} from '../people/reference.ts';
import type {ActsFilter} from './acts-filter.ts';
import {listActs, type ActsOf, type ListedAct} from './list-acts.server.ts';
import {recordAct} from '../audit/record-act.server.ts';

/** A person, by no more than their reference. */
interface ReviewedPerson {
  id: string;
  reference: string;
}

interface ReviewedStaff {
  id: string;
  name: string;
  partnerName: string;
  roles: Role[];
  isDisabled: boolean;
}

interface Page {
  acts: ListedAct[];
  /** What the next page goes on from; null on the last. */
  next: number | null;
}

const A_PAGE = 50;
/** An export that is longer says so and asks for fewer days. */
const EXPORT_LIMIT = 10_000;

/** Who has looked at a person, and why. Null where the viewer's organisation has nothing to do with them. Itself recorded. */
export function reviewPerson(
  sql: Sql,
  context: Context,
  personId: string,
  filter: ActsFilter,
): Promise<(Page & {person: ReviewedPerson}) | null> {
  return within(sql, context, async (tx) => {
    const person = await getReviewedPerson(tx, personId);
    if (!person) return null;
    const page = await listActs(tx, {personId}, filter, A_PAGE);
    await recordAct(tx, {action: 'audit_viewed', personId, details: {...days(filter), acts: page.acts.length}});
    return {person, ...page};
  });
}

/** What a member of staff has done. Null where there is none such in the viewer's partnership. Itself recorded. */
export function reviewStaff(
  sql: Sql,
  context: Context,
  staffId: string,
  filter: ActsFilter,
): Promise<(Page & {staff: ReviewedStaff}) | null> {
  return within(sql, context, async (tx) => {
    const staff = await getReviewedStaff(tx, staffId);
    if (!staff) return null;
    const page = await listActs(tx, {staffId}, filter, A_PAGE);
    await recordAct(tx, {
      action: 'audit_viewed',
      details: {staff: staffId, ...days(filter), acts: page.acts.length},
    });
    return {staff, ...page};
  });
}

/** All acts of one of those lists, for a file; at most `EXPORT_LIMIT`. Itself recorded. Null as above. */
export function exportActs(
  sql: Sql,
  context: Context,
  of: Exclude<ActsOf, {openingId: string}>,
  filter: ActsFilter,
): Promise<{acts: ListedAct[]; isWhole: boolean} | null> {
  return within(sql, context, async (tx) => {
    const known = 'personId' in of ? await getReviewedPerson(tx, of.personId) : await getReviewedStaff(tx, of.staffId);
    if (!known) return null;
    const {acts, next} = await listActs(tx, of, {...filter, before: null}, EXPORT_LIMIT);
    await recordAct(tx, {
      action: 'export_made',
      personId: 'personId' in of ? of.personId : null,
      details: {of: 'audit', ...('staffId' in of ? {staff: of.staffId} : {}), ...days(filter), rows: acts.length},
    });
    return {acts, isWhole: next === null};
  });
}

/** The id of the person with a reference as someone typed it: `p7km4qc`, `7KM 4QC` …; null when there is none. */
export function findByReference(sql: Sql, context: Context, typed: string): Promise<string | null> {
  const reference = readReference(typed) ?? readReference(`P${typed}`);
  if (!reference) return Promise.resolve(null);
  return within(sql, context, async (tx) => {
    const [row] = await tx<[{id: string | null}]>`select person_under_review(${reference}) as id`;
    return row.id;
  });
}

const days = ({from, until}: ActsFilter) => ({...(from ? {from} : {}), ...(until ? {until} : {})});

async function getReviewedPerson(tx: ISql, id: string): Promise<ReviewedPerson | null> {
  const [row] = await tx<[{reference: string | null}]>`select reference_under_review(${id}) as reference`;
  return row.reference === null ? null : {id, reference: row.reference};
}

async function getReviewedStaff(tx: ISql, id: string): Promise<ReviewedStaff | null> {
  const [staff] = await tx<ReviewedStaff[]>`
    select
      staff.id,
      staff.name,
      partners.name as partner_name,
      array(select role from staff_roles where staff_roles.staff_id = staff.id order by role) as roles,
      staff.disabled_at is not null as is_disabled
    from staff
    join partners on partners.id = staff.partner_id
    where staff.id = ${id}
  `;
  return staff ?? null;
}
