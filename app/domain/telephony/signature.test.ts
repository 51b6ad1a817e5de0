import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {readPhoneEvent} from './phone-event.ts';
import {isGenuine, signEvent} from './signature.server.ts';

const guide = readFileSync(new URL('../../../docs/telephony.md', import.meta.url), 'utf8');
const find = (pattern: RegExp) => pattern.exec(guide)![1]!;

describe('the worked example of the guide', () => {
  const secret = find(/^secret='(.*)'$/m);
  const timestamp = find(/^timestamp=(\d+)$/m);
  const body = find(/^body='(.*)'$/m);
  const signature = `v1=${find(/^# ([0-9a-f]{64})$/m)}`;

  it('is right, so that whoever builds the other side can compare', () => {
    expect(signEvent(secret, timestamp, body)).toBe(signature);
    expect(readPhoneEvent(body)).toMatchObject({event: 'ringing', extension: '201', from: '07700 900123'});
  });

  it('is genuine within five minutes either way, also beside a signature of an older secret', () => {
    const sent = {timestamp, signature: `${signEvent('old', timestamp, body)}, ${signature}`, body: Buffer.from(body)};
    const at = (seconds: number) => isGenuine(secret, sent, (Number(timestamp) + seconds) * 1000);
    expect([-301, -300, 0, 300, 301].map(at)).toEqual([false, true, true, true, false]);
  });

  it('is not genuine with a timestamp that is none, or another one', () => {
    const given = (stamp: string | undefined) =>
      isGenuine(secret, {timestamp: stamp, signature, body: Buffer.from(body)}, Number(timestamp) * 1000);
    expect([undefined, '', 'now', `${timestamp}.0`, '17958636001', String(Number(timestamp) + 1)].map(given)).toEqual(
      Array(6).fill(false),
    );
  });
});
