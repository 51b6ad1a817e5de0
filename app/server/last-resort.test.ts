import express from 'express';
import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {pino} from 'pino';
import {afterEach, describe, expect, it} from 'vitest';
import {textFor} from '../i18n/catalogue.server.ts';
import {lastResort} from './last-resort.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

/** A server on which everything breaks; what it logs is kept. */
async function broken() {
  const logged: string[] = [];
  const app = express();
  app.all('*', () => {
    throw new Error('the secret of the house');
  });
  app.use(lastResort({log: pino({}, {write: (line: string) => void logged.push(line)})}));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {site: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, logged};
}

describe('where no page can be made', () => {
  it('people are told so kindly, in their language, with ways on and nothing of the error', async () => {
    const {site, logged} = await broken();
    for (const locale of ['en', 'cy', 'pl'] as const) {
      const answer = await fetch(`${site}/caseload`, {headers: {Accept: 'text/html', Cookie: `lang=${locale}`}});
      const page = await answer.text();
      const {problem} = textFor(locale).shell;
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([500, 'no-store']);
      for (const words of [problem.brokenTitle, problem.broken, `<a href="">${problem.tryAgain}</a>`, 'href="/talk"'])
        expect(page).toContain(words);
      for (const number of ['tel:999', 'tel:111', 'tel:116123']) expect(page).toContain(`href="${number}"`);
      expect(page).toContain(`<html lang="${locale}">`);
      expect(page).not.toMatch(/secret|Error|\bat .*:\d+/);
    }
    expect(logged).toHaveLength(3);
    expect(logged[0]).toContain('the secret of the house');
  });

  it('a script is answered in a line that is no page', async () => {
    const {site} = await broken();
    const answer = await fetch(site, {headers: {Accept: 'application/json'}});
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await answer.text()).toBe(textFor('en').shell.problem.brokenTitle);
  });
});
