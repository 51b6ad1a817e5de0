import {Readable} from 'node:stream';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertPartner, insertStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {countCallsAgain} from '../figures/count-again.server.ts';
import {viewFigures} from '../figures/figure-tables.ts';
import {readFiguresFilter} from '../figures/figures-filter.ts';
import {readFigures} from '../figures/read-figures.server.ts';
import {SMALL_NUMBERS} from '../figures/suppress.ts';
import {importPhoneHistory} from './import-phone-history.server.ts';

const OCTOBER = readFiguresFilter(new URLSearchParams('month=2026-10'), '2026-11-28');

let database: TestDatabase;
let analyst: {staffId: string; partnerId: string};
let stranger: {staffId: string; partnerId: string};
beforeAll(async () => {
  database = await testDatabase();
  const host = await insertPartner(database.sql, {name: 'Host'});
  analyst = await insertStaff(database.sql, host, {roles: ['analyst']});
  const elsewhere = await insertPartner(database.sql, {name: 'Beside', beside: host});
  stranger = await insertStaff(database.sql, elsewhere, {roles: ['analyst']});
});
afterAll(() => database?.drop());

const take = (text: string | Buffer) => importPhoneHistory(database.sql, Readable.from([Buffer.from(text)]));
const figures = async (viewer: typeof analyst, thresholds = {answerSeconds: 20, shortSeconds: 5}) => {
  await countCallsAgain(database.web);
  const counts = await readFigures(database.web, {purpose: 'figures', viewer}, OCTOBER, thresholds);
  return viewFigures(counts, OCTOBER, new Date('2026-11-28T12:00:00Z'), SMALL_NUMBERS).tables.answered;
};

// Monday 5 October: eight calls, one of them given up at once; one on the next day; one in September by the clock in
// Britain, though not by that of Greenwich.
const FILE = `Call;Offered;Caller;Outcome;Waited
m1;2026-10-05 09:00:00;07700900123;answered;3
m2;2026-10-05 09:01:00;07700900123;answered;20
m3;2026-10-05 09:02:00;;answered;21
m4;2026-10-05 09:03:00;;answered;0:12
m5;05/10/2026 09:04;;abandoned;4
m6;05/10/2026 09:05;;abandoned;5
m7;2026-10-05T08:06:00Z;;abandoned;1:10
m8;2026-10-05T09:07:00+01:00;;answered;9
t1;2026-10-06 00:10:00;;answered;1
s1;2026-09-30 23:59:00;;answered;1
`;

describe('a telephone system’s file', () => {
  it('is counted by weekday and month, with thresholds, as by hand', async () => {
    expect(await take(FILE)).toMatchObject({added: 10, changed: 0, unchanged: 0, refused: 0});
    // 8 offered, 7 count; 4 answered within 20 seconds; 2 given up that count.
    expect((await figures(analyst)).rows).toEqual([
      ['Monday', '8', '4', '5', '3', '1', '57.1 %', '28.6 %'],
      ['Tuesday', '1', '1', '1', '0', '0', '100.0 %', '0.0 %'],
      ['The whole month', '9', '5', '6', '3', '1', '62.5 %', '25.0 %'],
    ]);
    expect((await figures(analyst, {answerSeconds: 21, shortSeconds: 6})).rows.at(-1)).toEqual([
      'The whole month',
      ...['9', '6', '6', '3', '2', '85.7 %', '14.3 %'],
    ]);
  });

  it('taken in again changes nothing; a later one that tells otherwise is believed', async () => {
    expect(await take(FILE)).toMatchObject({added: 0, changed: 0, unchanged: 10});
    expect(await take('call,offered,outcome,waited\nt1,2026-10-06 00:10:00,answered,2\n')).toMatchObject({
      added: 0,
      changed: 1,
    });
    expect(await take('call,offered,outcome,waited\nt1,2026-10-06 00:10:00,answered,1\n')).toMatchObject({changed: 1});
  });

  it('loses only the lines that cannot be read, and says which and why', async () => {
    const report = await take(
      'call,offered,outcome,waited\nx1,2026-08-01 10:00:00,answered,1\n,yesterday,answered,1\nx2,2026-08-01 10:01:00,voicemail,1\n',
    );
    expect(report).toMatchObject({added: 1, refused: 2});
    expect(report.refusals.map(({line, column}) => `${line} ${column}`)).toEqual(['3 call', '3 offered', '4 outcome']);
    await expect(take('call,when\nx,y\n')).rejects.toThrow("no column 'offered', 'outcome', 'waited'");
  });

  it('keeps no number of a caller', async () => {
    const [{kept}] = await database.sql<
      [{kept: string}]
    >`select json_agg(phone_history)::text as kept from phone_history`;
    expect(kept).not.toContain('900123');
  });

  it('is read in UTF-16 too, as spreadsheets write it', async () => {
    const text = '\uFEFFcall\toffered\toutcome\twaited\nu1\t2026-08-02 10:00:00\tanswered\t1\n';
    expect(await take(Buffer.from(text, 'utf16le'))).toMatchObject({added: 1});
  });

  it('shows nothing to an organisation whose telephones it is not about', async () => {
    expect((await figures(stranger)).rows).toEqual([]);
  });
});
