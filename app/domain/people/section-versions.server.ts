/** Each part of a record has a version, so that nobody writes over what they have not seen. */
import type {ISql} from '../../../db/client.ts';

export interface Version {
  version: number;
  /** Who changed it last, and when; null for what was never changed. */
  changedBy: string | null;
  changedAt: Date | null;
}

/**
 * Takes the next version of a part for this transaction; whoever else wants it waits until the transaction ends.
 * @param seen the version the form was made from; 0 for a part that was never changed
 * @returns whether it was still the latest
 */
export async function claimVersion(
  tx: ISql,
  {personId, section, seen, staffId}: {personId: string; section: string; seen: number; staffId: string},
): Promise<boolean> {
  const [claimed] = await tx<{version: number}[]>`
    insert into person_sections (person_id, section, version, changed_by)
    values (${personId}, ${section}, 1, ${staffId})
    on conflict (person_id, section) do update
    set version = person_sections.version + 1, changed_by = excluded.changed_by, changed_at = now()
    where person_sections.version = ${seen}
    returning version
  `;
  return claimed?.version === seen + 1;
}

export async function listVersions(tx: ISql, personId: string): Promise<Map<string, Version>> {
  const rows = await tx<(Version & {section: string})[]>`
    select section, person_sections.version, changed_at, staff.name as changed_by
    from person_sections
    left join staff on staff.id = changed_by
    where person_id = ${personId}
  `;
  return new Map(rows.map(({section, ...version}) => [section, version]));
}

export const NEVER_CHANGED: Version = {version: 0, changedBy: null, changedAt: null};
