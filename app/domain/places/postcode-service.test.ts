import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {type AddressInfo} from 'node:net';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {askPostcodeService} from './postcode-service.server.ts';

let server: Server;
let url: string;
let asked: string[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

const known = {
  status: 200,
  result: {
    postcode: 'RG12 1JX',
    latitude: 51.4155,
    longitude: -0.7505,
    admin_district: 'Bracknell Forest',
    codes: {admin_district: 'E06000036', admin_ward: 'E05015376'},
  },
};
const json = (body: unknown, status = 200) => {
  answer = (_, response) => response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body));
};

beforeEach(async () => {
  asked = [];
  json(known);
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const ask = (now?: number) => askPostcodeService(url, 'RG12 1JX', now);

it('gives the position and the areas of a postcode', async () => {
  expect(await ask()).toEqual({
    latitude: 51.4155,
    longitude: -0.7505,
    districtGss: 'E06000036',
    wardGss: 'E05015376',
  });
  expect(asked).toEqual(['/postcodes/RG12%201JX']);
});

it('takes an address with a path and a slash at its end', async () => {
  await askPostcodeService(`${url}/api/`, 'RG12 1JX');
  expect(asked).toEqual(['/api/postcodes/RG12%201JX']);
});

it('does without the areas when they are missing or odd', async () => {
  json({result: {...known.result, codes: {admin_district: 'E99', admin_ward: null}}});
  expect(await ask()).toMatchObject({latitude: 51.4155, districtGss: null, wardGss: null});
  json({result: {...known.result, codes: undefined}});
  expect(await ask()).toMatchObject({latitude: 51.4155, districtGss: null, wardGss: null});
});

it('knows nothing of a postcode the service does not know, and asks again about the next', async () => {
  json({status: 404, error: 'Postcode not found'}, 404);
  expect(await ask()).toBeNull();
  json(known);
  expect(await ask()).not.toBeNull();
});

it.each([
  ['no position', {latitude: null, longitude: null}],
  ['a position outside the country', {latitude: 0, longitude: 0}],
  ['another postcode', {postcode: 'RG12 1JY'}],
])('knows nothing when the answer has %s', async (_, change) => {
  json({result: {...known.result, ...change}});
  expect(await ask()).toBeNull();
  json(known);
  expect(await ask()).not.toBeNull();
});

it.each([
  ['an error', () => json({status: 500, error: 'oh dear'}, 500)],
  ['something that is not JSON', () => (answer = (_, response) => response.end('<html>Bad gateway</html>'))],
  [
    'half an answer',
    () => (answer = (_, response) => response.writeHead(200, {'content-length': '900'}).end('{"result":')),
  ],
  ['a closed line', () => (answer = (request) => request.socket.destroy())],
])('after %s it is quiet, and leaves the service alone for a while', async (_, fails) => {
  fails();
  const start = Date.now();
  expect(await ask(start)).toBeNull();
  json(known);
  expect(await ask(start + 1000)).toBeNull();
  expect(asked).toHaveLength(1);
  expect(await ask(start + 31_000)).not.toBeNull();
});

it('waits one second for a slow service, whether it is slow to begin or to end', async () => {
  // Beside a clock that a busy machine makes late as well, and that tells a second from no limit at all.
  const tooLong = () => new Promise((resolve) => setTimeout(resolve, 8000, 'waited too long'));
  answer = () => {};
  expect(await Promise.race([ask(), tooLong()])).toBeNull();

  answer = (_, response) => response.writeHead(200).write('{"result": ');
  expect(await Promise.race([ask(Date.now() + 60_000), tooLong()])).toBeNull();
});

it('is quiet when nothing answers there at all', async () => {
  expect(await askPostcodeService('http://127.0.0.1:9', 'RG12 1JX')).toBeNull();
});
