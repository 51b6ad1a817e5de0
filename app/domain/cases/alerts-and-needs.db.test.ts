import {afterAll, beforeAll, expect, it} from 'vitest';
import {insertCase, insertProvider} from '../../../test/factories/cases.ts';
import type {TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {readAlertsAndNeeds} from './alerts-and-needs.server.ts';

let database: TestDatabase;
let worker: TestStaff;
let theirs: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  worker = await insertProvider(database.sql);
  theirs = await insertProvider(database.sql, {beside: worker});
});
afterAll(() => database?.drop());

const read = (viewer: TestStaff, caseId: string) => readAlertsAndNeeds(database.web, {viewer}, caseId);
const NOTHING = {alerts: [], needs: []};

it('a case shows the alerts that hold and the communication needs of its person, to whom it belongs or is shared with', async () => {
  const {sql} = database;
  const {id, personId} = await insertCase(sql, worker);
  await sql`
    insert into person_alerts (person_id, kind, note, valid_until) values
      (${personId}, 'visit_in_pairs', 'Two of us, please', null),
      (${personId}, 'animal', 'The dog has gone', '2020-01-01')
  `;
  await sql`
    insert into person_communication (person_id, kind, need, identified_on, may_share) values
      (${personId}, 'information_format', 'Large print', '2026-01-05', 'yes'),
      (${personId}, 'contact_method', 'Texts only', '2026-01-05', 'no')
  `;
  const alerts = [{kind: 'Visit in pairs', note: 'Two of us, please'}];
  const shared = {kind: 'Format of information', need: 'Large print'};
  const own = await read(worker, id);
  expect(own.alerts).toEqual(alerts);
  expect(own.needs).toHaveLength(2);

  expect(await read(theirs, id)).toEqual(NOTHING);
  await sql`
    insert into consents (person_id, kind, partner_id, decision, decided_on, decided_by, how)
    values (${personId}, 'share_with_partner', ${theirs.partnerId}, 'given', current_date, 'person', 'spoken')
  `;
  expect(await read(theirs, id)).toEqual(NOTHING);
  await sql`
    insert into case_shares (case_id, partner_id, to_partner_id, why, shared_by)
    values (${id}, ${worker.partnerId}, ${theirs.partnerId}, 'We walk together', ${worker.staffId})
  `;
  expect(await read(theirs, id)).toEqual({alerts, needs: [shared]});
});
