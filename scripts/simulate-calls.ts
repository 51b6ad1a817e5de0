/**
 * Rings as a telephone system does: `npm run simulate:calls -- --extension 201`. For trying the desk out, against a site on
 * this machine only, with numbers that Ofcom keeps for drama. It stops by itself.
 */
import {randomInt, randomUUID} from 'node:crypto';
import {setTimeout as sleep} from 'node:timers/promises';
import {existsSync} from 'node:fs';
import {readConfig} from '../app/config.server.ts';
import {signEvent} from '../app/domain/telephony/signature.server.ts';
import {readEngineSettings} from './engines/settings-store.mjs';
import {addressOf} from './engines/single-start.mjs';
import {readArguments} from './steps/arguments.mjs';
import {explain, say, Stop} from './steps/report.mjs';

const MOST_CALLS = 200;
const HELP = `npm run simulate:calls -- [--extension 201] [--calls 5] [--fast] [--site http://127.0.0.1:3000]

  --extension  whose telephone rings; several with commas between them. 201 is Priya Nair of the demonstration
  --calls      how many calls, at most ${MOST_CALLS}
  --fast       seconds in place of minutes
  --site       a site on this machine; else the one that was started from this folder

The demonstration and this program know each other; any other site's PHONE_WEBHOOK_SECRET must be set here too.`;

/** Numbers of nobody: 07700 900000–900999 and 01632 960000–960999. Every eighth caller withholds theirs. */
function aNumber(): string | null {
  const end = String(randomInt(1000)).padStart(3, '0');
  if (randomInt(8) === 0) return null;
  // As different telephone systems write them.
  const shapes = [
    `07700900${end}`,
    `+447700900${end}`,
    `00441632960${end}`,
    `01632 960${end}`,
    `+44 (0)7700 900${end}`,
  ];
  return shapes[randomInt(shapes.length)]!;
}

function readOptions() {
  const {values} = readArguments({
    options: {
      extension: {type: 'string', default: '201'},
      calls: {type: 'string', default: '5'},
      fast: {type: 'boolean', default: false},
      site: {type: 'string'},
      help: {type: 'boolean', default: false},
    },
  });
  if (values.help) throw new Stop(HELP);
  const calls = Number(values.calls);
  if (!Number.isInteger(calls) || calls < 1 || calls > MOST_CALLS) {
    throw new Stop(`--calls: expected a whole number from 1 to ${MOST_CALLS}`);
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig();
  const secret =
    config.phoneSecret ?? (config.isDemonstration ? readEngineSettings(config.dataFolder).phoneSecret : null);
  if (!secret) throw new Stop('PHONE_WEBHOOK_SECRET: expected the secret that the site has too');
  const address = values.site ?? addressOf(config.dataFolder) ?? `http://127.0.0.1:${config.port}`;
  if (!URL.canParse(address)) throw new Stop(`--site: expected an address like http://127.0.0.1:3000, got ${address}`);
  const site = new URL(address);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(site.hostname)) {
    throw new Stop('--site: made-up calls ring at a site on this machine only');
  }
  const extensions = values.extension.split(',').map((one) => one.trim());
  return {extensions, calls, isFast: values.fast, site, secret};
}

async function simulate() {
  const {extensions, calls, isFast, site, secret} = readOptions();
  const tell = async (event: object) => {
    const body = JSON.stringify({id: randomUUID(), ...event});
    const timestamp = String(Math.floor(Date.now() / 1000));
    const answer = await fetch(new URL('/telephony/events', site), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Fingerpost-Timestamp': timestamp,
        'Fingerpost-Signature': signEvent(secret, timestamp, body),
      },
      body,
    }).catch((error: unknown) => {
      throw new Stop(`${site.origin} does not answer`, {cause: error});
    });
    if (!answer.ok) throw new Stop(`${site.origin} refused an event (${answer.status}): ${await answer.text()}`);
    return ((await answer.json()) as {outcome: string}).outcome;
  };
  const wait = (from: number, to: number) => sleep(randomInt(from * 1000, to * 1000) / (isFast ? 30 : 1));

  for (let turn = 1; turn <= calls; turn++) {
    const extension = extensions[turn % extensions.length]!;
    const call = {call: randomUUID(), extension, from: aNumber()};
    const outcome = await tell({event: 'ringing', ...call});
    say(`  ${turn} of ${calls}: ${extension} rings${outcome === 'nobody' ? ', but nobody has linked it' : ''}`);
    await wait(4, 20);
    // One caller in nine rings off before anybody answers.
    if (randomInt(9) > 0) {
      await tell({event: 'answered', ...call});
      await wait(60, 420);
    }
    await tell({event: 'ended', ...call});
    await wait(5, 60);
  }
}

try {
  await simulate();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
