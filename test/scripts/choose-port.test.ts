import {createServer} from 'node:net';
import {afterEach, describe, expect, it} from 'vitest';
import {freePort} from '../../scripts/engines/ports.mjs';
import {choosePort} from '../../scripts/steps/site.mjs';

const host = '127.0.0.1';
const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve)))));

async function hold(port: number) {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
}

describe('choosing the port', () => {
  it('makes way for another program when nobody asked for a certain port', async () => {
    const port = await freePort();
    await hold(port);
    const chosen = await choosePort({port, host}, false);
    expect(chosen).toBeGreaterThan(port);
    expect(chosen).toBeLessThanOrEqual(port + 100);
  });

  it('refuses a taken port that was asked for', async () => {
    const port = await freePort();
    await hold(port);
    await expect(choosePort({port, host}, true)).rejects.toThrow(`PORT: ${port} is taken by `);
  });

  it('names an address that this machine does not have', async () => {
    await expect(choosePort({port: 3000, host: '192.0.2.1'}, true)).rejects.toThrow(
      'HOST: this machine has no address 192.0.2.1',
    );
  });
});
