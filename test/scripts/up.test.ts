import {createServer} from 'node:net';
import {chownSync, existsSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {freePort} from '../../scripts/engines/ports.mjs';
import {closedFolderOnTheWayTo} from '../../scripts/engines/run-user.mjs';
import {buildIsCurrent} from '../../scripts/steps/build.mjs';
import {clearAway, isRunning, makeDataFolder, processesOf, root, startUp, waitFor, type Run} from './site-run.ts';

const nobody = 65534;
/** Starting the site takes some seconds of a busy machine. */
const patience = 120_000;

describe('npm start, one site from its first start on', () => {
  let folder: string;
  let run: Run;
  beforeAll(() => {
    folder = makeDataFolder();
  });
  afterAll(() => clearAway(folder), patience);
  const start = async () => {
    run = startUp(folder, {PORT: String(await freePort())});
    return run.ready;
  };

  it(
    'serves the site, refuses to be started twice, and leaves nothing running when it is ended by force',
    {timeout: patience},
    async () => {
      const address = await start();
      expect((await fetch(`${address}/health/live`)).status).toBe(200);
      const started = processesOf(folder);
      expect(started.map((one) => one.name)).toEqual(['Meilisearch', 'PostgreSQL', 'The web server']);

      const second = startUp(folder);
      expect(await second.ended).toBe(1);
      expect(second.said()).toContain(`Fingerpost is already running from ${folder}, at ${address}`);
      expect((await fetch(`${address}/health/live`)).status).toBe(200);

      run.child.kill('SIGKILL');
      await waitFor(() => !started.some(isRunning));
    },
  );

  it(
    'starts again on the same data, starts an engine again that ended by itself, and stops everything when asked',
    {timeout: patience},
    async () => {
      const address = await start();
      expect((await fetch(`${address}/health/live`)).status).toBe(200);
      expect(run.said()).toMatch(/Database +up to date/);

      const [search, database] = processesOf(folder);
      process.kill(search?.pid ?? 0, 'SIGKILL');
      process.kill(database?.pid ?? 0, 'SIGKILL');
      await waitFor(() => run.said().includes('PostgreSQL ended by SIGKILL. Starting it again'));
      await expect
        .poll(() => fetch(`${address}/health/ready`).then((answer) => answer.json()), {timeout: 60_000, interval: 250})
        .toMatchObject({database: 'up', search: 'up'});

      const running = processesOf(folder);
      expect(running).toHaveLength(3);
      run.child.kill('SIGINT');
      expect(await run.ended).toBe(0);
      expect(running.filter(isRunning)).toEqual([]);
      expect(processesOf(folder)).toEqual([]);
    },
  );
});

describe('npm start', () => {
  let folder: string;
  let run: Run;
  beforeEach(() => {
    folder = makeDataFolder();
  });
  afterEach(() => clearAway(folder), patience);

  const mayBecomeNobody =
    process.getuid?.() === 0 && closedFolderOnTheWayTo(join(root, 'package.json')) === null && buildIsCurrent(root);
  it.runIf(mayBecomeNobody)('works for an ordinary user as well as for root', {timeout: patience}, async () => {
    chownSync(folder, nobody, nobody);
    run = startUp(folder, {PORT: String(await freePort()), HOME: folder}, {uid: nobody, gid: nobody});
    expect((await fetch(`${await run.ready}/health/live`)).status).toBe(200);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
  });

  it('can be stopped while it is still starting', {timeout: patience}, async () => {
    run = startUp(folder, {PORT: String(await freePort())});
    await waitFor(() => existsSync(join(folder, 'run')) && processesOf(folder).length > 0);
    const begun = processesOf(folder);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect([...begun, ...processesOf(folder)].filter(isRunning)).toEqual([]);
  });

  it('names who holds the port that was asked for', {timeout: patience}, async () => {
    const {port, close} = await holdPort();
    run = startUp(folder, {PORT: String(port)});
    expect(await run.ended).toBe(1);
    expect(run.said()).toContain(`PORT: ${port} is taken by `);
    expect(run.said()).toContain(`(process ${process.pid})`);
    expect(processesOf(folder)).toEqual([]);
    await close();
  });

  it('stops at a bad setting with one line that names it', {timeout: patience}, async () => {
    run = startUp(folder, {PORT: 'abc'});
    expect(await run.ended).toBe(1);
    expect(run.said()).toMatch(/^PORT: expected a whole number from 1 to 65535, got "abc"$/m);
  });
});

async function holdPort() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {port, close: () => new Promise((resolve) => server.close(resolve))};
}
