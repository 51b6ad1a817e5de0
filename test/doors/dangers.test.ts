/** The web's own dangers, tried on the built site: what headers say, what is refused, and what an answer gives away. */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {doorOf} from '../../app/server/guard-routes.ts';
import {addSomeone} from '../factories/people.ts';
import {insertPartner, insertStaff, type TestStaff} from '../factories/staff.ts';
import {testDatabase, type TestDatabase} from '../setup/database.ts';
import {testSite, type Site} from './site.ts';

let database: TestDatabase;
let site: Site;
let handler: TestStaff;
let token: string;
beforeAll(async () => {
  database = await testDatabase({demo: true});
  site = await testSite(database, {PUBLIC_URL: 'https://help.example'});
  handler = await insertStaff(database.sql, await insertPartner(database.sql), {roles: ['call_handler']});
  token = await site.signIn(handler.staffId);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await database?.drop();
});

/** As a browser sends a form of ours. Without the origin: this test reaches the site by another host than its public one. */
const OURS = {'sec-fetch-site': 'same-origin'};

describe('every answer', () => {
  it.each(['/', '/search?q=tea', '/nowhere', '/sign-in', '/people', '/suggest?q=te'])(
    'to %s says what this site never does',
    async (path) => {
      const {headers} = await site.ask(path, {token});
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}';/);
      expect(policy).not.toMatch(/unsafe-(inline|eval)|\*/);
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.get('permissions-policy')).toContain('camera=(), microphone=()');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('carries its number on every script of the page', async () => {
    for (const path of ['/search?q=tea', '/sign-in', '/people']) {
      const answer = await site.ask(path, path === '/people' ? {token} : {});
      const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy')!)![1];
      const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    }
  });

  it('to someone signed in stays in no cache: pages, data, files and refusals', async () => {
    const id = randomUUID();
    for (const path of ['/people', '/people.data', '/account', '/staff', `/people/${id}`, '/admin', '/search?q=tea']) {
      const answer = await site.ask(path, {token});
      await answer.arrayBuffer();
      expect(answer.headers.get('cache-control'), path).toContain('no-store');
    }
  });
});

/** Every form of the site, pages and resource routes alike. */
const forms = () =>
  Object.entries(site.build.routes).flatMap(([id, route]) => {
    if (!route?.path || !('action' in route.module)) return [];
    doorOf(id, route.module);
    return [{id, path: `/${route.path.replaceAll(/:\w+/g, randomUUID()).replace('*', 'nowhere')}`}];
  });

describe('a form of another site', () => {
  const foreign: [string, Record<string, string>][] = [
    ['with its own origin', {origin: 'https://elsewhere.example'}],
    ['with no origin at all', {}],
    ['with a hidden origin', {origin: 'null'}],
    ['that the browser calls foreign', {'sec-fetch-site': 'cross-site'}],
    ['of a neighbour', {'sec-fetch-site': 'same-site'}],
    ['that claims our origin and is called foreign', {origin: 'https://help.example', 'sec-fetch-site': 'cross-site'}],
    [
      'that claims to be for another host',
      {origin: 'https://elsewhere.example', 'x-forwarded-host': 'elsewhere.example'},
    ],
    ['that claims so in the newer way', {origin: 'https://elsewhere.example', forwarded: 'host=elsewhere.example'}],
  ];

  it.each(foreign)('%s is refused by every form, however it is reached', {timeout: 120_000}, async (_what, headers) => {
    const all = forms();
    expect(all.length).toBeGreaterThan(25);
    const open: string[] = [];
    for (const {path, id} of all) {
      const ways = [path, `${path}.data`, `${path}.data?_routes=${encodeURIComponent(id)}`, `${path}?index`];
      const answers = await Promise.all(ways.map((way) => site.ask(way, {method: 'POST', token, headers})));
      for (const [place, answer] of answers.entries()) {
        await answer.arrayBuffer();
        if (answer.status !== 403) open.push(`${ways[place]}: ${answer.status}`);
      }
      // The older way by which one part of a page is called: refused whoever asks, also from our own pages.
      for (const from of [headers, OURS]) {
        const old = await site.ask(`${path}?_data=${encodeURIComponent(id)}`, {method: 'POST', token, headers: from});
        if (old.status !== 400) open.push(`${path}?_data: ${old.status}`);
        await old.arrayBuffer();
      }
    }
    expect(open).toEqual([]);
  });

  it('of our own is let through', async () => {
    const answer = await site.ask('/people/new', {method: 'POST', token, headers: OURS, form: {birthDate: 'x'}});
    expect(answer.status).toBe(422);
  });
});

describe('a host that a visitor makes up', () => {
  it('stands nowhere in what is sent or shown', async () => {
    const {email} = await insertStaff(database.sql, handler, {password: 'kettle river marble'});
    const headers = {...OURS, 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'http'};
    const asked = await site.ask('/forgotten-password', {method: 'POST', headers, form: {email}});
    expect(asked.status).toBe(200);
    const [mail] = await database.sql<{body: string}[]>`select body from messages where recipient = ${email}`;
    expect(mail!.body).toContain('https://help.example/set-password/');
    for (const path of ['/', '/sitemap.xml', '/robots.txt', '/sign-in?next=//elsewhere.example/x']) {
      const answer = await site.ask(path, {headers});
      expect(answer.headers.get('location') ?? '', path).not.toContain('elsewhere');
      if (!path.startsWith('/sign-in')) expect(await answer.text(), path).not.toContain('elsewhere.example');
    }
  });
});

describe('what is far too long', () => {
  it('is refused as a whole, before anything reads it', async () => {
    const answer = await site.ask('/people', {method: 'POST', token, headers: OURS, form: {words: 'x'.repeat(70_000)}});
    expect(answer.status).toBe(413);
  });

  it(
    'in one field gets a kind answer that does not give it back whole, and never an error',
    {timeout: 120_000},
    async () => {
      const long = 'x'.repeat(60_000);
      for (const [path, form] of [
        ['/people', {words: long}],
        ['/people/new', {givenName: long, familyName: long.slice(0, 100), phone: '1'}],
        ['/people-emergency', {reason: 'She collapsed at the bus stop and cannot speak', words: long}],
        ['/sign-in', {email: `${long}@x.example`, password: 'x'}],
        ['/forgotten-password', {email: `${long}@x.example`}],
      ] as [string, Record<string, string>][]) {
        const signedIn = path.startsWith('/people') ? {token} : {};
        const answer = await site.ask(path, {method: 'POST', headers: OURS, form, ...signedIn});
        expect(answer.status, path).toBeLessThan(500);
        await answer.arrayBuffer();
      }
    },
  );
});

describe('what stands in addresses, titles and errors', () => {
  it('is nothing about a person', async () => {
    const id = await addSomeone(database.web, handler, {givenName: 'Ottoline', familyName: 'Marchbanks'});
    const opened = await site.ask(`/people/${id}/open`, {
      method: 'POST',
      token,
      headers: OURS,
      form: {basis: 'consent', consentBy: 'person', consentHow: 'spoken'},
    });
    expect(opened.headers.get('location')).toBe(`/people/${id}`);
    for (const path of ['', '/open', '/consents', '/merge', '/edit/contacts', '/edit/about']) {
      const page = await (await site.ask(`/people/${id}${path}`, {token})).text();
      if (path === '') expect(page).toContain('Marchbanks');
      expect(/<title>([^<]*)<\/title>/.exec(page)?.[1], path).not.toMatch(/Ottoline|Marchbanks/);
      const addresses = [...page.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, address]) => address);
      expect(
        addresses.filter((address) => /Ottoline|Marchbanks/i.test(address!)),
        path,
      ).toEqual([]);
    }
    const sought = await site.ask('/people', {method: 'POST', token, headers: OURS, form: {words: 'Ottoline'}});
    expect(sought.headers.get('location')).toBeNull();
    expect(await sought.text()).toContain('Marchbanks');
  });
});
