/**
 * A database of one's own, as a hosting firm gives it: its owner is no superuser, so row-level security holds the owner
 * too. Everything must work there as it does on the embedded database.
 */
import {randomBytes} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {listEmergencies} from '../../app/domain/records/emergency-reviews.server.ts';
import {reviewPerson} from '../../app/domain/records/review-acts.server.ts';
import {verifyChain} from '../../app/domain/audit/verify-chain.server.ts';
import {loadDemonstrationPeople} from '../../app/domain/people/demonstration-people.server.ts';
import {findPeople} from '../../app/domain/people/find-people.server.ts';
import {getRecord} from '../../app/domain/people/get-record.server.ts';
import {openRecord} from '../../app/domain/people/open-record.server.ts';
import {addSomeone, formOf, type Colleague} from '../factories/people.ts';
import {insertSession} from '../factories/staff.ts';
import {clearAway} from '../../app/domain/access/housekeeping.server.ts';
import {listDemonstrationAccounts} from '../../app/domain/access/demonstration-accounts.server.ts';
import {connect, type Sql} from '../../db/client.ts';
import {migrate} from '../../db/migrate.ts';
import {seedStaff} from '../../db/seed/load.ts';
import {WEB_PASSWORD} from '../setup/clone-database.ts';

const TODAY = '2026-11-22';
const name = `ordinary_${randomBytes(4).toString('hex')}`;
let admin: Sql;
let owner: Sql;
let web: Sql;
let host: Colleague;
let officer: Colleague;
beforeAll(async () => {
  const {databaseUrl} = inject('engines');
  admin = connect(databaseUrl, {max: 1});
  await admin.unsafe(`create role ${name} login password 'x' createrole`);
  await admin.unsafe(`create database ${name} owner ${name}`);
  const as = (user: string, password: string) => {
    const url = new URL(databaseUrl);
    Object.assign(url, {username: user, password, pathname: `/${name}`});
    return connect(url.href, {max: 4});
  };
  owner = as(name, 'x');
  web = as('fingerpost_web', WEB_PASSWORD);
  await migrate(owner);
  await seedStaff(owner);
  const accounts = await listDemonstrationAccounts(web);
  const colleague = async (email: string): Promise<Colleague> => {
    const {id} = accounts.find((account) => account.email === email)!;
    const [inside] = await connectAs(id);
    return inside!;
  };
  const connectAs = async (id: string) => {
    const superuser = as(new URL(databaseUrl).username, new URL(databaseUrl).password);
    const rows = await superuser<
      Omit<Colleague, 'sessionId'>[]
    >`select id as staff_id, partner_id, partnership_id from staff where id = ${id}`;
    const sessionId = await insertSession(superuser, id);
    await superuser.end();
    return rows.map((row) => ({...row, sessionId}));
  };
  [host, officer] = [await colleague('priya.nair@hub.example'), await colleague('ruth.pemberton@hub.example')];
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await web?.end();
  await admin?.unsafe(`drop database if exists ${name} with (force)`);
  await admin?.unsafe(`drop owned by ${name}; drop role ${name}`);
  await admin?.end();
});

describe('with an owner who is no superuser', () => {
  it('the demonstration is filled, accounts and people', async () => {
    const staff = await readFile('db/seed/bracknell-forest/staff.yaml', 'utf8');
    expect(await listDemonstrationAccounts(web)).toHaveLength(staff.match(/email:/g)!.length);
    expect(await loadDemonstrationPeople(owner, TODAY)).toBe(40);
  });

  it('a person is written down, found, opened and read, and the audit of it is whole', async () => {
    const id = await addSomeone(web, host, {givenName: 'Ottoline', familyName: 'Marchbanks', birthDate: '1/2/1950'});
    const found = await findPeople(web, 'marchbanks ottoline', 1, {viewer: host, today: TODAY});
    expect(found.people.map((person) => person.id)).toEqual([id]);
    const none = {consentBy: null, consentHow: null, workKind: null, workName: null, reason: null};
    const reason = {...none, basis: 'emergency', reason: 'Found on the floor, ambulance on its way'} as const;
    await openRecord(web, formOf(host, 'people.open'), id, reason);
    expect(await getRecord(web, {viewer: host}, id)).not.toBeNull();
    const review = {purpose: 'records-review', viewer: officer} as const;
    const page = await reviewPerson(web, review, id, {from: null, until: null, after: null} as never);
    expect(page?.acts.map(({action}) => action)).toContain('emergency_access');
    expect((await listEmergencies(web, review, {isReviewed: false, after: null})).emergencies).toHaveLength(1);
    expect(await verifyChain(owner)).toMatchObject({ok: true});
    expect(await clearAway(web)).toBe(0);
  });

  it('the owner too sees no member of staff without saying for whom', async () => {
    expect(await owner`select id from staff`).toHaveLength(0);
  });
});
