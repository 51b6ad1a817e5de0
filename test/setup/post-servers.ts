/** What a test sends its messages to: a real mail server, and one that speaks the API of GOV.UK Notify. */
import {createHmac} from 'node:crypto';
import {once} from 'node:events';
import {createServer, type IncomingMessage, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {text as readText} from 'node:stream/consumers';
import {SMTPServer} from 'smtp-server';
import type {Post} from '../../app/config.server.ts';

interface Received {
  to: string[];
  text: string;
}

/** A real mail server that keeps what it is given. `refuses` makes it turn every recipient away. */
export async function mailServer() {
  const received: Received[] = [];
  const state = {refuses: false};
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (address, _session, done) =>
      done(state.refuses ? Object.assign(new Error(`no room for ${address.address}`), {responseCode: 452}) : null),
    onData: (stream, session, done) => {
      void readText(stream).then((text) => {
        received.push({to: session.envelope.rcptTo.map((one) => one.address), text});
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const {port} = server.server.address() as AddressInfo;
  const by: Post = {by: 'smtp', url: `smtp://127.0.0.1:${port}`, from: 'fingerpost@help.example'};
  return {received, state, by, close: () => new Promise<void>((done) => server.close(done))};
}

const SERVICE = '11111111-1111-4111-8111-111111111111';
const SECRET = '22222222-2222-4222-8222-222222222222';
export const TEMPLATES = {email: '33333333-3333-4333-8333-333333333333', text: '44444444-4444-4444-8444-444444444444'};

interface Notification {
  path: string;
  reference: string;
  [field: string]: unknown;
}

/** Speaks the documented API of GOV.UK Notify: a signed token, two ways to send, and a list by reference. */
export async function notify() {
  const received: Notification[] = [];
  const state = {status: 201, losesAnswers: false};
  const server: Server = createServer((request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body));
    };
    void (async () => {
      if (!isSigned(request)) {
        return answer(403, {status_code: 403, errors: [{error: 'AuthError', message: 'Invalid token'}]});
      }
      const url = new URL(request.url ?? '', 'http://notify');
      if (request.method === 'GET') {
        const reference = url.searchParams.get('reference');
        return answer(200, {notifications: received.filter((one) => one.reference === reference)});
      }
      if (state.status !== 201) {
        const errors = [{error: 'RateLimitError', message: 'Exceeded for pat.sample@testshire.example'}];
        return answer(state.status, {status_code: state.status, errors});
      }
      received.push({path: url.pathname, ...(JSON.parse(await readText(request)) as {reference: string})});
      if (state.losesAnswers) return void request.socket.destroy();
      answer(201, {id: SECRET, reference: received.at(-1)?.reference});
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const by: Post = {
    by: 'notify',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key: `testkey-${SERVICE}-${SECRET}`,
    emailTemplate: TEMPLATES.email,
    textTemplate: TEMPLATES.text,
  };
  const close = async () => {
    server.closeAllConnections();
    server.close();
  };
  return {received, state, by, close};
}

/** As Notify's page on its REST API says: HS256, `iss` is the service, signed with the secret part of the key. */
function isSigned(request: IncomingMessage): boolean {
  const [head = '', claims = '', signature] = (request.headers.authorization ?? '').replace('Bearer ', '').split('.');
  const {iss, iat} = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {iss: string; iat: number};
  const right = createHmac('sha256', SECRET).update(`${head}.${claims}`).digest('base64url');
  return signature === right && iss === SERVICE && Math.abs(Date.now() / 1000 - iat) < 30;
}
