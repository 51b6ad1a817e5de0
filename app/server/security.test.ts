import express from 'express';
import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import {connect, type AddressInfo} from 'node:net';
import {afterEach, describe, expect, it} from 'vitest';
import {readConfig} from '../config.server.ts';
import {
  settleHost,
  limitBody,
  mintNonce,
  refuseDataParameter,
  refuseForeignChanges,
  securityHeaders,
} from './security.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

/** A server with nothing but the guards, which answers with the host that a request was left with. */
async function guarded(settings: Record<string, string> = {}): Promise<string> {
  const config = readConfig({...settings});
  const app = express();
  app.set('trust proxy', config.trustProxy);
  app.use(settleHost(config), mintNonce, ...securityHeaders(config));
  app.use(refuseDataParameter, refuseForeignChanges, limitBody);
  app.all('*', (request, response) => void response.send(request.hostname));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const post = async (url: string, headers: Record<string, string>, body = 'a=1') =>
  (await fetch(url, {method: 'POST', headers, body})).status;

/** The whole answer to a request of HTTP 1.0, which need not name the host; some proxies send such ones. */
async function withoutHost(site: string): Promise<string> {
  const socket = connect(Number(new URL(site).port), '127.0.0.1');
  socket.end('GET / HTTP/1.0\r\n\r\n');
  return Buffer.concat(await socket.toArray()).toString();
}

describe('a change', () => {
  it('is let through from our own pages only', async () => {
    const site = await guarded();
    expect(await post(site, {'Sec-Fetch-Site': 'same-origin', Origin: site})).toBe(200);
    expect(await post(site, {Origin: site})).toBe(200);
    expect(await post(site, {Origin: 'null'})).toBe(403);
    expect(await post(site, {Origin: 'https://elsewhere.example'})).toBe(403);
    expect(await post(site, {'Sec-Fetch-Site': 'same-site'})).toBe(403);
    expect(await post(site, {Origin: site, 'Sec-Fetch-Site': 'cross-site'})).toBe(403);
    expect(await post(site, {})).toBe(403);
  });

  it('is measured against the public address where there is one', async () => {
    const site = await guarded({PUBLIC_URL: 'https://help.example'});
    expect(await post(site, {Origin: 'https://help.example'})).toBe(200);
    expect(await post(site, {Origin: site})).toBe(403);
  });

  it('cannot be long', async () => {
    const site = await guarded();
    expect(await post(site, {Origin: site}, 'x'.repeat(64 * 1024))).toBe(200);
    expect(await post(site, {Origin: site}, 'x'.repeat(64 * 1024 + 1))).toBe(413);
  });
});

describe('an answer', () => {
  it('allows no script but ours, and a new number each time', async () => {
    const site = await guarded();
    const policies = [await fetch(site), await fetch(site)].map(
      (answer) => answer.headers.get('content-security-policy') ?? '',
    );
    expect(policies[0]).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}';style-src 'self';/);
    expect(policies[0]).not.toBe(policies[1]);
  });

  it('insists on https where the public address has it', async () => {
    expect((await fetch(await guarded())).headers.get('strict-transport-security')).toBeNull();
    server?.close();
    const site = await guarded({PUBLIC_URL: 'https://help.example'});
    expect((await fetch(site)).headers.get('strict-transport-security')).toContain('max-age=31536000');
  });

  it('lets pictures of the map come from where the map comes from', async () => {
    const site = await guarded({TILES_URL: 'https://{s}.tiles.example/{z}/{x}/{y}.png', TILES_ATTRIBUTION: 'Maps'});
    expect((await fetch(site)).headers.get('content-security-policy')).toContain(
      "img-src 'self' data: https://*.tiles.example;",
    );
  });
});

describe('what a visitor claims', () => {
  it('about the host is believed from a trusted proxy only', async () => {
    const headers = {'X-Forwarded-Host': 'elsewhere.example'};
    expect(await (await fetch(await guarded(), {headers})).text()).toBe('127.0.0.1');
    server?.close();
    expect(await (await fetch(await guarded({TRUST_PROXY: 'loopback'}), {headers})).text()).toBe('elsewhere.example');
  });

  it('about the host is not needed where the public address is set, nor believed', async () => {
    const site = await guarded({PUBLIC_URL: 'https://help.example', TRUST_PROXY: 'loopback'});
    const headers = {'X-Forwarded-Host': 'elsewhere.example'};
    expect(await (await fetch(site, {headers})).text()).toBe('help.example');
    expect(await withoutHost(site)).toMatch(/ 200 OK.*help\.example/s);
    server?.close();
    expect(await withoutHost(await guarded())).toMatch(/ 400 Bad Request.*does not say which site/s);
  });

  it('about the part of a page to run is refused', async () => {
    expect((await fetch(`${await guarded()}/search?q=a&_data=routes%2Fsearch`)).status).toBe(400);
  });
});
