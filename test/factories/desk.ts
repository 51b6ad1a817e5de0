/** A desk at which calls are ended, for tests. */
import type {Sql} from '../../db/client.ts';
import {insertNeeds, insertQueue} from './calls.ts';
import {insertColleague, insertPartnership, type Colleague} from './people.ts';

export interface TestDesk {
  /** Takes calls. */
  priya: Colleague;
  /** Takes calls beside Priya, and is the named lead to whom safeguarding concerns go. */
  tom: Colleague;
  /** Of another organisation of the partnership, whose nurses take up what is handed on. */
  nurse: Colleague;
  /** The Tuesday Club, of the directory. */
  serviceId: string;
}

/** The desk, with the needs `loneliness` and `foot-care` in the one list. */
export async function insertDesk(sql: Sql): Promise<TestDesk> {
  const partnership = await insertPartnership(sql);
  const priya = await insertColleague(sql, partnership);
  const tom = await insertColleague(sql, partnership, {partnerId: priya.partnerId});
  const nurse = await insertColleague(sql, partnership, {roles: ['practitioner']});
  await insertNeeds(sql, 'loneliness', 'foot-care');
  await insertQueue(sql, nurse, 'nursing');
  await insertQueue(sql, priya, 'safeguarding', {leadId: tom.staffId});
  const [service] = await sql<[{id: string}]>`
    insert into services (slug, name) values ('tuesday-club', 'Tuesday Club') returning id
  `;
  return {priya, tom, nurse, serviceId: service.id};
}

/** What a handler types to hand a call of this desk on to the nurses. */
export const handedToNursing = {
  endings: 'handed_on',
  handOnTo: 'nursing',
  handOnPriority: 'hours_2',
  handOnReason: 'Short of breath since this morning',
};
