import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {findPeople} from './find-people.server.ts';
import {
  addSomeone,
  inRecord,
  insertColleague,
  insertPartnership,
  type Colleague,
} from '../../../test/factories/people.ts';

const TODAY = '2026-11-22';
let database: TestDatabase;
let ours: Colleague;
let theirs: Colleague;
let margaret: string;
let people: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  const {sql, web} = database;
  const partnership = await insertPartnership(sql);
  ours = await insertColleague(sql, partnership, {partnerName: 'Testshire Council'});
  theirs = await insertColleague(sql, partnership);
  margaret = await addSomeone(web, ours, {
    givenName: 'Margaret Ann',
    familyName: 'O’Brien-Wiśniewska',
    knownAs: 'Peggy',
    birthDate: '12/3/1950',
    phone: '07700 900 123',
    email: 'Peggy@mail.example',
    postcode: 'rg12 1jx',
    nhsNumber: '999 000 0018',
  });
  people = {
    william: await addSomeone(web, ours, {givenName: 'William', familyName: 'McDonald', birthDate: '1/2/1940'}),
    katarzyna: await addSomeone(web, ours, {givenName: 'Katarzyna', familyName: 'Nowak', birthDate: '3/4/1985'}),
    mohammed: await addSomeone(web, ours, {givenName: 'Mohammed', familyName: 'Hussain', estimatedAge: '60'}),
    nobody: await addSomeone(web, ours, {phone: '01632 960 456'}),
    stephen: await addSomeone(web, theirs, {givenName: 'Stephen', familyName: 'Clarke', birthDate: '5/6/1977'}),
  };
});
afterAll(() => database?.drop());

const find = async (typed: string, viewer = ours) =>
  (await findPeople(database.web, typed, 1, {viewer, today: TODAY})).people;
const ids = async (typed: string, viewer = ours) => (await find(typed, viewer)).map(({id}) => id);

describe('someone is found by', () => {
  it.each([
    'Margaret O’Brien-Wiśniewska',
    'obrien margaret',
    'Wisniewska, Mrs Margaret',
    'MARGARET O BRIEN',
    'Peggy Obrien',
    'meg obrien',
    'Małgorzata Wiśniewska',
    'margarte obrien',
    'Margaret OBrian',
    'marg wisn',
    'Margret Visnievska',
    '12/3/1950',
    '12.3.50',
    '12th March 1950',
    'March 1950',
    'margaret 1950',
    'peggy aged 76',
    '999 000 0018',
    '9990000018',
    '07700900123',
    '+44 7700 900123',
    '900123',
    'RG12 1JX',
    'rg121jx',
    'obrien rg12',
    'peggy@mail.example',
    'Margaret O’Brien 12/3/1950 RG12 1JX',
  ])('"%s"', async (typed) => {
    expect(await ids(typed)).toContain(margaret);
  });

  it('the reference, however it is typed', async () => {
    const [one] = await find('margaret');
    for (const typed of [
      one!.reference,
      one!.reference.toLowerCase().replaceAll('-', ''),
      one!.reference.replaceAll('-', ' '),
    ])
      expect(await ids(typed)).toEqual([margaret]);
  });

  it.each([
    ['bill mcdonald', 'william'],
    ['Liam Mc Donald', 'william'],
    ['macdonald william', 'william'],
    ['kasia nowak', 'katarzyna'],
    ['nowak 03/04/1985', 'katarzyna'],
    ['muhammad husain', 'mohammed'],
    ['hussain aged 61', 'mohammed'],
    ['01632960456', 'nobody'],
  ])('"%s": %s', async (typed, who) => {
    expect((await ids(typed))[0]).toBe(people[who]);
  });

  it.each(['zebedee', 'null', 'margaret nowak', '13/4/1950', '9990000026', 'RG12 1JY', '', 'bill wisniewska'])(
    'nobody is found by "%s"',
    async (typed) => {
      expect(await ids(typed)).toEqual([]);
    },
  );

  it('with three things said, one may be wrong', async () => {
    expect(await ids('Margaret OBrien 12/3/1951')).toContain(margaret);
    expect(await ids('Margaret Nowak 12/3/1951')).not.toContain(margaret);
  });
});

describe('the search', () => {
  it('shows only enough to choose', async () => {
    const [one] = await find('margaret');
    expect(one).toEqual({
      id: margaret,
      reference: expect.stringMatching(/^P-/),
      knownAs: 'Peggy',
      givenName: 'Margaret Ann',
      familyName: 'O’Brien-Wiśniewska',
      birthDate: '1950-03-12',
      estimatedAge: null,
      estimatedOn: null,
      isDeceased: false,
      outcode: 'RG12',
      hasAlert: false,
      keeper: 'Testshire Council',
      isExact: true,
    });
  });

  it('shows that there is an alert, and not what it says', async () => {
    await inRecord(
      database.web,
      ours,
      people.william!,
      (tx) => tx`
      insert into person_alerts (person_id, kind, note) values (${people.william!}, 'animal', 'Large dog')
    `,
    );
    const [one] = await find('William McDonald');
    expect(one!.hasAlert).toBe(true);
    expect(JSON.stringify(one)).not.toContain('dog');
  });

  it('puts the likelier first', async () => {
    const {web} = database;
    const liam = await addSomeone(web, ours, {givenName: 'Liam', familyName: 'Nowak'});
    expect((await ids('liam nowak'))[0]).toBe(liam);
  });

  it('finds nobody of another organisation, until they are shared', async () => {
    expect(await ids('stephen clarke')).toEqual([]);
    expect(await ids('margaret', theirs)).toEqual([]);
    expect(await ids('steven clark', theirs)).toEqual([people.stephen]);
    await inRecord(
      database.web,
      theirs,
      people.stephen!,
      (tx) => tx`
      insert into consents
        (person_id, kind, partner_id, decision, decided_on, decided_by, how, recorded_by, recorded_partner_id)
      values
        (${people.stephen!}, 'share_with_partner', ${ours.partnerId}, 'given', current_date, 'person', 'spoken',
        ${theirs.staffId}, ${theirs.partnerId})
    `,
    );
    expect(await ids('stephen clarke')).toEqual([people.stephen]);
  });

  it('in an emergency looks in the whole partnership, and no further', async () => {
    const far = await insertColleague(database.sql, await insertPartnership(database.sql));
    const search = (viewer: Colleague) =>
      findPeople(database.web, 'margaret', 1, {viewer, today: TODAY, inEmergency: true});
    expect((await search(theirs)).people.map(({id}) => id)).toEqual([margaret]);
    expect((await search(far)).people).toEqual([]);
    const [act] = await database.sql`
      select action, details from audit_entries where staff_id = ${theirs.staffId} order by seq desc limit 1
    `;
    expect(act).toEqual({action: 'emergency_searched', details: {kinds: ['name'], found: 1, page: 1}});
  });

  it('is written down by the kinds of its words, never the words', async () => {
    await find('Margaret 12/3/1950 07700900123');
    const [act] = await database.sql<[{action: string; details: unknown; text: string}]>`
      select action, details, details::text as text
      from audit_entries where staff_id = ${ours.staffId} order by seq desc limit 1
    `;
    expect(act.action).toBe('person_searched');
    expect(act.details).toEqual({kinds: ['birth date', 'name', 'telephone'], found: 1, page: 1});
    expect(act.text).not.toMatch(/margaret|1950|7700/i);
  });

  it('shows nobody when it cannot be written down', async () => {
    const {sql, web} = database;
    await sql`alter table audit_waiting add constraint shut check (false) not valid`;
    try {
      await expect(findPeople(web, 'margaret', 1, {viewer: ours, today: TODAY})).rejects.toThrow();
    } finally {
      await sql`alter table audit_waiting drop constraint shut`;
    }
    expect(await ids('margaret')).toEqual([margaret]);
  });

  it('goes page by page and says when there are too many', async () => {
    const {sql, web} = database;
    const many = await insertColleague(sql, await insertPartnership(sql));
    await within(sql, {purpose: 'add-person', viewer: many}, async (tx) => {
      await tx`
        insert into people (partnership_id, partner_id, given_name, family_name)
        select ${many.partnershipId}, ${many.partnerId}, 'Alex', 'Example ' || number from generate_series(1, 230) as number
      `;
      await tx`insert into person_keys (person_id, keys) select id, array['name:alex'] from people where partner_id = ${many.partnerId}`;
    });
    const seen = new Set<string>();
    for (let page = 1; page <= 10; page++) {
      const finding = await findPeople(web, 'alex', page, {viewer: many, today: TODAY});
      expect(finding).toMatchObject({page, pages: 10, total: 200, isTooMany: true});
      for (const {id} of finding.people) seen.add(id);
    }
    expect(seen.size).toBe(200);
  });

  it('follows a change of the record at once', async () => {
    const {web} = database;
    const person = await addSomeone(web, ours, {givenName: 'Zofia', familyName: 'Zielińska'});
    expect(await ids('zielinska')).toEqual([person]);
  });
});
