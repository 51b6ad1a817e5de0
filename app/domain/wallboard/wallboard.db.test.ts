import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {aHandoff, aSecondLevel, letLieIdle} from '../../../test/factories/second-level.ts';
import type {TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {within} from '../../../db/within.ts';
import {countCallsAgain} from '../figures/count-again.server.ts';
import {insertCall, insertNameless} from '../../../test/factories/counted-calls.ts';
import {readWallboard, type WallboardCounts} from './read-wallboard.server.ts';
import {endWallboardLink, listWallboardLinks, makeWallboardLink, MOST_LINKS} from './wallboard-links.server.ts';

const DAY = 86_400_000;

let database: TestDatabase;
let level: Awaited<ReturnType<typeof aSecondLevel>>;
beforeAll(async () => {
  database = await testDatabase();
  level = await aSecondLevel(database.sql);
});
afterAll(() => database?.drop());

const asker = (viewer: TestStaff) => ({viewer: {...viewer, sessionId: ''}, address: null});

async function make(viewer: TestStaff, submission: string = randomUUID()) {
  const sender = {...asker(viewer), submission, door: 'desk.wallboard'};
  return makeWallboardLink(database.web, sender, {name: 'Big room', siteSecret: 'a secret of the site, for a test'});
}

async function open(viewer: TestStaff): Promise<string> {
  const made = await make(viewer);
  if (!made.ok) throw new Error(made.reason);
  return made.token;
}

const read = (token: string, now = new Date()) => readWallboard(database.web, token, now);

async function counts(token: string, now = new Date()): Promise<WallboardCounts> {
  const seen = await read(token, now);
  if (seen.state !== 'open') throw new Error(seen.state);
  return seen.counts;
}

describe('a link', () => {
  it('is made once however often its form is sent, and the database does not hold its token', async () => {
    const submission = randomUUID();
    const both = await Promise.all([make(level.handler, submission), make(level.handler, submission)]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0]).toMatchObject({ok: true, token: expect.stringMatching(/^[\w-]{43}$/)});
    const links = await database.sql<{everything: string}[]>`
      select row_to_json(wallboard_links)::text as everything from wallboard_links
      where partner_id = ${level.desk.partnerId}
    `;
    expect(links).toHaveLength(1);
    const [sent] = await database.sql<[{outcome: string}]>`
      select outcome::text from submissions where id = ${submission}
    `;
    const {token} = both[0] as {token: string};
    expect(links[0]!.everything + sent.outcome).not.toContain(token);
    const acts = await database.sql`
      select details ->> 'what' as what from audit_entries where action = 'wallboard_link_changed'
    `;
    expect(acts.map(({what}) => what)).toEqual(['made']);
  });

  it('opens until it is ended, by its own organisation only', async () => {
    const token = await open(level.nurse);
    expect((await read(token)).state).toBe('open');
    const [link] = await listWallboardLinks(database.web, asker(level.nurse));
    expect(link).toMatchObject({name: 'Big room', endedAt: null, seenAt: expect.any(Date)});
    expect(await listWallboardLinks(database.web, asker(level.stranger))).toEqual([]);
    await endWallboardLink(database.web, asker(level.stranger), link!.id);
    expect((await read(token)).state).toBe('open');
    await endWallboardLink(database.web, asker(level.nurse), link!.id);
    await endWallboardLink(database.web, asker(level.nurse), link!.id);
    expect(await read(token)).toEqual({state: 'ended'});
    expect(await read('not a token')).toEqual({state: 'unknown'});
    expect(await read('')).toEqual({state: 'unknown'});
    const acts = await database.sql`
      select details ->> 'what' as what from audit_entries
      where action = 'wallboard_link_changed' and details ->> 'link' = ${link!.id}
      order by seq
    `;
    expect(acts.map(({what}) => what)).toEqual(['made', 'ended']);
  });

  it('of an organisation that is closed opens nothing', async () => {
    const token = await open(level.stranger);
    expect((await read(token)).state).toBe('open');
    await database.sql`update partners set closed_at = now() where id = ${level.elsewhere.partnerId}`;
    expect((await read(token)).state).toBe('ended');
  });

  it(`is one of ${MOST_LINKS} at most`, async () => {
    for (let made = 0; made < MOST_LINKS; made++) expect((await make(level.alan)).ok || made > 0).toBe(true);
    expect(await make(level.alan)).toEqual({ok: false, reason: 'many'});
  });
});

describe('what is behind it', () => {
  it('are the counts of the organisation that made it, as a plain count has them', async () => {
    const {sql} = database;
    const desk = {...level.trust, staffId: level.nurse.staffId};
    const person = await insertNameless(sql, desk);
    const other = await insertNameless(sql, desk);
    const noon = new Date('2026-06-17T11:00:00Z');
    const daysBefore = (days: number) => new Date(noon.getTime() - days * DAY);
    for (let call = 0; call < 12; call++) {
      await insertCall(sql, desk, {startedAt: noon, dispositions: call < 9 ? ['self_care'] : ['passed_to_gp']});
    }
    await insertCall(sql, desk, {startedAt: noon, dispositions: ['wrong_number']});
    // Yesterday, seven days ago and fifteen days ago are none of it; the first and the last day of the seven are.
    for (const days of [1, 7, 15]) await insertCall(sql, desk, {startedAt: daysBefore(days), needs: ['debt']});
    await insertCall(sql, desk, {startedAt: daysBefore(14), personId: person, domain: 'health'});
    await insertCall(sql, desk, {startedAt: daysBefore(8), personId: other, domain: 'health'});
    await insertCall(sql, desk, {startedAt: daysBefore(6), personId: other, domain: 'health'});
    // A colleague's calls elsewhere.
    await insertCall(sql, {...level.desk, staffId: level.handler.staffId}, {startedAt: noon});
    await countCallsAgain(database.web, noon);

    const seen = await counts(await open(level.nurse), noon);
    expect(seen.partnerName).toBe(level.trust.partnerName);
    const [plain] = await sql`
      select count(*) as calls, count(*) filter (where is_eligible) as eligible,
        count(*) filter (where is_eligible and is_resolved) as claimed
      from calls
      where partner_id = ${level.trust.partnerId} and started_at between '2026-06-17 00:00' and '2026-06-17 23:59'
    `;
    expect(seen.today).toEqual([{domain: 'adult_social_care', ...plain}]);
    expect(plain).toEqual({calls: 13, eligible: 12, claimed: 9});
    // Of two calls about somebody known in those seven days one held; the other person rang again two days later.
    expect(seen.held.filter(({settled}) => settled > 0)).toEqual([{domain: 'health', settled: 2, sustained: 1}]);
    expect(seen.heldDays).toEqual({from: '2026-06-03', to: '2026-06-09'});
    expect(seen.countedAt).toEqual(noon);
  });

  it('are what waits in its queues, idle claims too, and never what is restricted', async () => {
    const {sql} = database;
    const [handler, queueId] = [level.handler, level.mentalHealth];
    const early = await aHandoff(sql, {handler, queueId, dueInMinutes: -30});
    await aHandoff(sql, {handler, queueId, dueInMinutes: 60});
    await aHandoff(sql, {handler, queueId, dueInMinutes: -60, isRestricted: true});
    const claimed = await aHandoff(sql, {handler, queueId, dueInMinutes: 20});
    await sql`
      update handoffs set status = 'claimed', claimed_by = ${level.doctor.staffId}, claimed_at = now(), active_at = now()
      where id = ${claimed}
    `;
    const token = await open(level.doctor);
    const queue = async () => (await counts(token)).queues.find(({discipline}) => discipline === 'mental_health');
    const [first] = await sql<[{createdAt: Date}]>`select created_at from handoffs where id = ${early}`;
    expect(await queue()).toMatchObject({waiting: 2, breached: 1, waitingSince: first.createdAt});
    await letLieIdle(sql, claimed, 11);
    expect(await queue()).toMatchObject({waiting: 3, breached: 1});
    const names = (await counts(token)).queues.map(({discipline}) => discipline);
    expect(names).toEqual(['mental_health', 'nursing']);
  });

  it('is nothing else: no call, no handoff, nobody, and no other organisation', async () => {
    const viewer = {staffId: '', partnerId: level.trust.partnerId};
    await within(database.web, {purpose: 'wallboard', viewer}, async (tx) => {
      const tables = ['calls', 'handoffs', 'people', 'call_drafts', 'gaps', 'gap_figures', 'audit_entries'];
      for (const table of [...tables, 'safeguarding_concerns', 'call_backs', 'sessions', 'phone_rings']) {
        const [may] = await tx`select has_table_privilege('fingerpost_web', ${table}, 'select') as read`;
        if (may!.read) expect(await tx`select from ${tx(table)} limit 1`, table).toHaveLength(0);
      }
      expect(await tx`select id from wallboard_links`).toHaveLength(0);
      const owners = await tx`select distinct partner_id from call_figures`;
      expect(owners.map(({partnerId}) => partnerId)).toEqual([level.trust.partnerId]);
    });
    await expect(
      within(database.web, {purpose: 'desk', viewer: level.nurse}, (tx) => tx`select token_hash from wallboard_links`),
    ).rejects.toMatchObject({code: '42501'});
    // For any other purpose the two functions say nothing.
    await within(database.web, {purpose: 'desk', viewer: level.nurse}, async (tx) => {
      expect(await tx`select discipline from wallboard_queues()`).toHaveLength(0);
      expect(await tx`select partner_id from open_wallboard('\\x00')`).toHaveLength(0);
    });
  });
});
