/**
 * Every form of the site, ready to be sent: who sends it, where it stands, what is typed, and how often it then has been done.
 * A route that takes a POST and has no case here fails the tests that read this table.
 */
import type {Sql} from '../../../db/client.ts';
import type {Role} from '../../../app/domain/access/roles.ts';
import {insertProvider} from '../../factories/cases.ts';
import {aSecondLevel} from '../../factories/second-level.ts';
import {insertStaff, type TestPartner, type TestStaff} from '../../factories/staff.ts';

export interface FormCase {
  /** The route that takes it, as in `app/routes`. */
  route: string;
  /** What it does, where the route takes several. */
  what?: string;
  make(): Promise<Filled>;
}

/** A form of a page, filled in. */
export interface Filled {
  /** Who is signed in, or nobody. */
  as: TestStaff | null;
  /** A person whose record they have opened. */
  record?: string;
  /** Where the form stands. */
  page: string;
  /** Where it is sent, where the page has several without a field to tell them by. */
  to?: string;
  /** What is typed or chosen. */
  typed: Record<string, string>;
  /** The button, where it has a name. */
  pressed?: Record<string, string>;
  /** Hidden fields by which it is known among several of the page. */
  among?: Record<string, string>;
  /** A button that leads to the form: what it answers is where the form stands. */
  first?: Record<string, string>;
  /** The whole form, where only scripts show it. */
  written?: Record<string, string>;
  /** What a page sends by itself in place of a form, as JSON. `page` is then where to. */
  json?: unknown;
  /** The session it is sent in, where it is not a new one of theirs. */
  token?: string;
  /** What whoever sends it was given before, where they have no account: a cookie with its name. */
  cookie?: string;
  /** How often it has been done. Leave it out where a form changes nothing: it looks something up. */
  done?: (sql: Sql) => Promise<number>;
  /** What is typed is a password or a code: kept nowhere. */
  isSecret?: true;
}

/** A next step, as the forms of a case ask for it. */
export const NEXT = {nextStep: 'Ring her daughter', nextOn: '2031-03-04'};

/** How often an act stands in the audit. */
export const acts =
  (action: string, {staffId}: {staffId: string}) =>
  async (sql: Sql): Promise<number> => {
    const [{count}] = await sql<[{count: number}]>`
      select count(*)::integer as count from audit_entries where action = ${action} and staff_id = ${staffId}
    `;
    return count;
  };

/** How many rows of a table have this value in a column. */
export const rows =
  (table: string, column: string, value: string) =>
  async (sql: Sql): Promise<number> => {
    const [{count}] = await sql<[{count: number}]>`
      select count(*)::integer as count from ${sql(table)} where ${sql(column)} = ${value}
    `;
    return count;
  };

/** The version of a row, less the one it was made with. */
export const changes =
  (table: string, id: string) =>
  async (sql: Sql): Promise<number> => {
    const [row] = await sql<{version: number}[]>`select version from ${sql(table)} where id = ${id}`;
    return (row?.version ?? 0) - 1;
  };

/** What the cases are made on: a database with the demonstration area, and a second level of its own. */
export interface FormBed {
  /** The owner. */
  sql: Sql;
  /** As the web server connects. */
  web: Sql;
  level: Awaited<ReturnType<typeof aSecondLevel>>;
  /** Someone of the desk's organisation, new, so that no limit is reached. */
  colleague(...roles: Role[]): Promise<TestStaff>;
  /** The same, of one organisation beside it that walks with people. */
  atProvider(...roles: Role[]): Promise<TestStaff>;
}

export async function makeFormBed({sql, web}: {sql: Sql; web: Sql}): Promise<FormBed> {
  const level = await aSecondLevel(sql);
  let provider: Promise<TestPartner> | null = null;
  return {
    sql,
    web,
    level,
    colleague: (...roles) => insertStaff(sql, level.desk, {roles}),
    atProvider: async (...roles) =>
      insertStaff(sql, await (provider ??= insertProvider(sql, {beside: level.desk})), {roles}),
  };
}
