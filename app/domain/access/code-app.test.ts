import {generate} from 'otplib';
import {expect, it} from 'vitest';
import {
  hashRecoveryCode,
  makeCodeSecret,
  recoveryCodesOf,
  sealCodeSecret,
  stepOfCode,
  unsealCodeSecret,
} from './code-app.server.ts';

const siteSecret = 'a secret of forty characters, for a test';

it('a code is right once, also written with a space', async () => {
  const secret = makeCodeSecret();
  const code = await generate({secret});
  const step = await stepOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, 0);
  expect(step).toBeGreaterThan(0);
  expect(await stepOfCode(secret, code, step ?? 0)).toBeNull();
});

it('the code of half a minute ago is right, for slow typing; one of two minutes ago is not', async () => {
  const secret = makeCodeSecret();
  const at = (seconds: number) => generate({secret, epoch: Math.floor(Date.now() / 1000) + seconds});
  expect(await stepOfCode(secret, await at(-25), 0)).toBeGreaterThan(0);
  expect(await stepOfCode(secret, await at(-120), 0)).toBeNull();
});

it.each(['', '12345', '1234567', 'abcdef'])('%j is no code', async (typed) => {
  expect(await stepOfCode(makeCodeSecret(), typed, 0)).toBeNull();
});

it('a secret is sealed: another site secret does not open it, and nor does a changed seal', () => {
  const box = sealCodeSecret(siteSecret, 'JBSWY3DPEHPK3PXP');
  expect(box.toString('latin1')).not.toContain('JBSWY3DP');
  expect(unsealCodeSecret(siteSecret, box)).toBe('JBSWY3DPEHPK3PXP');
  expect(() => unsealCodeSecret(`${siteSecret}!`, box)).toThrow();
  box[box.length - 1]! ^= 1;
  expect(() => unsealCodeSecret(siteSecret, box)).toThrow();
});

it('recovery codes differ, avoid letters that look alike, and are known in any writing', () => {
  const codes = recoveryCodesOf(siteSecret, 'one seed');
  expect(recoveryCodesOf(siteSecret, 'one seed')).toEqual(codes);
  expect(recoveryCodesOf(siteSecret, 'another seed')).not.toEqual(codes);
  expect(recoveryCodesOf('another secret of forty characters, also', 'one seed')).not.toEqual(codes);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
  const [code = ''] = codes;
  expect(hashRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')}`)).toEqual(hashRecoveryCode(code));
});
