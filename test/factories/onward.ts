/** Listings and onward referrals for tests. */
import {randomUUID} from 'node:crypto';
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
