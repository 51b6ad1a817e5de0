/** What stands behind private links, on the built site: for whoever has the link, in three languages, and for nobody else. */
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {privateLinks, type PrivateKind} from '../factories/private-links.ts';
import {testDatabase, type TestDatabase} from '../setup/database.ts';
import {SITE_SECRET, testSite, type Site} from './site.ts';

let database: TestDatabase;
let site: Site;
let links: Awaited<ReturnType<typeof privateLinks>>;
beforeAll(async () => {
  database = await testDatabase({demo: true});
  site = await testSite(database, {PUBLIC_URL: 'https://help.example'});
  links = await privateLinks(database, SITE_SECRET);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await database?.drop();
});

/** As a browser sends a form of ours. */
const OURS = {'sec-fetch-site': 'same-origin'};

describe('a page behind a private link', () => {
  /** Words that only stand there when the page was opened, in each language. */
  const opened: Record<PrivateKind, Record<string, string>> = {
    answer: {
      en: 'You can leave out any question',
      cy: 'Gallwch hepgor unrhyw gwestiwn',
      pl: 'Każde pytanie możesz pominąć',
    },
    plan: {en: 'again on Tuesday 3 March 2026', cy: 'eto: Dydd Mawrth, 3 Mawrth 2026', pl: 'wtorek, 3 marca 2026'},
    onward: {en: 'Yes, they are welcome', cy: 'mae croeso iddyn nhw', pl: 'Tak, zapraszamy'},
    asked: {en: 'Only the link workers read it', cy: 'Dim ond y gweithwyr cyswllt', pl: 'tylko link workerzy'},
    letter: {en: 'A letter for you', cy: 'Llythyr i chi', pl: 'List do Ciebie'},
    private: {en: '. It is here until ', cy: '. Bydd yma tan: ', pl: '. Strona będzie tu do: '},
  };

  it.each(Object.keys(opened) as PrivateKind[])(
    'speaks three languages, sends no script, and tells nobody where it is or whom it is about: %s',
    async (kind) => {
      const path = links.paths[kind];
      const proof = kind === 'private' ? await withCode(path) : '';
      for (const [language, words] of Object.entries(opened[kind])) {
        const {html, headers} = await seen(path, language, proof);
        expect(html).toContain(words);
        expect(html).toContain(`<html lang="${language}"`);
        if (kind !== 'answer')
          expect(html).toMatch(/lang="en"[^>]*>(<(p|header|h2)[^>]*>[^<]*(<\/p>)?)*(Dear )?Ottoline/);
        expect(/<title>([^<]*)<\/title>/.exec(html)![1]).not.toMatch(/Ottoline|Choirs|Singers/);
        expect(html).toContain('<meta name="robots" content="noindex');
        expect(html).not.toMatch(/<script|modulepreload/);
        expect(html).toMatch(new RegExp(`name="back"[^>]* value="${path}"`));
        expect(headers.get('referrer-policy')).toMatch(/\bstrict-origin$/);
        expect(headers.get('cache-control')).toBe('no-store');
      }
      // As data it is no less private, whoever asks for it.
      const {headers} = await seen(`${path}.data`, 'en', proof);
      expect(headers.get('cache-control')).toBe('no-store');
      const gone = await seen(`/${kind}/${'x'.repeat(43)}`, 'cy');
      expect(gone.html).toContain('Nid yw’r ddolen hon yn gweithio mwyach');
      expect(gone.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('that has a code says nothing of what is on it before, in any language, and what is wrong with a code', async () => {
    const path = links.paths.private;
    const asks = {en: 'This is not the code', cy: 'Nid hwn yw’r cod', pl: 'To nie jest ten kod'};
    for (const [language, words] of Object.entries(asks)) {
      expect((await seen(path, language)).html).not.toMatch(/Ottoline|robins|<script/);
      const wrong = await sent(path, {code: '12'}, language);
      expect(wrong.status).toBe(422);
      expect(await wrong.text()).toMatch(new RegExp(`<html lang="${language}"[^]*${words}`));
    }
  });

  it('comes back in the language that was chosen on it', async () => {
    const chosen = await sent('/language', {lang: 'pl', back: '/plan/secret?layout=large'});
    expect(chosen.status).toBe(303);
    expect(chosen.headers.get('location')).toBe('/plan/secret?layout=large');
    expect(chosen.headers.get('set-cookie')).toMatch(/^(__Host-)?lang=pl/);
  });

  it('has everything still that was ticked and typed on it, in the other language, and nothing is sent by that', async () => {
    const typed = {
      answer: {scale: 'ons4', satisfied: '7'},
      onward: {becomes: 'declined', reason: 'full'},
      asked: {words: 'Tuesdays'},
    };
    const ticked = {
      answer: / name="satisfied" checked="" value="7"/,
      onward: /<option [^>]*value="full" selected=""/,
      asked: />\s*Tuesdays<\/textarea>/,
    };
    for (const kind of ['answer', 'onward', 'asked'] as const) {
      const path = links.paths[kind];
      const {html} = await seen(path, 'en');
      expect(html).toMatch(/formAction="\/language\?with-form"/i);
      const fields = {...typed[kind], lang: 'pl', back: path};
      const turned = await sent('/language?with-form', fields);
      expect([turned.status, turned.headers.get('location')]).toEqual([307, path]);
      // What a browser does then: it sends the same on, to where it is told.
      const again = await sent(path, fields, 'pl');
      expect(again.status).toBe(200);
      const shown = await again.text();
      expect(shown).toContain(opened[kind].pl);
      expect(shown).not.toContain('nhsuk-error');
      expect(shown).toMatch(ticked[kind]);
    }
    expect(await database.sql`select 1 from measures where case_id = ${links.caseId}`).toEqual([]);
    expect(await database.sql`select state from onward_referrals where case_id = ${links.caseId}`).toMatchObject([
      {state: 'seen'},
    ]);
  });

  async function seen(path: string, language: string, proof = '') {
    const answer = await site.ask(path, {headers: {cookie: `lang=${language}; ${proof}`}});
    return {html: await answer.text(), headers: answer.headers};
  }

  function sent(path: string, form: Record<string, string>, language = 'en') {
    return site.ask(path, {method: 'POST', headers: {...OURS, cookie: `lang=${language}`}, form});
  }

  /** The cookie of a browser that has given the code. */
  async function withCode(path: string): Promise<string> {
    const opens = await sent(path, {code: links.code});
    return /^[^;]+/.exec(opens.headers.get('set-cookie') ?? '')?.[0] ?? '';
  }
});
