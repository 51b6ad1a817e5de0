/**
 * Small secrets: tokens for cookies and links, and the sealing of what must be read again.
 * Passwords are in passwords.server.ts.
 */
import {createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes} from 'node:crypto';

/** A token nobody can guess: 256 random bits, safe in a cookie and in an address. */
export const makeToken = () => randomBytes(32).toString('base64url');

/** What the database keeps of a token. It is random enough that a plain SHA-256 cannot be turned back. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest();

/** A key for one use, drawn from the secret of the site (RFC 5869), so that no two uses share one. */
const keyFor = (siteSecret: string, use: string) => Buffer.from(hkdfSync('sha256', siteSecret, '', use, 32));

/** The same short text always gives the same hash, and nobody without the site's secret can try texts against it. */
export const keyedHash = (siteSecret: string, use: string, text: string) =>
  createHmac('sha256', keyFor(siteSecret, use)).update(text).digest();

/** Seals bytes with AES-256-GCM: 12 bytes nonce, 16 bytes tag, then what was sealed. */
export function seal(siteSecret: string, use: string, plain: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(siteSecret, use), nonce);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws when it was sealed with another secret or has been changed */
export function unseal(siteSecret: string, use: string, box: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(siteSecret, use), box.subarray(0, 12));
  decipher.setAuthTag(box.subarray(12, 28));
  return Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]);
}
