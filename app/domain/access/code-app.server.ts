/** Codes from an app on a telephone: TOTP (RFC 6238), six digits, 30 seconds, and the codes for a lost telephone. */
import {createHash, hkdfSync} from 'node:crypto';
import {generateSecret, generateURI, verify} from 'otplib';
import {seal, unseal} from './secrets.server.ts';

const USE = 'code-app';

/** A new secret in base32, as apps take it. */
export const makeCodeSecret = () => generateSecret();

export const sealCodeSecret = (siteSecret: string, secret: string) =>
  seal(siteSecret, USE, Buffer.from(secret, 'utf8'));

export const unsealCodeSecret = (siteSecret: string, box: Buffer) => unseal(siteSecret, USE, box).toString('utf8');

/** What the QR code says. */
export const codeAppAddress = (secret: string, email: string) =>
  generateURI({issuer: 'Fingerpost', label: email, secret});

/**
 * The 30-second step a code belongs to, or null when it is wrong, too old or was used already.
 *
 * @param lastStep the step of the last code used: it and all before it no longer count
 */
export async function stepOfCode(secret: string, typed: string, lastStep: number): Promise<number | null> {
  const token = typed.replaceAll(/\D/g, '');
  if (token.length !== 6) return null;
  const outcome = await verify({secret, token, epochTolerance: 30, ...(lastStep > 0 ? {afterTimeStep: lastStep} : {})});
  return outcome.valid && 'timeStep' in outcome ? outcome.timeStep : null;
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * Ten codes of 16 letters (79 bits), in fours, without letters that look alike. They are worked out from a random seed and
 * the secret of the site: the form that made them shows the same ones when it is sent twice, and a copy of the database,
 * which holds the seed, makes no codes.
 */
export function recoveryCodesOf(siteSecret: string, seed: string): string[] {
  // Bytes from 248 are left out, as they would favour the first letters; twice as many as are needed leave enough.
  const bytes = Buffer.from(hkdfSync('sha256', siteSecret, seed, 'recovery-codes', 10 * 16 * 2));
  const letters = [...bytes].filter((byte) => byte < 248).map((byte) => LETTERS[byte % 31]);
  return Array.from({length: 10}, (_, code) =>
    [0, 4, 8, 12].map((from) => letters.slice(code * 16 + from, code * 16 + from + 4).join('')).join('-'),
  );
}

export const hashRecoveryCode = (typed: string) =>
  createHash('sha256')
    .update(typed.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .digest();
