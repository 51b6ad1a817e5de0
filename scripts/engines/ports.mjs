/** Which ports are free, and who holds the others. */
import {readdirSync, readFileSync, readlinkSync} from 'node:fs';
import {createServer} from 'node:net';
import {commandLineOf} from './processes.mjs';

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<'free' | 'taken' | 'forbidden' | 'no such address'>}
 */
export function portState(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else if (error.code === 'EACCES') resolve('forbidden');
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') resolve('no such address');
      else reject(error);
    });
    server.listen({port, host, exclusive: true}, () => server.close(() => resolve('free')));
  });
}

/**
 * A free port on this machine: the wished one when it is free, else one the system picks.
 *
 * @param {number} [wished]
 * @param {number} [kept] free as yet, and kept for something else
 * @returns {Promise<number>}
 */
export async function freePort(wished, kept) {
  if (wished && wished !== kept && (await portState(wished, '127.0.0.1')) === 'free') return wished;
  const picked = await pickedPort();
  return picked === kept ? pickedPort() : picked;
}

/** @returns {Promise<number>} */
function pickedPort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/**
 * Who listens on a port, as far as we may look: `node server.js (process 123)`.
 *
 * @param {number} port
 * @returns {string | null}
 */
export function holderOf(port) {
  if (process.platform !== 'linux') return null;
  const sockets = socketsListeningOn(port);
  if (sockets.size === 0) return null;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      for (const descriptor of readdirSync(`/proc/${pid}/fd`)) {
        if (sockets.has(readlinkSync(`/proc/${pid}/fd/${descriptor}`))) {
          return `${commandLineOf(Number(pid)).slice(0, 120) || 'a program'} (process ${pid})`;
        }
      }
    } catch {
      // Gone meanwhile, or another user's process.
    }
  }
  return null;
}

/** @param {number} port */
function socketsListeningOn(port) {
  const listening = '0A';
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  /** @type {Set<string>} */
  const sockets = new Set();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    try {
      for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
        const fields = line.trim().split(/\s+/);
        if (fields[1]?.endsWith(suffix) && fields[3] === listening) sockets.add(`socket:[${fields[9]}]`);
      }
    } catch {
      // No such table: a kernel without IPv6.
    }
  }
  return sockets;
}
