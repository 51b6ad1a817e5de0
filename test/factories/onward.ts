/** Listings and onward referrals for tests. */
import {randomUUID} from 'node:crypto';
import {NEEDS} from '../../app/domain/demonstration/caseload/made-words.ts';
import type {NewOnward} from '../../app/domain/onward/read-onward.ts';
import type {ISql} from '../../db/client.ts';

interface Listed {
  id: string;
  slug: string;
  name: string;
  organisation: string;
}

/** A service of the directory and who runs it, with names of their own. */
export async function insertListing(sql: ISql, name = 'Singers'): Promise<Listed> {
  const mark = randomUUID().slice(0, 8);
  const organisation = `Choirs of ${mark}`;
  const [run] = await sql<[{id: string}]>`insert into organisations (name) values (${organisation}) returning id`;
  const row = {
    ...{organisationId: run.id, slug: `singers-${mark}`},
    ...{name: `${name} ${mark}`, email: 'hello@singers.example'},
  };
  const [service] = await sql<[{id: string; slug: string; name: string}]>`
    insert into services ${sql(row)} returning id, slug, name
  `;
  return {...service, organisation};
}

/** Groups that suit the needs of the made-up caseload, so that people in it can be passed on to them. */
export async function insertGroups(sql: ISql, many: number): Promise<void> {
  await sql`
    insert into needs (key, name, need_group) select key, key, 'People' from unnest(${NEEDS.map(([key]) => key)}::text[]) as key
    on conflict do nothing
  `;
  await sql`
    with made as (
      insert into services (slug, name)
      select 'group-' || number, 'Group ' || number from generate_series(1, ${many}::integer) as number
      returning id, split_part(name, ' ', 2)::integer as number
    )
    insert into service_needs (service_id, need_key)
    select made.id, needs.key
    from made
    join (select key, row_number() over (order by key) as place from needs) as needs on made.number % 20 = needs.place % 20
  `;
}

/** What is sent to a service, agreed by the person. */
export const passedOn = (fields: Partial<NonNullable<NewOnward['sent']>> = {}): NewOnward => ({
  kind: 'supported',
  needKey: 'loneliness',
  sent: {
    to: 'hello@singers.example',
    shared: 'Nell would like to sing.',
    consentBy: 'person',
    consentHow: 'spoken',
    ...fields,
  },
});
