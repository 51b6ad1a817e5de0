/**
 * Does the time of a refused sign-in tell whether there is such an account? `npx tsx test/bench/sign-in.ts`: an account that
 * exists, one that does not and one that is closed, in turn, on a durable PostgreSQL reached as the web server reaches it.
 */
import {randomUUID} from 'node:crypto';
import {signInWithPassword} from '../../app/domain/access/sign-in.server.ts';
import {hashPassword} from '../../app/domain/access/passwords.server.ts';
import {makeAuditBed} from './audit-bed.ts';

const TURNS = 60;
const bed = await makeAuditBed(2, 1);
try {
  const setting = {
    sql: bed.web,
    siteSecret: 'of this measurement only, which ends with it',
    isDemonstration: false,
    device: 'A benchmark',
    address: null,
  };
  const hash = await hashPassword('kettle river marble');
  const [{partnershipId, partnerId} = {partnershipId: '', partnerId: ''}] = await bed.owner<
    {partnershipId: string; partnerId: string}[]
  >`select partnership_id, id as partner_id from partners limit 1`;
  const newAccount = async (isClosed: boolean) => {
    const id = randomUUID();
    const email = `${id}@staff.example`;
    await bed.owner`
      insert into staff (id, partnership_id, partner_id, name, email, disabled_at)
      values (${id}, ${partnershipId}, ${partnerId}, 'Somebody', ${email}, ${isClosed ? new Date() : null})
    `;
    await bed.owner`insert into staff_credentials (staff_id, password_hash) values (${id}, ${hash})`;
    return email;
  };
  const kinds = {
    exists: () => newAccount(false),
    'does not exist': async () => `${randomUUID()}@staff.example`,
    closed: () => newAccount(true),
  };
  const times: Record<string, number[]> = {};
  for (let turn = 0; turn < TURNS + 5; turn++) {
    for (const [kind, email] of Object.entries(kinds)) {
      const address = await email();
      const started = performance.now();
      await signInWithPassword(setting, {email: address, password: 'another river marble'});
      // The first few warm up.
      if (turn >= 5) (times[kind] ??= []).push(performance.now() - started);
    }
  }
  const middle = (list: number[] = [], part = 0.5) =>
    [...list].sort((a, b) => a - b)[Math.floor(list.length * part)] ?? 0;
  const base = middle(times.exists);
  for (const [kind, list] of Object.entries(times)) {
    console.log(
      `${kind.padEnd(16)}p50 ${middle(list).toFixed(1)} ms  p95 ${middle(list, 0.95).toFixed(1)} ms  ÷ exists ${(middle(list) / base).toFixed(2)}`,
    );
  }
} finally {
  await bed.stop();
}
