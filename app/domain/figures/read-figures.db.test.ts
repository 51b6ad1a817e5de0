import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertPartner, insertStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {DOMAINS} from '../calls/call-choices.ts';
import {viewFigures} from './figure-tables.ts';
import {readFiguresFilter} from './figures-filter.ts';
import {loadHistory} from '../demonstration/calls/load-history.server.ts';
import {readFigures} from './read-figures.server.ts';
import {THRESHOLDS} from './service-level.ts';
import {asCount, asShare} from './shown-words.ts';
import {NOTHING_HIDDEN, SMALL_NUMBERS} from './suppress.ts';

const UNTIL = new Date('2026-11-28T15:00:00Z');
const OCTOBER = readFiguresFilter(new URLSearchParams('month=2026-10'), '2026-11-28');

let database: TestDatabase;
const viewers = new Map<string, {staffId: string; partnerId: string}>();
beforeAll(async () => {
  database = await testDatabase({demo: true});
  await loadHistory(database.sql, {until: UNTIL, days: 70, calls: 6000, people: 700});
  const staff = await database.sql<{name: string; staffId: string; partnerId: string}[]>`
    select name, id as staff_id, partner_id from staff
  `;
  for (const {name, ...viewer} of staff) viewers.set(name, viewer);
}, 120_000);
afterAll(() => database?.drop());

const read = (name: string, filter = OCTOBER, options = {}) =>
  readFigures(database.web, {purpose: 'figures', viewer: viewers.get(name)!}, filter, THRESHOLDS, options);

describe('the figures of a month', () => {
  it('are what a plain count of the calls gives, each with each', async () => {
    const counts = await read('Samir Haddad');
    expect(counts.isWholeArea).toBe(true);
    const view = viewFigures(counts, OCTOBER, UNTIL, NOTHING_HIDDEN);
    // Row by row and in JavaScript, from the calls themselves: nothing here is shared with the counting.
    const calls = await database.sql<
      {
        id: string;
        domain: keyof typeof DOMAINS;
        personId: string | null;
        startedAt: Date;
        needs: string[];
        isEligible: boolean;
        isResolved: boolean;
        dispositions: string[];
        month: string;
      }[]
    >`
      select
        id, domain, person_id, started_at, needs, is_eligible, is_resolved, dispositions,
        to_char(started_at at time zone 'Europe/London', 'YYYY-MM') as month
      from calls
      order by started_at, id
    `;
    const week = 7 * 24 * 3_600_000;
    for (const row of view.tables['first-contact'].rows.slice(0, -1)) {
      const theirs = calls.filter((call) => DOMAINS[call.domain] === row[0] && call.month === '2026-10');
      const eligible = theirs.filter((call) => call.isEligible);
      const claimed = eligible.filter((call) => call.isResolved);
      const followed = claimed.filter((call) => call.personId);
      const returned = followed.filter((call) =>
        calls.some(
          (later) =>
            later.personId === call.personId &&
            later.id !== call.id &&
            later.startedAt >= call.startedAt &&
            later.startedAt.getTime() - call.startedAt.getTime() <= week &&
            (later.needs.length && call.needs.length
              ? later.needs.some((need) => call.needs.includes(need))
              : later.domain === call.domain) &&
            !later.dispositions.every((kind) => ['wrong_number', 'test_call'].includes(kind)),
        ),
      );
      const settled = eligible.filter((call) => call.personId).length;
      expect(row.slice(1, 10), row[0]).toEqual([
        asCount(eligible.length),
        asCount(claimed.length),
        asShare(eligible.length ? claimed.length / eligible.length : null),
        asCount(followed.length - returned.length),
        asCount(returned.length),
        '0',
        asCount(claimed.length - followed.length),
        asShare(settled ? followed.length / settled : null),
        asShare(settled ? (followed.length - returned.length) / settled : null),
      ]);
    }
    expect(view.tables['first-contact'].rows.length).toBeGreaterThan(6);
  });

  it('spread over the hours are the calls of the month, in the autumn’s double hour too', async () => {
    const counts = await read('Samir Haddad');
    const [plain] = await database.sql`
      select count(*) as calls from calls where to_char(started_at at time zone 'Europe/London', 'YYYY-MM') = '2026-10'
    `;
    expect(counts.hours.reduce((sum, {calls}) => sum + calls, 0)).toBe(plain!.calls);
  });

  it('are of the viewer’s own organisation for a lead, with small numbers hidden', async () => {
    const own = await read('Grace Okafor');
    expect(own.isWholeArea).toBe(false);
    expect(own.partners.map(({name}) => name)).toEqual(['Bracknell Forest Community Hub']);
    const all = await read('Samir Haddad');
    expect(all.partners).toHaveLength(2);
    const sum = (counts: typeof all) => counts.domains.reduce((total, {calls}) => total + calls, 0);
    expect(sum(own)).toBeLessThan(sum(all));
    const shown = viewFigures(own, OCTOBER, UNTIL, SMALL_NUMBERS).tables['first-contact'].rows.flatMap((row) => [
      row[1]!,
      ...row.slice(4, 8),
    ]);
    for (const text of shown)
      if (text !== 'hidden') expect(Number(text.replace(',', '')) % SMALL_NUMBERS.roundTo).toBe(0);
    expect(shown).toContain('hidden');
  });

  it('of gaps are those of the chosen domain, as a plain count of the calls gives them', async () => {
    const ofHealth = await read('Samir Haddad', {...OCTOBER, domain: 'health'});
    const [plain] = await database.sql`
      select count(*) as gaps from gaps join calls on calls.id = gaps.call_id
      where calls.domain = 'health' and recorded_at < timestamp '2026-11-01' at time zone 'Europe/London'
    `;
    expect(ofHealth.gaps.reduce((sum, {gaps}) => sum + gaps, 0)).toBe(plain!.gaps);
    expect(plain!.gaps).toBeGreaterThan(0);
    const all = await read('Samir Haddad');
    expect(all.gaps.reduce((sum, {gaps}) => sum + gaps, 0)).toBeGreaterThan(plain!.gaps as number);
    expect(all.gaps).toContainEqual(expect.objectContaining({ward: 'Sandhurst', district: 'Bracknell Forest'}));
  });

  it('of the telephone are believable in the demonstration', async () => {
    const counts = await read('Samir Haddad');
    const {rows} = viewFigures(counts, OCTOBER, UNTIL, SMALL_NUMBERS).tables.answered;
    expect(rows).toHaveLength(8);
    expect(rows.at(-1)![0]).toBe('The whole month');
    expect(Number.parseFloat(rows.at(-1)![6]!)).toBeGreaterThan(70);
    expect(Number.parseFloat(rows.at(-1)![6]!)).toBeLessThan(97);
    expect(Number.parseFloat(rows.at(-1)![7]!)).toBeLessThan(10);
  });

  it('of the whole area hide small numbers too where several organisations take calls', async () => {
    const counts = await read('Samir Haddad');
    const view = viewFigures(counts, OCTOBER, UNTIL, SMALL_NUMBERS);
    expect(view.isExact).toBe(false);
    for (const text of view.tables['first-contact'].rows.flatMap((row) => row.slice(4, 8)))
      expect(text === 'hidden' || Number(text.replace(',', '')) % SMALL_NUMBERS.roundTo === 0, text).toBe(true);
    // Were it the only one, nothing of it could be taken away from anything.
    const alone = {...counts, partners: counts.partners.slice(0, 1)};
    expect(viewFigures(alone, OCTOBER, UNTIL, SMALL_NUMBERS).isExact).toBe(true);
  });

  it('are nobody’s who belongs to another partnership, and nobody is found through them', async () => {
    const {sql, web} = database;
    const elsewhere = await insertPartner(sql, {name: 'Elsewhere'});
    const stranger = await insertStaff(sql, elsewhere, {roles: ['analyst']});
    viewers.set('stranger', stranger);
    const counts = await read('stranger');
    expect(counts).toMatchObject({domains: [], hours: [], weeks: [], gaps: [], partners: []});
    const {within} = await import('../../../db/within.ts');
    const seen = await within(web, {purpose: 'figures', viewer: viewers.get('Samir Haddad')!}, async (tx) => ({
      calls: await tx`select id from calls limit 1`,
      people: await tx`select id from people limit 1`,
      gaps: await tx`select id from gaps limit 1`,
    }));
    expect(Object.values(seen).map((rows) => rows.length)).toEqual([0, 0, 0]);
  });

  it('taken away as a file are written into the audit', async () => {
    await read('Samir Haddad', OCTOBER, {exported: 'gaps'});
    const [entry] = await database.sql`select action, details from audit_entries order by seq desc limit 1`;
    expect(entry).toMatchObject({action: 'export_made', details: {figure: 'gaps', month: '2026-10'}});
  });
});
