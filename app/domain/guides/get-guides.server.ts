/** The guides of the desk, as a partnership uses them. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Asker} from '../people/staff-request.ts';
import {guideSchema, type Guide} from './guide-schema.ts';

/** A version of a guide, and what is known about it. */
export interface GuideVersion {
  id: string;
  guideId: string;
  number: number;
  state: 'draft' | 'published';
  guide: Guide;
  /** Whether it is the partnership's own, rather than one that comes with the product. */
  isOwn: boolean;
  changed: string | null;
  edits: number;
  editedBy: string | null;
  editedAt: Date;
  publishedBy: string | null;
  publishedAt: Date | null;
}

type Row = Omit<GuideVersion, 'guide'> & {content: string};

/** Every guide that is in use at the viewer's desk, in the order of their titles: the partnership's own over the shipped. */
export function listGuides(sql: Sql, asker: Asker): Promise<GuideVersion[]> {
  return within(sql, {purpose: 'desk', ...asker}, async (tx) => {
    const rows = await tx<Row[]>`
      select distinct on (guides.key) ${columns(tx)}
      from guides
      join guide_versions on guide_versions.guide_id = guides.id
      ${names(tx)}
      where guide_versions.state = 'published'
      order by guides.key, guides.partnership_id nulls last, guide_versions.number desc
    `;
    return rows.map(toVersion).sort((one, other) => one.guide.title.localeCompare(other.guide.title));
  });
}

/** Drafts of guides that were never published: for leads, as nobody else sees them yet. */
export async function listNewGuides(sql: Sql, asker: Asker): Promise<GuideVersion[]> {
  return within(sql, {purpose: 'desk', ...asker}, async (tx) => {
    const rows = await tx<Row[]>`
      select ${columns(tx)}
      from guides
      join guide_versions on guide_versions.guide_id = guides.id
      ${names(tx)}
      where
        guide_versions.state = 'draft'
        and not exists (
          select
          from guides as others
          join guide_versions as published on published.guide_id = others.id
          where others.key = guides.key and published.state = 'published'
        )
      order by guide_versions.edited_at desc
      limit 100
    `;
    return rows.map(toVersion);
  });
}

/**
 * Versions of guides by their ids, such as those that calls were taken with: also old ones. What is no guide of the
 * viewer's partnership is left out.
 */
export async function guideVersions(tx: ISql, ids: string[]): Promise<GuideVersion[]> {
  if (ids.length === 0) return [];
  const rows = await tx<Row[]>`
    select ${columns(tx)}
    from guide_versions
    join guides on guides.id = guide_versions.guide_id
    ${names(tx)}
    where guide_versions.id = any(${ids}::uuid[])
  `;
  return rows.map(toVersion);
}

/**
 * All versions of one guide, the latest first: the draft, the partnership's own, then the shipped. At most 100, which is
 * more than anybody publishes.
 */
export async function versionsOfGuide(tx: ISql, key: string): Promise<GuideVersion[]> {
  const rows = await tx<Row[]>`
    select ${columns(tx)}
    from guides
    join guide_versions on guide_versions.guide_id = guides.id
    ${names(tx)}
    where guides.key = ${key}
    order by guide_versions.state = 'draft' desc, guides.partnership_id nulls last, guide_versions.number desc
    limit 100
  `;
  return rows.map(toVersion);
}

// The content as text: the client would turn what looks like a column name in it into camel case.
const columns = (tx: ISql) => tx`
  guide_versions.id,
  guide_versions.guide_id,
  guide_versions.number,
  guide_versions.state,
  guide_versions.content::text as content,
  guides.partnership_id is not null as is_own,
  guide_versions.changed,
  guide_versions.edits,
  editors.name as edited_by,
  guide_versions.edited_at,
  publishers.name as published_by,
  guide_versions.published_at
`;
const names = (tx: ISql) => tx`
  left join staff as editors on editors.id = guide_versions.edited_by
  left join staff as publishers on publishers.id = guide_versions.published_by
`;

/** What is stored was checked when it was written; it is checked again because a later version of the product may ask more. */
function toVersion({content, ...row}: Row): GuideVersion {
  return {...row, guide: guideSchema.parse(JSON.parse(content))};
}
