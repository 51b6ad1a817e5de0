import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {MESSAGE_LIMIT, readReport, readReportId} from './listing-report-schema.ts';
import {recordListingReport} from './listing-report.server.ts';

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe('a report that something is wrong', () => {
  let database: TestDatabase;
  let serviceId: string;
  beforeAll(async () => {
    database = await testDatabase();
    const [service] = await database.sql<
      {id: string}[]
    >`insert into services (slug, name) values ('club', 'Club') returning id`;
    serviceId = service!.id;
  });
  afterAll(() => database.drop());

  const reports = () => database.sql`select problem, message from listing_reports order by created_at`;

  it('counts once however often the same form is sent, and keeps its last words', async () => {
    const id = randomUUID();
    await Promise.all(
      [1, 2, 3].map(() => recordListingReport(database.web, id, serviceId, {problem: 'closed', message: ''})),
    );
    expect(await reports()).toEqual([{problem: 'closed', message: null}]);
    await recordListingReport(database.web, id, serviceId, {problem: 'times', message: 'It is on Tuesdays now'});
    expect(await reports()).toEqual([{problem: 'times', message: 'It is on Tuesdays now'}]);
    await recordListingReport(database.web, randomUUID(), serviceId, {problem: 'cost', message: ''});
    expect(await reports()).toHaveLength(2);
  });

  it('needs a problem, and words when it is something else', () => {
    expect(readReport(form({message: 'hello'}))).toEqual({ok: false, errors: {problem: 'chooseProblem'}});
    expect(readReport(form({problem: 'fire', message: ''}))).toEqual({ok: false, errors: {problem: 'chooseProblem'}});
    expect(readReport(form({problem: 'other', message: '  \r\n'}))).toEqual({
      ok: false,
      errors: {message: 'sayWhatElse'},
    });
    expect(readReport(form({problem: 'closed'}))).toEqual({ok: true, report: {problem: 'closed', message: ''}});
  });

  it('may be as long as the hint says, counted as the person sees it', () => {
    const long = 'é'.repeat(MESSAGE_LIMIT);
    expect(readReport(form({problem: 'place', message: `${long}\r\n`}))).toMatchObject({ok: true});
    expect(readReport(form({problem: 'place', message: `${long}x`}))).toEqual({
      ok: false,
      errors: {message: 'messageTooLong'},
    });
  });

  it('has a number of ours or none', () => {
    const id = randomUUID();
    expect(readReportId(id)).toBe(id);
    expect(readReportId("'; drop table")).toBeNull();
    expect(readReportId(null)).toBeNull();
  });
});
