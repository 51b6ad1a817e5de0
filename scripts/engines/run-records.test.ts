import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {startTimeOf} from './processes.mjs';
import {endLeftovers} from './run-records.mjs';
import {claimDataFolder} from './single-start.mjs';

let folder: string;
let sleeper: ReturnType<typeof spawn>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fingerpost-'));
  sleeper = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'sleeper'], {
    detached: true,
    stdio: 'ignore',
  });
  await new Promise((resolve) => sleeper.once('spawn', resolve));
});
afterEach(() => {
  sleeper.kill('SIGKILL');
  rmSync(folder, {recursive: true, force: true});
});

/** A note such as a supervisor leaves behind that was ended by force. */
function leaveNote(changes: Record<string, unknown> = {}) {
  claimDataFolder(folder);
  const gone = {pid: 999_999_999, started: '1'};
  const pid = sleeper.pid ?? 0;
  const note = {
    name: 'Sleeper',
    pid,
    started: startTimeOf(pid),
    marker: 'sleeper',
    order: 1,
    stop: [['SIGTERM', 5000]],
  };
  writeFileSync(join(folder, 'run', `${pid}.json`), JSON.stringify({...note, owner: gone, ...changes}));
}
const isRunning = () => startTimeOf(sleeper.pid ?? 0) !== null;

describe('what an earlier run left behind', () => {
  it('is ended, and its note removed', async () => {
    leaveNote();
    expect(await endLeftovers(folder)).toEqual(['Sleeper']);
    expect(isRunning()).toBe(false);
    expect(existsSync(join(folder, 'run', `${sleeper.pid}.json`))).toBe(false);
  });

  it('is left alone when its number now belongs to a process that started at another time', async () => {
    leaveNote({started: '12345'});
    expect(await endLeftovers(folder)).toEqual([]);
    expect(isRunning()).toBe(true);
  });

  it('is left alone when it is another program by now', async () => {
    leaveNote({marker: 'postgres -D /somewhere'});
    expect(await endLeftovers(folder)).toEqual([]);
    expect(isRunning()).toBe(true);
  });

  it('is left alone while the one who started it is alive', async () => {
    leaveNote({owner: {pid: process.ppid, started: startTimeOf(process.ppid)}});
    expect(await endLeftovers(folder)).toEqual([]);
    expect(isRunning()).toBe(true);
  });
});

describe('the claim on a data folder', () => {
  it('is passed over when its holder has gone', () => {
    leaveNote();
    writeFileSync(join(folder, 'run', 'supervisor.json'), JSON.stringify({pid: 999_999_999, started: '1'}));
    expect(claimDataFolder(folder).heldBy).toBeNull();
  });

  it('holds against everybody else until it is given back', () => {
    const claim = claimDataFolder(folder);
    expect(claim.heldBy).toBeNull();
    expect(claimDataFolder(folder).heldBy).toMatchObject({pid: process.pid});
    if (claim.heldBy === null) claim.release();
    expect(claimDataFolder(folder).heldBy).toBeNull();
  });
});
