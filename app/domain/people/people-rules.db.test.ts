import {randomBytes} from 'node:crypto';
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import type {ISql} from '../../../db/client.ts';
import {within, type Purpose} from '../../../db/within.ts';
import {insertSession} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {
  inRecord,
  insertColleague,
  insertOpening,
  insertPartnership,
  insertPerson,
  type Colleague,
} from '../../../test/factories/people.ts';

const PERSONAL = [
  'people',
  'person_about',
  'person_names',
  'person_identifiers',
  'person_addresses',
  'person_contacts',
  'person_practices',
  'person_languages',
  'person_communication',
  'person_relationships',
  'person_alerts',
  'person_sections',
  'person_keys',
  'person_access',
  'consents',
  'openings',
  'emergency_reviews',
  'merges',
];

let database: TestDatabase;
let ours: Colleague;
let theirs: Colleague;
let elsewhere: Colleague;
let person: string;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());
beforeEach(async () => {
  const {sql} = database;
  const partnership = await insertPartnership(sql);
  ours = await insertColleague(sql, partnership);
  theirs = await insertColleague(sql, partnership, {roles: ['call_handler']});
  elsewhere = await insertColleague(sql, await insertPartnership(sql));
  person = await insertPerson(sql, ours, {givenName: 'Nell', familyName: 'Example'});
  await sql`insert into person_contacts (person_id, kind, value) values (${person}, 'mobile', '+447700900123')`;
  await sql`insert into person_keys (person_id, keys) values (${person}, array['name:nell'])`;
});

const people = (tx: ISql) => tx`select id from people where id = ${person}`;
const contacts = (tx: ISql) => tx`select id from person_contacts where person_id = ${person}`;
const consent = (tx: ISql, decision: string, to: Colleague, by = ours) => tx`
  insert into consents (person_id, kind, partner_id, decision, decided_on, decided_by, how, recorded_by, recorded_partner_id)
  values (${person}, 'share_with_partner', ${to.partnerId}, ${decision}, current_date, 'person', 'spoken', ${by.staffId}, ${by.partnerId})
`;

describe('without a reason that is written down', () => {
  it.each(PERSONAL)('nothing of %s is seen without a context', async (table) => {
    expect(await database.web`select 1 from ${database.web(table)}`).toHaveLength(0);
  });

  it.each(PERSONAL)('%s is under row-level security, for its owner too', async (table) => {
    const [row] = await database.sql`
      select relrowsecurity, relforcerowsecurity from pg_class where oid = ${table}::regclass
    `;
    expect(row).toEqual({relrowsecurity: true, relforcerowsecurity: true});
  });

  it('finding shows the thin row of our people and nothing that hangs on it', async () => {
    await within(database.web, {purpose: 'find-person', viewer: ours}, async (tx) => {
      expect(await people(tx)).toHaveLength(1);
      expect(await tx`select 1 from person_keys where person_id = ${person}`).not.toHaveLength(0);
      expect(await contacts(tx)).toHaveLength(0);
    });
  });

  it('the purpose "record" alone opens nothing', async () => {
    await within(database.web, {purpose: 'record', viewer: ours}, async (tx) => {
      expect(await people(tx)).toHaveLength(0);
      expect(await contacts(tx)).toHaveLength(0);
    });
  });

  it.each<Purpose>(['find-person', 'open-record', 'record', 'administration', 'own-account', 'records-review'])(
    'another organisation sees nobody for %s',
    async (purpose) => {
      await within(database.web, {purpose, viewer: theirs}, async (tx) => {
        expect(await people(tx)).toHaveLength(0);
        expect(await tx`select 1 from person_keys`).toHaveLength(0);
        expect(await contacts(tx)).toHaveLength(0);
      });
    },
  );
});

describe('an opening', () => {
  it('shows that person’s record, to whoever opened it, until it is closed', async () => {
    const other = await insertPerson(database.sql, ours);
    await database.sql`insert into person_names (person_id, kind, name) values (${other}, 'alias', 'Else')`;
    const openingId = await insertOpening(database.web, ours, person);
    await within(database.web, {purpose: 'record', viewer: ours, openingId}, async (tx) => {
      expect(await contacts(tx)).toHaveLength(1);
      expect(await tx`select 1 from person_names`).toHaveLength(0);
    });
    const colleague = await insertColleague(database.sql, await insertPartnership(database.sql));
    await within(
      database.web,
      {purpose: 'record', viewer: {...ours, staffId: colleague.staffId}, openingId},
      async (tx) => expect(await contacts(tx)).toHaveLength(0),
    );
    await within(database.web, {purpose: 'record', viewer: ours}, async (tx) => {
      await tx`update openings set closed_at = now() where id = ${openingId}`;
    });
    await within(database.web, {purpose: 'record', viewer: ours, openingId}, async (tx) =>
      expect(await contacts(tx)).toHaveLength(0),
    );
  });

  it('ends by itself', async () => {
    const openingId = await insertOpening(database.web, ours, person);
    await database.sql`
      update openings set opened_at = now() - interval '13 hours', expires_at = now() - interval '1 hour' where id = ${openingId}
    `;
    await within(database.web, {purpose: 'record', viewer: ours, openingId}, async (tx) =>
      expect(await contacts(tx)).toHaveLength(0),
    );
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'whoever opened it signs out',
      () => database.sql`
      update sessions set ended_at = now(), end_reason = 'signed_out' where id = ${ours.sessionId}
    `,
    ],
    [
      'nobody has used the session for half an hour',
      () => database.sql`
      update sessions set last_seen_at = now() - interval '31 minutes' where id = ${ours.sessionId}
    `,
    ],
    [
      'the session is twelve hours old',
      () => database.sql`
      update sessions set created_at = now() - interval '721 minutes' where id = ${ours.sessionId}
    `,
    ],
    ['the account is closed', () => database.sql`update staff set disabled_at = now() where id = ${ours.staffId}`],
    [
      'their organisation leaves',
      () => database.sql`
      update partners set closed_at = now() where id = ${ours.partnerId}
    `,
    ],
    ['the session is cleared away', () => database.sql`delete from sessions where id = ${ours.sessionId}`],
  ])('ends at once when %s', async (_when, happens) => {
    const openingId = await insertOpening(database.web, ours, person);
    const look = () =>
      within(database.web, {purpose: 'record', viewer: ours, openingId}, async (tx) => [
        ...(await people(tx)),
        ...(await contacts(tx)),
      ]);
    expect(await look()).toHaveLength(2);
    await happens();
    expect(await look()).toEqual([]);
    expect(await database.sql`select 1 from openings where id = ${openingId}`).toHaveLength(1);
  });

  it('is shown in no other session, nor in one that is somebody else’s, half made or not named', async () => {
    const openingId = await insertOpening(database.web, ours, person);
    const colleague = await insertColleague(database.sql, ours.partnershipId, {partnerId: ours.partnerId});
    const [{id: half}] = await database.sql<[{id: string}]>`
      insert into sessions (token_hash, staff_id, stage, device)
      values (${randomBytes(32)}, ${ours.staffId}, 'code', 'A test')
      returning id
    `;
    const another = await insertSession(database.sql, ours.staffId);
    for (const sessionId of [another, colleague.sessionId, half, undefined]) {
      const viewer = {...ours, sessionId: sessionId as string};
      await within(database.web, {purpose: 'record', viewer, openingId}, async (tx) => {
        expect(await people(tx)).toEqual([]);
        expect(await contacts(tx)).toEqual([]);
      });
    }
    for (const sessionId of [colleague.sessionId, half, undefined]) {
      const opening = insertOpening(database.web, {...ours, sessionId: sessionId as string}, person);
      await expect(opening).rejects.toMatchObject({code: '42501'});
    }
  });

  it('cannot be made to last longer, or in somebody else’s name', async () => {
    const longer = within(
      database.web,
      {purpose: 'open-record', viewer: ours},
      (tx) => tx`
      insert into openings (staff_id, partner_id, person_id, basis, consent_by, consent_how, expires_at)
      values (${ours.staffId}, ${ours.partnerId}, ${person}, 'consent', 'person', 'spoken', now() + interval '5 years')
    `,
    );
    await expect(longer).rejects.toMatchObject({code: '42501'});
    const disguised = within(
      database.web,
      {purpose: 'open-record', viewer: ours},
      (tx) => tx`
      insert into openings (staff_id, partner_id, person_id, basis, consent_by, consent_how)
      values (${theirs.staffId}, ${ours.partnerId}, ${person}, 'consent', 'person', 'spoken')
    `,
    );
    await expect(disguised).rejects.toMatchObject({code: '42501'});
  });

  it('of a person who is not shared with us is refused', async () => {
    await expect(insertOpening(database.web, theirs, person)).rejects.toMatchObject({code: '42501'});
  });
});

describe('a consent to share', () => {
  it('lets the other organisation find and open, and its withdrawal ends an opening that stands', async () => {
    await inRecord(database.web, ours, person, (tx) => consent(tx, 'given', theirs));
    const openingId = await insertOpening(database.web, theirs, person);
    const look = () => within(database.web, {purpose: 'record', viewer: theirs, openingId}, async (tx) => contacts(tx));
    expect(await look()).toHaveLength(1);
    await inRecord(database.web, ours, person, (tx) => consent(tx, 'withdrawn', theirs));
    expect(await look()).toHaveLength(0);
    await expect(insertOpening(database.web, theirs, person)).rejects.toMatchObject({code: '42501'});
    expect(await database.sql`select decision from consents where person_id = ${person} order by number`).toEqual([
      {decision: 'given'},
      {decision: 'withdrawn'},
    ]);
  });

  it('is a fact that nobody changes or takes away', async () => {
    await inRecord(database.web, ours, person, (tx) => consent(tx, 'given', theirs));
    for (const change of ['update consents set decision = $$refused$$', 'delete from consents']) {
      const changing = inRecord(database.web, ours, person, (tx) => tx.unsafe(change));
      await expect(changing).rejects.toMatchObject({code: '42501'});
    }
  });

  it('is not given to an organisation of another partnership, nor in somebody else’s name', async () => {
    const far = inRecord(database.web, ours, person, (tx) => consent(tx, 'given', elsewhere));
    await expect(far).rejects.toMatchObject({code: '42501'});
    const disguised = inRecord(database.web, ours, person, (tx) => consent(tx, 'given', theirs, theirs));
    await expect(disguised).rejects.toMatchObject({code: '42501'});
  });

  it('given twice at the same moment leaves one access', async () => {
    // Not once by luck: each has its share of the person before it waits for the others.
    for (let time = 0; time < 10; time++) {
      await Promise.all(
        [1, 2, 3].map(() => inRecord(database.web, ours, person, (tx) => consent(tx, 'given', theirs))),
      );
    }
    expect(
      await database.sql`select because from person_access where person_id = ${person} and partner_id = ${theirs.partnerId}`,
    ).toEqual([{because: 'consent'}]);
  });
});

describe('emergency access', () => {
  const open = (viewer: Colleague, reason: string) =>
    within(database.web, {purpose: 'find-in-emergency', viewer}, async (tx) => {
      const [row] = await tx<[{id: string; minutes: number}]>`
        insert into openings (staff_id, partner_id, person_id, basis, reason)
        values (${viewer.staffId}, ${viewer.partnerId}, ${person}, 'emergency', ${reason})
        returning id, extract(epoch from expires_at - opened_at) / 60 as minutes
      `;
      return row;
    });

  it('opens a record of the partnership for 60 minutes, and tells the records officers of both sides at once', async () => {
    const officers = await Promise.all(
      [ours, theirs].map(({partnerId}) => {
        return database.sql`select partnership_id from partners where id = ${partnerId}`.then(([row]) =>
          insertColleague(database.sql, row!.partnershipId as string, {partnerId, roles: ['records_officer']}),
        );
      }),
    );
    const opening = await open(theirs, 'Found collapsed at the bus stop, cannot speak.');
    expect(opening.minutes).toBe(60);
    await within(database.web, {purpose: 'record', viewer: theirs, openingId: opening.id}, async (tx) =>
      expect(await contacts(tx)).toHaveLength(1),
    );
    const messages = await database.sql<{recipient: string; subject: string; body: string}[]>`
      select recipient, subject, body from messages where recipient in ${database.sql(officers.map((one) => `${one.staffId}@staff.example`))}
    `;
    expect(messages).toHaveLength(2);
    const [{reference}] = await database.sql<[{reference: string}]>`select reference from people where id = ${person}`;
    for (const {subject, body} of messages) {
      expect(subject).toContain(reference);
      expect(`${subject} ${body}`).not.toMatch(/Nell|Example|collapsed/);
    }
    const waiting = await database.sql`select outcome from emergency_reviews where opening_id = ${opening.id}`;
    expect(waiting).toEqual([{outcome: null}]);
  });

  it('needs a reason of 20 characters, in the database too', async () => {
    await expect(open(theirs, 'nineteen characters'.padEnd(40))).rejects.toMatchObject({code: '23514'});
  });

  it('does not reach another partnership', async () => {
    await expect(open(elsewhere, 'A reason that is long enough to count.')).rejects.toMatchObject({code: '42501'});
  });
});

it('the ward of an address is worked out from its postcode, and the thin row knows the outcode and the alert', async () => {
  const {sql} = database;
  await sql`
    insert into postcodes (postcode, latitude, longitude, ward_gss, source)
    values ('RG12 1JX', 51.4, -0.75, 'E05000001', 'demonstration') on conflict do nothing
  `;
  await inRecord(database.web, ours, person, async (tx) => {
    await tx`insert into person_addresses (person_id, kind, lines, postcode) values (${person}, 'home', '1 Example Road', 'RG12 1JX')`;
    await tx`insert into person_alerts (person_id, kind, note) values (${person}, 'visit_in_pairs', 'Large dog')`;
  });
  const [row] = await sql`
    select outcode, alert_until::text, ward_gss from people join person_addresses on person_id = people.id where people.id = ${person}
  `;
  expect(row).toEqual({outcode: 'RG12', alertUntil: 'infinity', wardGss: 'E05000001'});
});
