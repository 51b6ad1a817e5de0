import {once} from 'node:events';
import http from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import {MeilisearchApiError} from 'meilisearch';
import {afterEach, expect, test} from 'vitest';
import {engineHttp} from './engine-http.ts';

const servers: http.Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()));

/** A server of its own for each test, with the connections it was given. */
async function serve(answer: http.RequestListener): Promise<{url: string; sockets: Set<Socket>}> {
  const sockets = new Set<Socket>();
  const server = http.createServer(answer).on('connection', (socket) => sockets.add(socket));
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sockets};
}

test('asks over one connection after another, and reads what comes in pieces', async () => {
  const {url, sockets} = await serve((request, response) => {
    let said = '';
    request.on('data', (part: Buffer) => (said += part.toString()));
    request.on('end', () => {
      response.write('{"said":');
      response.end(`${said}}`);
    });
  });
  const ask = engineHttp();
  for (const word of ['café', 'Łódź']) {
    expect(await ask(url, {method: 'POST', body: JSON.stringify(word)})).toEqual({said: word});
  }
  expect(sockets.size).toBe(1);
});

test('a refusal is an error of the engine, with its code', async () => {
  const {url} = await serve((_, response) => response.writeHead(404).end('{"code":"index_not_found","message":"no"}'));
  const refused = await engineHttp()(url).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(MeilisearchApiError);
  expect(refused).toMatchObject({cause: {code: 'index_not_found'}});
});

test('a kept connection that was closed meanwhile is replaced by another', async () => {
  let asked = 0;
  const {url, sockets} = await serve((request, response) => {
    asked++;
    // The second request finds the door shut in its face.
    if (asked === 2) request.socket.resetAndDestroy();
    else response.end(String(asked));
  });
  const ask = engineHttp();
  expect(await ask(url)).toBe(1);
  expect(await ask(url)).toBe(3);
  expect(sockets.size).toBe(2);
});

test('waits no longer than it is told, and a new connection that is refused is an error', async () => {
  const {url} = await serve(() => {});
  await expect(engineHttp()(url, {signal: AbortSignal.timeout(50)})).rejects.toThrow();
  await expect(engineHttp()('http://127.0.0.1:9/')).rejects.toThrow();
});
