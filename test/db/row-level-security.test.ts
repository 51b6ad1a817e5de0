import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {webRoleProblem} from '../../app/server/web-role.ts';
import {connect} from '../../db/client.ts';
import {within} from '../../db/within.ts';
import {insertPartner, insertStaff} from '../factories/staff.ts';
import {testDatabase, type TestDatabase} from '../setup/database.ts';

/**
 * The tables that hold nothing about anyone. A new table that is not named here is taken to be about people, and fails
 * the tests below until row-level security stands under it.
 */
const ABOUT_NOBODY = new Set(
  [
    'feeds organisations organisation_identifiers services locations addresses services_at_locations contacts',
    'phones schedules languages cost_options funding accessibility areas service_areas taxonomies',
    'taxonomy_terms attributes needs need_phrases kind_phrases need_service_types service_needs synonyms stop_words',
    'postcodes outcodes wards places place_names listings search_outbox search_log search_opens import_runs',
    'import_findings feed_records listing_reports search_words migrations loaded_seeds partnerships partners teams',
    'audit_head',
  ].flatMap((line) => line.split(' ')),
);

interface Table {
  name: string;
  isOn: boolean;
  isForced: boolean;
  policies: number;
}

let database: TestDatabase;
let tables: Table[];
beforeAll(async () => {
  database = await testDatabase();
  tables = await database.sql<Table[]>`
    select
      relname as name,
      relrowsecurity as is_on,
      relforcerowsecurity as is_forced,
      (select count(*)::integer from pg_policy where polrelid = pg_class.oid) as policies
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    order by relname
  `;
});
afterAll(() => database?.drop());

const personal = () => tables.filter((table) => !ABOUT_NOBODY.has(table.name));

describe('row-level security', () => {
  it('stands, forced, under every table that holds anything about anyone', () => {
    expect(personal().length).toBeGreaterThan(10);
    const without = personal().filter((table) => !table.isOn || !table.isForced || table.policies === 0);
    expect(without.map((table) => table.name)).toEqual([]);
  });

  it('shows no row where nobody has said for whom and why, whatever is in the tables', async () => {
    const partner = await insertPartner(database.sql);
    const {staffId} = await insertStaff(database.sql, partner, {password: 'kettle river marble'});
    await database.sql`insert into submissions (id, staff_id, door) values (${randomUUID()}, ${staffId}, 'x')`;
    await database.sql`insert into messages (channel, recipient, body) values ('text', '07700900001', 'Hello')`;
    for (const {name} of personal()) {
      const [readable] = await database.sql`select has_table_privilege('fingerpost_web', ${name}, 'select') as yes`;
      if (!readable?.yes) continue;
      const rows = await database.web`select 1 from ${database.web(name)} limit 1`;
      expect(rows.length, name).toBe(0);
    }
    expect((await database.sql`select 1 from staff`).length).toBeGreaterThan(0);
  });

  it('forgets for whom it worked when the transaction ends', async () => {
    const partner = await insertPartner(database.sql);
    const viewer = await insertStaff(database.sql, partner);
    const one = connect(database.webUrl, {max: 1});
    expect(await within(one, {purpose: 'own-account', viewer}, (tx) => tx`select id from staff`)).toHaveLength(1);
    expect(await one`select id from staff`).toHaveLength(0);
    await one.end();
  });

  it('holds the owner of the tables too, once that is no superuser', async () => {
    const notForced = await database.sql`
      select relname from pg_class
      where relrowsecurity and not relforcerowsecurity and relnamespace = 'public'::regnamespace
    `;
    expect(notForced).toHaveLength(0);
  });

  it('gives nothing to everybody', async () => {
    const granted = await database.sql`
      select table_name, privilege_type from information_schema.role_table_grants
      where table_schema = 'public' and grantee = 'PUBLIC'
    `;
    expect(granted).toHaveLength(0);
  });

  it('lets the web server empty no table and change no structure', async () => {
    await expect(database.web`truncate listings`).rejects.toMatchObject({code: '42501'});
    await expect(database.web`alter table staff disable row level security`).rejects.toMatchObject({code: '42501'});
    await expect(database.web`create table loot (id integer)`).rejects.toMatchObject({code: '42501'});
    await expect(database.web`set role postgres`).rejects.toThrow();
  });
});

describe('the login of the web server', () => {
  it('is right as the tests make it', async () => {
    expect(await webRoleProblem(database.web)).toBeNull();
  });

  it('is refused, by name, when it could step over the policies', async () => {
    expect(await webRoleProblem(database.sql)).toMatch(/^DATABASE_WEB_URL: .* is a superuser$/);
    const name = `login_${randomUUID().slice(0, 8)}`;
    const as = async (attributes: string, extra = '') => {
      await database.sql.unsafe(`create role ${name} login password 'x' ${attributes}; ${extra}`);
      const url = new URL(database.url);
      url.username = name;
      url.password = 'x';
      const login = connect(url.href, {max: 1});
      try {
        return await webRoleProblem(login);
      } finally {
        await login.end();
        await database.sql.unsafe(`drop owned by ${name}; drop role ${name}`);
      }
    };
    expect(await as('bypassrls')).toMatch(/may bypass row-level security/);
    expect(await as('')).toMatch(/is not a member of fingerpost_web/);
    expect(await as('in role fingerpost_web')).toBeNull();
    expect(
      await as('in role fingerpost_web', `create table theirs_${name} (); alter table theirs_${name} owner to ${name}`),
    ).toMatch(/owns tables/);
    const [owner] = await database.sql`select current_user as name`;
    expect(await as('', `grant ${owner?.name} to ${name}`)).toMatch(/may become/);
  });
});
