/** The versions of a plan as they stand in the database. All of this runs inside `caseload`. */
import type {ISql} from '../../../db/client.ts';
import type {AgreedBy, Plan} from './plan-choices.ts';
import {planSchema} from './plan-schema.ts';

export interface PlanVersion {
  number: number;
  plan: Plan;
  agreedBy: AgreedBy;
  madeBy: string;
  madeByName: string;
  madeAt: Date;
}

const VERSIONS_SHOWN = 20;

/** The last versions, newest first. */
export const listVersions = (tx: ISql, caseId: string): Promise<PlanVersion[]> =>
  readVersions(tx, caseId, VERSIONS_SHOWN);

/** One version, or the newest; null where there is none. */
export async function getVersion(tx: ISql, caseId: string, number?: number): Promise<PlanVersion | null> {
  const [version] = await readVersions(tx, caseId, 1, number);
  return version ?? null;
}

async function readVersions(tx: ISql, caseId: string, most: number, number?: number): Promise<PlanVersion[]> {
  // As text: the client would turn the keys of a JSON value into camel case.
  const rows = await tx<(Omit<PlanVersion, 'plan'> & {content: string})[]>`
    select number, content::text as content, agreed_by, made_by, staff.name as made_by_name, made_at
    from plan_versions
    join staff on staff.id = plan_versions.made_by
    where case_id = ${caseId} ${number === undefined ? tx`` : tx`and number = ${number}`}
    order by number desc
    limit ${most}
  `;
  return rows.map(({content, ...row}) => ({...row, plan: planSchema.parse(JSON.parse(content))}));
}
