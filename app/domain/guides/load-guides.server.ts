/** Puts the guides that come with the product into the database. */
import type {Sql} from '../../../db/client.ts';
import {uuidFrom} from '../../../db/uuid.ts';
import type {Guide} from './guide-schema.ts';
import {readShippedGuides} from './read-guides.server.ts';

/**
 * A guide whose file has changed since gets a new version; one that has not is left alone, and so are a partnership's own.
 * Safe to repeat. Runs as the owner of the tables. Returns how many versions were put in.
 * @throws when a file is not as it should be, with the file, the place and what is wrong
 */
export async function loadGuides(sql: Sql, guides?: Guide[]): Promise<number> {
  const shipped = guides ?? (await readShippedGuides());
  return sql.begin(async (tx) => {
    let added = 0;
    for (const guide of shipped) {
      const id = uuidFrom(`guide:${guide.key}`);
      await tx`insert into guides (id, key) values (${id}, ${guide.key}) on conflict do nothing`;
      // Held until the commit, so that two starts at once do not both count on; and only then looked at, in a statement of
      // its own, because one that had to wait sees what stood when it began.
      await tx`select from guides where id = ${id} for update`;
      const [last] = await tx<{number: number; isSame: boolean}[]>`
        select number, content = ${tx.json(guide)}::jsonb as is_same
        from guide_versions
        where guide_id = ${id}
        order by number desc
        limit 1
      `;
      if (last?.isSame) continue;
      const number = (last?.number ?? 0) + 1;
      await tx`
        insert into guide_versions (id, guide_id, number, state, content, published_at)
        values (${uuidFrom(`guide:${guide.key}:${number}`)}, ${id}, ${number}, 'published', ${tx.json(guide)}, now())
      `;
      added++;
    }
    return added;
  });
}
