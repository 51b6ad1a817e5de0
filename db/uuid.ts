import {createHash} from 'node:crypto';

/** Fingerpost's own name space for UUIDs made from names (a random UUID, fixed for ever). */
const FINGERPOST_NAMESPACE = '5d1c1a52-8f0e-4f1b-9d53-6a0b1b2f7c11';

/** A UUID version 5 (RFC 9562): the same name always gives the same id. @throws when `namespace` is not a UUID. */
export function uuidFrom(name: string, namespace = FINGERPOST_NAMESPACE): string {
  const bytes = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  if (bytes.length !== 16) throw new Error(`not a UUID: ${namespace}`);
  const hash = createHash('sha1').update(bytes).update(name, 'utf8').digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
